"""Quotations held against the words they were taken from."""

from __future__ import annotations

import os


def has_sources_beside(story: str) -> bool:
    """Whether a folder `STORY.sources` stands beside the story."""
    return os.path.isdir(os.path.splitext(story)[0] + ".sources")

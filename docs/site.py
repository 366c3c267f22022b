"""Links of a page that lead out of docs/ are names of files of the repository in the site, which does not hold them."""

from __future__ import annotations

import re
from typing import Any

_OUT = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<up>(?:\.\./)+)(?P<path>[^)#\s]+)(?:#[^)\s]*)?\)")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    depth = page.file.src_uri.count("/")

    def named(link: re.Match[str]) -> str:
        out = link["up"].count("../") > depth
        return f"{link['words']} (`{link['path']}`)" if out else link[0]

    return _OUT.sub(named, markdown)

"""A story's annotations as plain data, spans in code points of the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hedgelint.annotate.story import Story
from hedgelint.span import Span


def as_data(story: Story) -> dict[str, Any]:
    back = story.document.map.source

    def place(span: Span) -> dict[str, Any]:
        start, end = back(span)
        return {"start": start, "end": end}

    def places(spans: Iterable[Span]) -> list[dict[str, Any]]:
        return [place(span) for span in spans]

    parts = story.document.parts
    return {
        "sentences": [
            place(s.span) | {"part": parts[s.part].kind, "attributed": s.attributed} for s in story.sentences
        ],
        "quotations": [
            place(q.span) | {"closed": q.closed, "kind": q.kind, "attribution": q.attribution} for q in story.quotations
        ],
        "attributions": [
            {
                "source": places(a.source),
                "cue": places(a.cue),
                "content": places(a.content),
                "source_kind": a.source_kind,
                "cue_kind": a.cue_kind,
                "lemma": a.lemma,
                "shape": a.shape,
                "speaker": a.speaker,
            }
            for a in story.attributions
        ],
        "nameless": [
            place(n.span) | {"shape": n.shape, "group": n.group, "answered": n.answered, "named": n.named}
            for n in story.nameless
        ],
        "speakers": [{"name": s.name, "kind": s.kind, "first": place(s.first)} for s in story.speakers],
        "confidence": [
            place(c.span)
            | {"class": c.kind, "quoted": c.quoted}
            | ({"bands": {scale: list(band) for scale, band in c.bands.items()}} if c.bands else {})
            for c in story.confidence
        ],
        "loaded": [place(w.span) | {"quoted": w.quoted} for w in story.loaded],
        "claims": [
            place(c.span)
            | {"reasons": list(c.reasons), "attributed": c.attributed, "on_record": c.on_record, "answer": c.answer}
            for c in story.claims
            if not c.soft
        ],
        "soft_claims": [place(c.span) | {"reasons": list(c.reasons)} for c in story.claims if c.soft],
    }

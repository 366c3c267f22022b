"""Who is who: a pronoun, a surname or an abbreviation to the person it stands for, where that is safe."""

from __future__ import annotations

import re
from dataclasses import replace

from hedgelint.annotate.attributions.kinds import Kinds
from hedgelint.annotate.story import Attribution, Speaker
from hedgelint.span import Span

_NAME = re.compile(r"(?:[A-Z][\w’'.\-]*)(?: (?:de |van |von |der |al |bin )?[A-Z][\w’'.\-]*)*")
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")
_PERSONAL = frozenset(("he", "she", "his", "her"))
_REACH = 600  # code points within which a pronoun still means the last speaker


class SpeakerLinks:
    """Takes the attributions in order and numbers their sources."""

    def __init__(self, text: str, kinds: Kinds) -> None:
        self._text = text
        self._speakers: list[Speaker] = []
        self._by_name: dict[str, int] = {}
        self._by_last: dict[str, int | None] = {}
        self._recent: tuple[int, int] | None = None  # speaker, offset

    def speakers(self) -> tuple[Speaker, ...]:
        return tuple(self._speakers)

    def link(self, attribution: Attribution) -> Attribution:
        if not attribution.source or attribution.source_kind in ("none", "vague", "anonymous"):
            return attribution
        span = attribution.source[0]
        source = span.of(self._text)
        if attribution.source_kind == "pronoun":
            if source.lower() in _PERSONAL and self._recent and 0 <= span.start - self._recent[1] < _REACH:
                self._recent = (self._recent[0], span.end)
                return replace(attribution, speaker=self._recent[0])
            return attribution
        index = self._named(span, source, attribution.source_kind)
        if attribution.source_kind == "named":
            self._recent = (index, span.end)
        return replace(attribution, speaker=index)

    def _named(self, span: Span, source: str, kind: str) -> int:
        names = _NAME.findall(source[:200]) if kind == "named" else []
        full = max(names, key=len).rstrip(".").removesuffix("’s").removesuffix("'s") if names else source[:80]
        key = full.lower()
        if key in self._by_name:
            return self._by_name[key]
        last = full.split()[-1].lower()
        known = self._by_last.get(last)
        if kind == "named" and known is not None and len(full.split()) == 1:
            return known
        index = len(self._speakers)
        self._speakers.append(Speaker(full, kind, span))
        self._by_name[key] = index
        if kind == "named":
            # Two people of one surname: it is no longer safe.
            self._by_last[last] = None if last in self._by_last else index
        bracketed = _BRACKETED.search(source[:200])
        if bracketed:
            self._by_name.setdefault(bracketed.group(1).lower(), index)
        return index

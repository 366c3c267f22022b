"""What kind of source a noun phrase is."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.annotate.attributions.closed import PREPOSITION, PRONOUN
from hedgelint.lexicon import Lexicons


class Kinds:
    """Decides by the head noun of the source, from the list `source-nouns`."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._nouns = {str(e["term"]): str(e.get("kind", "role")) for e in lexicons["source-nouns"].entries}

    def of(self, raw: Sequence[str], words: Sequence[str], opens: bool) -> str:
        """`opens`: the phrase begins its sentence, so that its first capital says nothing."""
        if len(words) == 1 and words[0] in PRONOUN:
            return "pronoun"
        head = len(words)
        for i, word in enumerate(words):
            if i and (
                word in PREPOSITION or word in ("who", "that", ",", "(", "familiar", "close", "briefed", "speaking")
            ):
                head = i
                break
        noun = words[head - 1] if head else ""
        kind = self._nouns.get(noun) or self._nouns.get(noun.removesuffix("s"), "")
        tail = words[head:]
        if kind in ("anonymous", "vague") or (words[0] in ("some", "many", "several", "others") and kind != "document"):
            if self._kept(raw, opens) and kind != "anonymous":
                return "named" if words[0] not in ("some", "many", "several", "others") else "vague"
            if "familiar" in tail or "close" in tail or "condition" in tail or "anonymity" in tail:
                return "anonymous"
            return kind or "vague"
        if kind == "document":
            return kind
        if self._kept(raw, opens):
            return "named"
        if len(words) == 1 and raw[0][:1].isupper() and not kind:
            return "named"
        if kind:
            return kind
        return "group" if noun.endswith("s") and not noun.endswith("ss") else "role"

    def _kept(self, raw: Sequence[str], opens: bool) -> bool:
        """A name: a capital that the beginning of the sentence does not account for."""
        names = [i for i, word in enumerate(raw) if word[0].isupper() and i + (not opens) > 0]
        return any(raw[i].lower() not in ("i",) for i in names)

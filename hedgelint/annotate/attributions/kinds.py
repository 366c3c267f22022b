"""What kind of source a noun phrase is."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.annotate.attributions.closed import PREPOSITION, PRONOUN
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of

_BEHIND = ("who", "that", ",", "(", "familiar", "close", "briefed", "speaking")  # what follows the head noun
_COUNTED = ("another", "one", "both", "few", "half", "none", "neither")
_WITHHELD = frozenset(("anonymity", "briefed", "authorized", "authorised"))
_INSIDE = frozenset(("familiar", "close", "condition", "anonymity"))
_SOME = ("some", "many", "several", "others")


_ACRONYMS = pattern_of(r"[A-Z]{2,4}s\Z")  # MPs, GPs


class Kinds:
    """Decides by the head noun of the source, from the list `source-nouns`."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._nouns = {str(e["term"]): str(e.get("kind", "role")) for e in lexicons["source-nouns"].entries}

    def of(self, raw: Sequence[str], words: Sequence[str], opens: bool, behind: Sequence[str]) -> str:
        """`opens`: the phrase begins its sentence, so that its first capital says nothing; `behind`: the words that
        follow it, where it may be said that its name is withheld."""
        kind = self._of(raw, words, opens)
        withheld = kind in ("vague", "role", "group") and ("anonymity" in behind or not _WITHHELD.isdisjoint(words))
        return "anonymous" if withheld else kind

    def _of(self, raw: Sequence[str], words: Sequence[str], opens: bool) -> str:  # noqa: C901, PLR0911
        if len(words) == 1 and words[0] in PRONOUN:
            return "pronoun"
        head = len(words)
        for i, word in enumerate(words):
            if i and (
                word in PREPOSITION
                or (word in _BEHIND and (word != "close" or words[i + 1 : i + 2] == ["to"]))
                or ((word.endswith("ed") or word == "seen") and self._kind(words[i - 1]))
            ):
                head = i
                break
        noun = words[head - 1].removesuffix("'s").removesuffix("'") if head else ""  # officers' advice was that
        kind = self._kind(noun)
        tail = words[head:]
        kept = self._kept(raw, opens)
        # “British officials”, “a Carrow councillor”: the capital belongs to the place, and nobody is named.
        described = (
            bool(head)
            and (raw[head - 1][0].islower() or (opens and head == 1) or _ACRONYMS.match(raw[head - 1]))
            and not _named_in(raw, head)
        )
        if kind == "vague" and not _INSIDE.isdisjoint(tail):
            return "anonymous"
        if kept and described and kind in ("vague", "role") and words[0] not in _SOME:
            return "group" if noun.endswith("s") else "role"
        if kind in ("anonymous", "vague") or (words[0] in _SOME and kind != "document"):
            if kept and kind != "anonymous":
                return "named" if words[0] not in _SOME else "vague"
            return kind or "vague"
        if kind == "document" or (kind == "group" and not self._kept(raw[:head], opens)):
            return kind
        if kept:
            return "named"
        if len(words) == 1 and words[0] in _COUNTED:
            return "vague"
        if (
            (len(words) == 1 or words[1] in (",", "("))
            and raw[0][:1].isupper()
            and (not kind or (kind == "role" and not noun.endswith("s")))
        ):
            return "named"  # “Baker said”: the trade would have its article
        if kind and not (kind == "role" and noun.endswith("s")):
            return kind
        return "group" if noun.endswith("s") and not noun.endswith("ss") else "role"

    def _kind(self, noun: str) -> str:
        for single in (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"):
            if single in self._nouns:
                return self._nouns[single]
        return ""

    def _kept(self, raw: Sequence[str], opens: bool) -> bool:
        """A name: a capital that the beginning of the sentence does not account for."""
        return any(
            word[0].isupper() and i + (not opens) > 0 and word != "I" and not _ACRONYMS.match(word)
            for i, word in enumerate(raw)
        )


def _named_in(raw: Sequence[str], head: int) -> bool:
    """A name stands beside the noun before word `head`: “the mayor, Ida Hale”, “Hale and his aides”."""
    apposed = any(raw[i - 1] == "," and word[0].isupper() for i, word in enumerate(raw) if i >= head)
    return apposed or any(word == "and" and raw[i - 1][0].isupper() for i, word in enumerate(raw[:head]) if i)

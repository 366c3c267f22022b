"""Forms of verbs, as frames ask for them: by how the word ends."""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, str] = {
    "past": "a past form or a participle: driven, cut off",
    "done": "a past form of any kind: driven, paid, took",
    "ing": "one in -ing: driving, cutting off",
    "not-ing": "any but one in -ing",
}
_ING = r".*ing(?: \w+)?"
_PAST = rf"(?!{_ING}$).*(?:ed|[a-z]t|en|own|ew|ung|un|ove|et|ade)(?: \w+)?"
ENDINGS: Mapping[str, str] = {
    "past": _PAST,
    "done": rf"(?!.*ing\b){_PAST}|.*[aiou]d|s[ao]ld|took|.*ok",
    "ing": _ING,
    "not-ing": rf"(?!{_ING}$).*",
}

"""One rule of Vale → the keys of a rule of hedgelint, without its examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hedgelint.finding import SEVERITIES
from hedgelint.rulebook.columns import term_mistakes
from hedgelint.rulebook.nodes import Yaml
from hedgelint.vale.pattern import for_papers, read
from hedgelint.vale.scope import Refused, parts_of
from hedgelint.vale.style import ValeRule, Vocabulary

_REFUSED = {
    "script": "it is a program in Tengo: what a rule does is said in keys here",
    "metric": "it reckons how hard a text is to read: a formula, and no words to point at",
    "spelling": "it needs a dictionary: leave spelling to a spelling checker",
    "sequence": "it needs parts of speech, for which hedgelint has no tagger",
}
# Keys that have no counterpart, and what becomes of the rule without them.
_LOST = {
    "action": "what it mends (`action`) is not carried over",
    "limit": "it speaks as often as it finds something (`limit`)",
    "indicators": "behind a colon or a stop either letter is taken (`indicators`)",
    "threshold": "the first word that is spelt otherwise is a finding (`threshold`)",
    "prefix": "what its `prefix` takes away is read too",
}
_QUOTED = re.compile(r"""(['"“‘`]?)%(?:\[(\d)\])?[sdv](['"”’`]?)""")
_SPLIT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
_MARKS = re.compile(r"[\"“”«»]")


@dataclass(slots=True)
class Carried:
    """The keys of the new rule, and what of the old one is not in it. `like` are texts in which it should speak."""

    keys: dict[str, Any]
    like: list[str]
    notes: list[str] = field(default_factory=list)


def rule_id(style: str, name: str) -> str:
    words = "-".join(word for word in _SPLIT.split(f"{style} {name}") if word).lower()
    return words or "vale-rule"


def carry(rule: ValeRule, accepted: tuple[str, ...] = ()) -> Carried:
    """`accepted` are words of a vocabulary, at which no rule speaks unless it says `vocab: false`. Raises Refused with
    the reason where it cannot be carried over."""
    data, kind = rule.data, str(rule.data["extends"])
    if kind in _REFUSED:
        raise Refused(_REFUSED[kind])
    if kind not in _KINDS:
        raise Refused(f"`extends: {kind}` is no kind of Vale that hedgelint knows")
    parts = parts_of(data.get("scope"))
    spared = data.get("vocab", True) and not (kind == "existence" and data.get("nonword"))
    exceptions = [*_texts(data.get("exceptions")), *(accepted if spared else ())]
    try:
        own = _KINDS[kind](data, exceptions)
    except ValueError as error:
        raise Refused(str(error)) from None
    heads = parts is not None and set(parts) <= {"headline", "subhead"}
    level = str(data.get("level", "warning"))
    scope: dict[str, Any] = {"part": list(parts)} if parts is not None else {}
    looked_for = _texts(data.get("tokens")) + _texts(data.get("raw"))
    if parts == ("blockquote",) or any(map(_MARKS.search, looked_for)):  # it is about the marks themselves
        scope["quotation"] = "any"
    own.keys = {
        "id": rule_id(rule.style, rule.name),
        "title": f"{rule.style}: {rule.name}",
        "category": "headline" if heads else "wording",
        "kind": own.keys.pop("kind"),
        "severity": level if level in SEVERITIES else "warning",
        "message": _message(data, kind),
        **({"scope": scope} if scope else {}),
        **own.keys,
        "why": str(data.get("description") or f"A rule of the Vale style {rule.style} ({rule.name}), carried over."),
        **(
            {"references": [{"title": f"{rule.style}: {rule.name}", "url": link}]} if (link := data.get("link")) else {}
        ),
    }
    own.notes += [told for key, told in _LOST.items() if data.get(key)]
    return own


def vocabulary(words: Vocabulary) -> Carried:
    """Accepted words as a rule that asks for their capitals, rejected ones as words to avoid. Raises Refused."""
    plain, patterns = [], []
    for word in words.words:
        try:
            spelt = _words([word])
        except ValueError as error:
            raise Refused(f"“{word}”: {error}") from None
        plain += spelt or []
        patterns += [] if spelt else [_bounded(word, {}, [])]
    title = f"{words.name}: {words.kind}"
    keys: dict[str, Any] = {"id": rule_id(words.name, words.kind), "title": title, "category": "wording"}
    why = f"A vocabulary of Vale ({words.name}), carried over."
    if words.kind == "accept":
        swap = {word.lower(): word for word in plain if word != word.lower()}
        if not swap:
            raise Refused(
                "none of its words has a capital: they are exceptions of the rules, and nothing is to be found"
            )
        own = {"kind": "swap", "severity": "error", "message": "“{match}” is spelt “{prefer}”", "swap": swap}
        told = "expressions among its words are exceptions of the rules only"
        return Carried(keys | own | {"why": why}, list(swap), [told] * bool(patterns))
    own = {"kind": "pattern", "pattern": patterns + [rf"\b(?:{for_papers(re.escape(word))})\b" for word in plain]}
    own = own if patterns else {"kind": "phrase", "phrases": plain}
    own |= {"severity": "error", "message": "“{match}” is not used by the house"}
    return Carried(keys | own | {"why": why}, [read(word).sample for word in words.words])


def _message(data: Mapping[str, Any], kind: str) -> str:
    """With hedgelint's fields in the place of %s, each between curly marks."""
    fields = {"substitution": ("prefer", "match"), "occurrence": ("count",), "capitalization": ("heading",)}
    names = fields.get(kind, ("match",))
    if kind == "capitalization" and not str(data.get("match", "")).startswith("$"):
        names = ("match",)
    given = " ".join(str(data.get("message") or "“%s”: see the style guide").split())
    told, at = "", 0
    for number, sign in enumerate(_QUOTED.finditer(given)):
        which = int(sign[2]) - 1 if sign[2] else number
        told += _literal(given[at : sign.start()])
        name = names[min(which, len(names) - 1)]
        told += f"{{{name}}}" if name == "count" else f"“{{{name}}}”"
        at = sign.end()
    return told + _literal(given[at:])


def _literal(text: str) -> str:
    return text.replace("%%", "%").replace("{", "{{").replace("}", "}}")


def _texts(value: object) -> list[str]:
    return [str(one) for one in value if one is not None] if isinstance(value, list) else [str(value)] if value else []


def _case(data: Mapping[str, Any]) -> dict[str, str]:
    return {} if data.get("ignorecase") else {"case": "sensitive"}


def _words(tokens: list[str]) -> list[str] | None:
    """Everything that the expressions match, where that is nothing but words."""
    out: list[str] = []
    for token in tokens:
        spellings = read(token).spellings
        if spellings is None:
            return None
        out += [" ".join(spelling.split()) for spelling in spellings]
    nowhere = Yaml("", None, {})
    fit = all(out) and not any(list(term_mistakes(nowhere, (), word)) for word in out)
    return list(dict.fromkeys(out)) if out and fit else None


def _bounded(token: str, data: Mapping[str, Any], exceptions: list[str]) -> str:
    """The expression with the word boundaries that Vale puts round it, and a look ahead for each exception."""
    inner = for_papers(token)
    if inner.startswith("(?i)"):
        inner = f"(?i:{inner[4:]})"
    spared = "|".join(for_papers(word) for word in sorted(exceptions, key=len, reverse=True))
    before = rf"(?!(?:{spared})\b)" if spared else ""
    return f"{before}{inner}" if data.get("nonword") else rf"\b{before}(?:{inner})\b"


def _existence(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    tokens, raw = _texts(data.get("tokens")), "".join(_texts(data.get("raw")))
    if not (raw or tokens):
        raise Refused("it has no `tokens` and no `raw`")
    if not raw:
        like = [read(token).sample for token in tokens]
        if not data.get("nonword") and (words := _words(tokens)) is not None:
            kept = [word for word in words if word not in set(exceptions)]
            if kept:
                return Carried({"kind": "phrase", **_case(data), "phrases": kept}, like)
        return Carried(
            {"kind": "pattern", **_case(data), "pattern": [_bounded(t, data, exceptions) for t in tokens]}, like
        )
    listed = f"(?:{'|'.join(tokens)})" if tokens else ""
    bounded = rf"\b{listed}\b" if tokens and not data.get("nonword") else listed
    whole = bounded + raw if data.get("append") else raw + bounded
    pattern = _bounded(whole, {"nonword": True}, exceptions)
    return Carried({"kind": "pattern", **_case(data), "pattern": [pattern]}, [read(whole).sample])


def _substitution(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    given = data.get("swap")
    if not isinstance(given, dict) or not given:
        raise Refused("it has no `swap`")
    swap: dict[str, str] = {}
    patterns: dict[str, str] = {}
    same = 0
    for bad, value in given.items():
        choices = [choice.strip() for choice in str(value if value is not None else "").split("|")]
        listed = [", ".join(choices[:-1]), choices[-1]] if choices[1:] else choices
        better = _referring(" or ".join(listed), bad)
        words = None if data.get("nonword") or "\\" in better else _words([bad])
        if words is None:
            patterns[_bounded(bad, data, exceptions)] = better
            continue
        told = {
            word for word in words if (word.lower() != better.lower() if data.get("ignorecase") else word != better)
        }
        same += len(words) - len(told)
        swap.update({word: better for word in words if word in told and word not in exceptions})
    if not (swap or patterns):
        raise Refused("every word is swapped for itself")
    keys = {"kind": "swap", **_case(data), **({"swap": swap} if swap else {})}
    keys |= {"patterns": patterns} if patterns else {}
    return Carried(
        keys, [read(bad).sample for bad in given], ["words swapped for themselves are left out"] * bool(same)
    )


def _referring(better: str, pattern: str) -> str:
    """$1 as \\1, where the expression has such a group; elsewhere it is a sum of dollars."""
    groups = len(re.findall(r"(?<!\\)\((?!\?)", pattern))
    return re.sub(r"\$(\d)(?!\d)", lambda sign: rf"\{sign[1]}" if int(sign[1]) <= groups else sign[0], better)


def _occurrence(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    token = str(data.get("token") or "")
    most, least = data.get("max"), data.get("min")
    if not token or not (isinstance(most, int) or isinstance(least, int)):
        raise Refused("it has no `token`, or neither `max` nor `min`")
    stretch = {"sentence": "sentence", "summary": "story"}.get(str(data.get("scope")), "paragraph")
    keys: dict[str, Any] = {"kind": "count", **_case(data), "in": stretch, "pattern": for_papers(token)}
    keys |= {"most": most} if isinstance(most, int) else {}
    keys |= {"least": least} if isinstance(least, int) and least else {}
    sample = read(token).sample
    often = (most or 0) + 2 if isinstance(most, int) else 1
    return Carried(keys, [" ".join([sample] * often), sample * often])


def _repetition(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    tokens = _texts(data.get("tokens")) or [r"[^\s]+"]
    letters = r"(?=\p{L}+\b)" if data.get("alpha") else ""
    pattern = rf"\b(?P<word>{letters}(?:{'|'.join(map(for_papers, tokens))}))(?:\s+(?P=word))+\b"
    sample = read(tokens[0]).sample
    return Carried({"kind": "pattern", **_case(data), "pattern": [pattern]}, [f"{sample} {sample}", "the the"])


def _consistency(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    either = data.get("either")
    if not isinstance(either, dict) or not either:
        raise Refused("it has no `either`")
    variants = []
    for one, other in either.items():
        left, right = _words([one]), _words([str(other)])
        if left is None or right is None or len(left) != len(right):
            raise Refused(f"“{one}” and “{other}” are expressions of which no words can be made")
        variants += [[a, b] for a, b in zip(left, right, strict=True) if a.lower() != b.lower()]
    if not variants:
        raise Refused("its forms differ in their capitals only")
    return Carried({"kind": "consistency", "variants": variants}, [f"{a} and {b}" for a, b in variants])


def _conditional(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    first, second = str(data.get("first") or ""), str(data.get("second") or "")
    if not (first and second):
        raise Refused("it has no `first` or no `second`")
    # Vale reads both as they are written, whatever `ignorecase` says.
    keys: dict[str, Any] = {
        "kind": "conditional",
        "case": "sensitive",
        "first": for_papers(first),
        "second": for_papers(second),
    }
    keys |= {"exceptions": exceptions} if exceptions else {}
    return Carried(keys, [read(first).sample, "QXZW", "QXZ"])


def _capitalization(data: Mapping[str, Any], exceptions: list[str]) -> Carried:
    match = str(data.get("match") or "")
    if not match:
        raise Refused("it has no `match`")
    like = ["harbour News is Good news today"]
    if not match.startswith("$"):
        wanted = for_papers(match, text_start=False).lstrip("^")
        free = "" if match.startswith("^") else ".*"
        pattern = rf"(?<=\A|\n\n)(?!{free}(?:{wanted}))\S[^\n]*"
        return Carried({"kind": "pattern", "case": "sensitive", "pattern": [pattern]}, like)
    if match[1:] not in ("sentence", "title", "lower", "upper"):
        raise Refused(f"`match: {match}` is no style of capitals")
    book = {"book": "chicago"} if str(data.get("style", "")).lower() == "chicago" and match == "$title" else {}
    keys = {"kind": "capitals", "style": match[1:], **book, **({"exceptions": exceptions} if exceptions else {})}
    return Carried(keys, like)


_KINDS: Mapping[str, Callable[[Mapping[str, Any], list[str]], Carried]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
}

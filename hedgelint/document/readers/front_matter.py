"""The front matter of a story (YAML, TOML or JSON between marks at its top): what it says of headline, standfirst,
byline and captions, with the place of every letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from hedgelint.document.prose import Weaver
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

_CLOSE = pattern_of(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_CLOSE_TOML = pattern_of(r"^\+\+\+[ \t]*$", re.M)
_LONGEST = 200_000  # code points; no story's front matter is longer, and YAML is slow
# Keys by the part they are, in the order in which they are believed; of headline and standfirst the first there is.
_KEYS = (
    ("headline", ("headline", "title", "hed")),
    (
        "standfirst",
        (
            *("standfirst", "dek", "deck", "subhed", "subhead", "subheadline", "subtitle", "strapline"),
            *("description", "summary", "excerpt", "abstract"),
        ),
    ),
    ("byline", ("byline", "author", "authors", "by")),
)
_CAPTION = pattern_of(r"(?:.*[_-])?(?:caption|cutline)$", re.I)
_COMMENT = pattern_of(r"^[ \t]*#[ \t]*(hedgelint\b[^\n]*)$", re.M | re.I)
_WORDS = pattern_of(r"[^\W\d_]")

Put = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of the front matter: the names of the keys it stands under, where it stands (its marks included), and a
    function that weaves it."""

    keys: tuple[str, ...]
    start: int
    end: int
    weave: Callable[[Put], None]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`end` is where the body begins. `fault`: what is wrong with it and at which offset; then there are no scalars."""

    end: int
    scalars: tuple[Scalar, ...] = ()
    fault: tuple[str, int] | None = None


def front_matter(text: str) -> FrontMatter | None:
    """None where the text has none. `text` has \\n as its only line end."""
    if text.startswith("---") and (first := _first_line(text, "---")):
        return _between(text, first, _CLOSE, _yaml)
    if text.startswith("+++") and (first := _first_line(text, "+++")):
        return _between(text, first, _CLOSE_TOML, _toml)
    if text.startswith("{") and text[1:2] in ("\n", " ", '"'):
        return _json(text)
    return None


def weave_fields(text: str, found: FrontMatter, weaver: Weaver) -> bool:
    """The parts of a story that its front matter holds; whether the headline is among them."""
    comments = list(_COMMENT.finditer(text, 0, found.end))
    taken: list[tuple[str, Scalar]] = []
    for kind, names in _KEYS:
        for name in names:
            same = [s for s in found.scalars if _is(s.keys, name, anywhere=kind == "byline")]
            if same:
                taken += [(kind, scalar) for scalar in (same if kind == "byline" else same[:1])]
                break
    taken += [("caption", scalar) for scalar in found.scalars if _CAPTION.match(scalar.keys[-1])]
    starts = sorted(scalar.start for _, scalar in taken)
    for kind, scalar in taken:
        above = max((start for start in starts if start < scalar.start), default=0)
        for comment in comments:
            if above <= comment.start() < scalar.start:
                weaver.comment(comment.group(1), comment.start(1), comment.end(1))
        scalar.weave(weaver.put)
        weaver.end(kind, locked=True)
    for comment in comments:
        if not starts or comment.start() > starts[-1]:
            weaver.comment(comment.group(1), comment.start(1), comment.end(1))
    return any(kind == "headline" for kind, _ in taken)


def _is(keys: tuple[str, ...], name: str, *, anywhere: bool) -> bool:
    """A key at the top, or in a table of settings (Hugo's params); of a byline, the names below it too."""
    lower = tuple(key.lower() for key in keys)
    if lower[0] in ("params", "extra") and len(lower) > 1:
        lower = lower[1:]
    return lower[0] == name and (len(lower) == 1 or (anywhere and lower[-1] in ("name", name)))


def _first_line(text: str, mark: str) -> int:
    end = text.find("\n")
    return end + 1 if end >= 0 and text[:end].rstrip() == mark else 0


def _between(
    text: str, first: int, close: re.Pattern[str], parse: Callable[[str, int, int], tuple[Scalar, ...]]
) -> FrontMatter | None:
    closed = close.search(text, first)
    if closed is None:
        if not re.compile(r"[\w-]+[ \t]*[:=]").match(text, first):
            return None  # a line across the page
        end = text.find("\n\n", first)
        end = len(text) if end < 0 else end
        return FrontMatter(end, fault=("the front matter is not closed", 0))
    end = text.find("\n", closed.end())
    end = len(text) if end < 0 else end + 1
    if closed.start() - first > _LONGEST:
        return FrontMatter(end, fault=(f"front matter of more than {_LONGEST:,} letters is not read", 0))
    try:
        return FrontMatter(end, parse(text, first, closed.start()))
    except _NoFields:
        return None  # words between two lines across the page
    except _Fault as fault:
        return FrontMatter(end, fault=(fault.message, fault.at))


class _NoFields(Exception):
    pass


class _Fault(Exception):
    def __init__(self, message: str, at: int) -> None:
        self.message, self.at = message, at
        super().__init__(message)


def _yaml(text: str, start: int, end: int) -> tuple[Scalar, ...]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    inner = text[start:end]
    try:
        node = YAML(typ="safe", pure=True).compose(inner)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = start + min(mark.index if mark else 0, max(0, len(inner) - 1))
        what = " ".join(str(error.problem or error.context or "").split())
        raise _Fault(f"the front matter is no YAML: {what}", at) from None
    except (YAMLError, ValueError, RecursionError) as error:
        what = " ".join(str(error).split())[:200]
        raise _Fault(f"the front matter is no YAML: {what}", start) from None
    if node is not None and node.id != "mapping":
        raise _NoFields
    return tuple(_of_node(text, start, node, ())) if node is not None else ()


def _of_node(text: str, base: int, node: Any, keys: tuple[str, ...]) -> Iterator[Scalar]:
    """The texts below a node; what an alias stands for has been read where its anchor stands."""
    waiting = [(node, keys)]
    seen = set()
    while waiting:
        node, keys = waiting.pop(0)
        if id(node) in seen or len(keys) > 8:
            continue
        seen.add(id(node))
        if node.id == "mapping":
            waiting += [(value, (*keys, str(key.value))) for key, value in node.value]
        elif node.id == "sequence":
            waiting += [(value, keys) for value in node.value]
        elif keys and isinstance(node.value, str) and _WORDS.search(node.value):
            start, end = base + node.start_mark.index, base + node.end_mark.index
            yield _scalar(text, keys, start, end, node.value, node.style or "")


# How a raw text is put into letters, by its style: what matches is one reference, all else stands for itself.
_STYLES = {
    '"': pattern_of(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)|[ \t]*\n\s*", re.S),
    "'": pattern_of(r"''|[ \t]*\n\s*"),
    "": pattern_of(r"[ \t]*\n\s*"),
    "|": pattern_of(r"\n[ \t]*"),
    ">": pattern_of(r"\n[ \t]*(?:\n[ \t]*)*"),
    "json": pattern_of(r"\\(?:u[0-9A-Fa-f]{4}(?:\\u[dD][c-fC-F][0-9A-Fa-f]{2})?|.)", re.S),
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "f": "\f", "_": "\xa0", "N": "\x85", " ": " "}


def _scalar(text: str, keys: tuple[str, ...], start: int, end: int, value: str, style: str) -> Scalar:
    """`start`, `end` are those of the raw text with its marks. Where the raw text is not understood letter by letter,
    the whole of it stands for the whole of the value."""
    inner, last = start, end
    if style in ('"', "'", "json"):
        inner, last = start + 1, end - 1
    elif style in ("|", ">"):
        inner = text.find("\n", start, end) + 1
        inner += len(text[inner:end]) - len(text[inner:end].lstrip(" "))
        last = inner + len(text[inner:end].rstrip())
    pieces = list(_pieces(text, inner, last, _STYLES[style]))
    if "".join(words for words, _, _ in pieces).strip() != value.strip():
        pieces = [(value, start, end)]

    def weave(put: Put) -> None:
        for words, at, to in pieces:
            put(words, at, to)

    return Scalar(keys, start, end, weave)


def _pieces(text: str, start: int, end: int, references: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    at = start
    for found in references.finditer(text, start, end):
        if at < found.start():
            yield text[at : found.start()], at, found.start()
        at = found.end()
        if words := _meant(found.group()):
            yield words, found.start(), at
    if at < end:
        yield text[at:end], at, end


def _meant(raw: str) -> str:
    if raw == "''":
        return "'"
    if raw[0] != "\\":
        return "\n" * (raw.count("\n") - 1) or " "
    kind = raw[1]
    if kind in "xuU" and len(raw) > 2:
        if raw.count("\\u") == 2:
            return bytes.fromhex(raw[2:6] + raw[8:12]).decode("utf-16-be", errors="replace")
        code = int(raw[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if kind == "\n" else _ESCAPES.get(kind, kind)


_TOML_KEY = pattern_of(r"^[ \t]*[\"']?([\w.-]+)[\"']?[ \t]*=[ \t]*(\"\"\"|'''|\"|')", re.M)
_TOML_TABLE = pattern_of(r"^[ \t]*\[{1,2}([^\[\]\n]+)\]", re.M)


def _toml(text: str, start: int, end: int) -> tuple[Scalar, ...]:
    import tomllib

    inner = text[start:end]
    try:
        known = set(_strings(tomllib.loads(inner)))
    except (ValueError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        at = start
        if place:
            lines = inner.split("\n")[: int(place[1]) - 1]
            at = start + min(sum(len(line) + 1 for line in lines) + int(place[2]) - 1, max(0, len(inner) - 1))
        what = str(error).partition(" (at ")[0]
        raise _Fault(f"the front matter is no TOML: {what}", at) from None
    tables = [
        (m.start(), tuple(k.strip() for k in m.group(1).split("."))) for m in _TOML_TABLE.finditer(text, start, end)
    ]
    out = []
    for found in _TOML_KEY.finditer(text, start, end):
        mark = found.group(2)
        closed = re.compile(rf"(?:\\.|(?!{mark}).)*{mark}" if '"' in mark else rf"(?:(?!{mark}).)*{mark}", re.S)
        whole = closed.match(text, found.end(), end)
        if whole is None:
            continue
        style = _STYLES["json" if '"' in mark else ""]
        pieces = list(_pieces(text, found.end(), whole.end() - len(mark), style if len(mark) == 1 else _STYLES[">"]))
        value = "".join(words for words, _, _ in pieces)
        if len(mark) == 1 and value not in known:
            continue  # it stands in another text
        above = next((keys for at, keys in reversed(tables) if at < found.start()), ())
        keys = (*above, *found.group(1).split("."))

        def weave(put: Put, pieces: list[tuple[str, int, int]] = pieces) -> None:
            for words, at, to in pieces:
                put(words, at, to)

        out.append(Scalar(keys, found.start(2), whole.end(), weave))
    return tuple(out)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _strings(value)


_JSON_PAIR = pattern_of(r'"((?:[^"\\\n]|\\.)*)"\s*:\s*(?="((?:[^"\\\n]|\\.)*)")')


def _json(text: str) -> FrontMatter | None:
    import json

    try:
        data, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None  # a text that begins with a bracket
    if not isinstance(data, dict) or not data or text[end : end + 1] not in ("\n", ""):
        return None
    after = text.find("\n", end)
    scalars = []
    for found in _JSON_PAIR.finditer(text, 0, end):
        value = json.loads(f'"{found.group(2)}"', strict=False)
        scalars.append(_scalar(text, (found.group(1),), found.start(2) - 1, found.end(2) + 1, value, "json"))
    return FrontMatter(len(text) if after < 0 else after + 1, tuple(scalars))

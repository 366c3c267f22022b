"""Files of named pieces: each piece a pattern, or words, with a title and texts that prove it; or more words for one
that there is. Every mistake is told at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hedgelint.checks.pattern import compiled
from hedgelint.errors import RuleError, nearest, one_of
from hedgelint.patterns import pattern_of
from hedgelint.rulebook.columns import term_mistakes
from hedgelint.rulebook.misread import misread
from hedgelint.rulebook.nodes import Key, Yaml
from hedgelint.rulebook.pieces import NAME, NoPieceError, names_in, of_words, written_out

KEYS: Mapping[str, str] = {
    "title": "what it stands for, in a few words",
    "pattern": "the pattern that is put where <the name> stands; it may name other pieces",
    "words": "words that <the name> stands for, in place of a pattern or beside it; ' is met as ’ too",
    "finds": "texts in which [[…]] marks what it finds as whole words, and all that it finds",
    "leaves": "texts in which it finds nothing",
}
MORE_KEYS: Mapping[str, str] = {
    "more": "words that a piece of another file shall stand for as well",
    "finds": KEYS["finds"],
    "leaves": KEYS["leaves"],
}
_ONE_OF = ("pattern", "words")  # a piece has one of them, or both
_NAME = pattern_of(rf"{NAME}\Z")
_FLAGS = pattern_of(r"\(\?[A-Za-z]+\)")
_BROKEN = "(?!)"  # stands for a piece that has a mistake of its own: the patterns that name it have none


def adds_words(file: Yaml) -> bool:
    """Whether the file has more words for a piece that there is, so that patterns that name it are other ones."""
    given = file.data.get("pieces") if isinstance(file.data, dict) else None
    return isinstance(given, dict) and any(_adds(piece) for piece in given.values())


def _adds(piece: Any) -> bool:
    return isinstance(piece, dict) and "more" in piece


def read_pieces(
    files: Sequence[Yaml], errors: list[RuleError], before: Sequence[Mapping[str, Any]] = ()
) -> list[Mapping[str, Any]]:
    """The pieces of all files, in order, behind those that were read `before`: name, title, pattern as written and
    `whole` with its pieces written out, texts and places. Mistakes are added to `errors`; a piece that has one stands
    for nothing."""
    taken = {row["name"]: row["path"] for row in before}
    rows: dict[str, tuple[Yaml, dict[str, Any]]] = {}
    added: list[tuple[str, dict[str, Any]]] = []
    broken: dict[str, str] = {}
    for file in files:
        for key in file.data if isinstance(file.data, dict) else ():
            if key != "pieces":
                errors.append(file.error((key,), f"unknown key “{key}” in a file of pieces", "it has `pieces` alone"))
        given = file.data["pieces"]
        if not isinstance(given, dict) or not given:
            hint = "write the name of a piece, a colon, and below it its `title`, `pattern`, `finds` and `leaves`"
            errors.append(file.error(("pieces",), "`pieces` is a mapping of names to pieces", hint))
            continue
        for name, piece in given.items():
            problems = list(_mistakes(file, name, piece, taken))
            errors += problems
            if problems:
                broken[name] = _BROKEN
            elif _adds(piece):
                added.append((name, _row(file, name, {"title": rows[name][1]["title"], **piece})))
                rows[name][1]["pattern"] = _either(rows[name][1]["pattern"], piece["more"])
            else:
                rows[name] = file, _row(file, name, piece)
                taken[name] = file.path
    whole = {**patterns_of(before), **broken}
    for name in rows:
        _resolve(name, rows, whole, (), errors)
    for name, (_, row) in rows.items():
        row["whole"] = whole[name]
    return [*before, *(row for _, row in rows.values()), *({**row, "whole": whole[name]} for name, row in added)]


def patterns_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What each piece stands for, by name."""
    return {row["name"]: row["whole"] for row in rows}


def no_piece(file: Yaml, at: Key, error: NoPieceError, pieces: Mapping[str, Any]) -> RuleError:
    near = nearest(error.name, pieces).replace("“", "<").replace("”", ">")
    hint = near or "a file with `pieces:` names them, docs/pieces.md lists those that come with hedgelint;"
    return file.error(at, str(error), rf"{hint} the signs themselves are written \<{error.name}>")


def _mistakes(file: Yaml, name: str, piece: Any, taken: Mapping[str, str]) -> Iterator[RuleError]:
    at: Key = ("pieces", name)
    if not _NAME.match(name):
        hint = "small letters and digits, single blanks or hyphens between the words"
        yield file.error(at, f"“{name}” is no name of a piece", hint)
    if _adds(piece):
        if name not in taken:
            near = nearest(name, taken).replace("“", "<").replace("”", ">")
            yield file.error(at, f"there is no piece <{name}> to give more words", near)
        yield from _told(file, at, name, piece, MORE_KEYS)
        return
    if name in taken:
        yield file.error(at, f"there is a piece <{name}> already, in {taken[name]}", "give yours another name")
    if not isinstance(piece, dict):
        yield file.error(at, f"<{name}> is no piece", "a piece has a `title`, a `pattern`, `finds` and `leaves`")
        return
    yield from _told(file, at, name, piece, KEYS)


def _told(file: Yaml, at: Key, name: str, piece: Mapping[str, Any], keys: Mapping[str, str]) -> Iterator[RuleError]:
    for key in piece:
        if key not in keys:
            yield file.error((*at, key), f"unknown key “{key}” for a piece", one_of(str(key), keys))
    for key, told in keys.items():
        value = piece.get(key)
        if value in (None, "", [], {}):
            other = next((one for one in _ONE_OF if one != key), "") if key in _ONE_OF else ""
            if key in piece or (not piece.get(other) and (key != "words" and (key, keys) != ("leaves", MORE_KEYS))):
                yield file.error(at, f"<{name}> has no `{key}`", f"write {key}: and {told}")
        elif key in ("words", "more"):
            yield from _words(file, (*at, key), key, value)
        elif key in ("title", "pattern"):
            if not isinstance(value, str):
                yield file.error((*at, key), f"`{key}` is a text", f"write {key}: and {told}")
        else:
            yield from _texts(file, (*at, key), key, value)


def _words(file: Yaml, at: Key, key: str, value: Any) -> Iterator[RuleError]:
    if not isinstance(value, list):
        yield file.error(at, f"`{key}` is a list of words", f"write {key}: [one, another]")
        return
    for i, word in enumerate(value):
        if not isinstance(word, str):
            yield file.error((*at, i), f"`{key}` is a list of words", f'write "{word}" as a text')
        elif word in value[:i]:
            yield file.error((*at, i), f"“{word}” stands here twice", "leave one of them out")
        else:
            yield from term_mistakes(file, (*at, i), word)


def _texts(file: Yaml, at: Key, key: str, value: Any) -> Iterator[RuleError]:
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in texts):
        yield file.error(at, f"`{key}` is a text, or a list of texts", KEYS[key])
        return
    for i, text in enumerate(texts):
        place = (*at, i) if isinstance(value, list) else at
        marks = re.findall(r"\[\[|\]\]", text)
        if marks != ["[[", "]]"] * (len(marks) // 2):
            yield file.error(place, "[[ and ]] do not pair", "write [[ before what is found and ]] behind it")
        elif key == "finds" and not marks:
            yield file.error(place, "a text under `finds` marks no place with [[…]]", "write [[ and ]] round it")
        elif key == "leaves" and marks:
            yield file.error(place, "a text under `leaves` has no marks", "the piece finds nothing in it")


def _row(file: Yaml, name: str, piece: Mapping[str, Any]) -> dict[str, Any]:
    pattern = _either(piece.get("pattern", "").strip(), piece.get("words", piece.get("more", [])))
    row: dict[str, Any] = {"name": name, "title": piece["title"], "pattern": pattern}
    for key in ("finds", "leaves"):
        value = piece.get(key, [])
        row[key] = value if isinstance(value, list) else [value]
        at: Key = ("pieces", name, key)
        places = [(*at, i) for i in range(len(value))] if isinstance(value, list) else [at]
        row[f"{key}_at"] = [list(file.marks[place]) for place in places]
    return {**row, "path": file.path}


def _either(pattern: str, words: Sequence[str]) -> str:
    return "|".join(one for one in (pattern, of_words(words)) if one)


def _resolve(
    name: str,
    rows: Mapping[str, tuple[Yaml, dict[str, Any]]],
    whole: dict[str, str],
    above: tuple[str, ...],
    errors: list[RuleError],
) -> None:
    """Writes the pieces of a piece out, those that it names before it."""
    if name in whole or name not in rows:
        return
    file, row = rows[name]
    at: Key = ("pieces", name, "pattern")
    for other in names_in(row["pattern"]):
        if other in (*above, name):
            way = " → ".join(f"<{one}>" for one in (*(*above, name)[(*above, name).index(other) :], other))
            errors.append(file.error(at, f"<{other}> names itself: {way}", "write out what is meant in one of them"))
            whole[name] = _BROKEN
            return
        _resolve(other, rows, whole, (*above, name), errors)
    if name in whole:  # a circle has been told
        return
    try:
        wrong = list(_wrong(file, at, row["pattern"], out := written_out(row["pattern"], whole)))
    except NoPieceError as error:
        wrong = [no_piece(file, at, error, rows)]
    errors += wrong
    whole[name] = _BROKEN if wrong else out


def _wrong(file: Yaml, at: Key, pattern: str, whole: str) -> Iterator[RuleError]:
    """Of the pattern itself, as it is written and with its pieces written out."""
    name = at[1]
    try:
        compiled(pattern)  # so that characters count as they stand
        tried = compiled(whole)
    except ValueError as error:
        what, hint = misread(pattern, str(error))
        yield file.error(at, f"not a pattern: {what}", hint)
        return
    if tried.groups:
        yield file.error(at, f"<{name}> has a group of its own", "write (?:…) in the place of (…)")
    elif found := _FLAGS.search(pattern):
        flags = found.group()[2:-1]
        hint = f"write (?{flags}:…) round what it is meant for"
        yield file.error(at, f"{found.group()} speaks of the whole pattern, and a piece is a part of one", hint)
    elif (empty := tried.match("xx", 1, timeout=1)) is not None and not empty.group():
        hint = "take the * or ? at its end away, and write it behind <the name>"
        yield file.error(at, f"<{name}> matches nothing at all, and so everywhere", hint)

"""Transcripts and posts in JSON: whatever has words under `text` and a speaker beside them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.sources.transcript import Said, Turn
from hedgelint.values import dataclass

_TEXTS = ("text", "full_text", "utterance", "content", "transcript", "body")
_SPEAKERS = ("speaker", "speaker_name", "speakerName", "speaker_label", "author", "user", "account", "name")
_NAMES = ("name", "display_name", "displayName", "screen_name", "username", "handle", "title")
_TIMES = ("start", "start_time", "startTime", "timestamp", "begin", "offset", "created_at", "date")
_SKIPPED = ("words", "word_segments", "tokens", "alternatives_words")  # the same words once more
_STRING = pattern_of(rf'"(?:{"|".join(_TEXTS)})"\s*:\s*"((?:[^"\\]|\\.)*)"', re.S)
# Posts come with the markup of the page they are shown on, which may be escaped once more.
_TAG = r"(?:<|\\u003[cC])/?(?P<tag>p|br|a|span|b|i|em|strong|div)\b(?:[^<>\\]|\\(?!u003[cCeE]).)*(?:>|\\u003[eE])"
_REFERENCE = r"(?:&|\\u0026)(?:amp|lt|gt|quot|apos|nbsp|#39|#x27);"
_MARKUP = pattern_of(rf"{_TAG}|(?P<reference>{_REFERENCE})", re.S)
_ESCAPE = pattern_of(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.", re.S)
_LABEL = pattern_of(r"(?:speaker|spk|person|participant)?[ _]?\d+$", re.I)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    number: int  # the how manieth string under a key of _TEXTS, in the order of the file
    speaker: str
    time: str


def read_json(document: Document) -> tuple[Document, str, list[Turn], list[tuple[int, str]]]:
    """Raises InputError for what is no JSON, or has no words in it."""
    source = document.text
    try:
        data = json.loads(source)
    except ValueError as error:
        line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
        raise InputError("not JSON", path=document.path, line=line, column=column) from None
    except RecursionError:
        raise InputError("JSON nested too deep", path=document.path) from None
    counter = _Counter()
    pieces = [piece for piece in _walk(data, counter, "", "") if piece.text.strip()]
    strings = list(_STRING.finditer(source))
    if not pieces or len(strings) != counter.count:
        raise InputError("no words found in this JSON", path=document.path,
                         hint="words are looked for under `text`, speakers under `speaker`")  # fmt: skip
    said = Said()
    turns: list[Turn] = []
    marks: list[tuple[int, str]] = []
    for piece in pieces:
        match = strings[piece.number]
        if piece.time:
            marks.append((said.size, piece.time))
        if piece.speaker or turns:
            machine = _LABEL.match(piece.speaker) is not None
            turns.append(
                Turn(said.size, piece.speaker, "machine" if machine else "typed" if piece.speaker else "change")
            )
        _add(said, source, match.start(1), match.end(1))
        said.put("\n", match.end(1), match.end(1))
    named = any(turn.speaker for turn in turns)
    return said.document(document), "JSON", turns if named else [], marks


class _Counter:
    def __init__(self) -> None:
        self.count = 0

    def next(self) -> int:
        self.count += 1
        return self.count - 1


def _walk(data: Any, counter: _Counter, speaker: str, key: str) -> Iterator[_Piece]:
    """Every string under a key of _TEXTS is counted; those are told that are not the sum of others below them."""
    if isinstance(data, list):
        for one in data:
            yield from _walk(one, counter, speaker, key)
    elif isinstance(data, dict):
        mine = _speaker(data) or speaker
        inner: list[_Piece] = []
        own: list[_Piece] = []
        for name, value in data.items():
            if name in _TEXTS and isinstance(value, str):
                piece = _Piece(value, counter.next(), mine, _time(data))
                if key not in _SKIPPED:
                    own.append(piece)
            elif isinstance(value, dict | list):
                found = list(_walk(value, counter, mine, name))
                inner += found if name not in _SKIPPED else []
        total = sum(len(piece.text) for piece in inner)
        # A text that is about as long as all those below it is their sum.
        keep = [piece for piece in own if not inner or len(piece.text) < 0.5 * total]
        if own and len(own) > 1:
            keep = [max(own, key=lambda piece: len(piece.text))] if keep else []
        yield from sorted([*keep, *inner], key=lambda piece: piece.number)


def _speaker(data: dict[str, Any]) -> str:
    for key in _SPEAKERS:
        value = data.get(key)
        if isinstance(value, dict):
            value = next((value[name] for name in _NAMES if isinstance(value.get(name), str)), None)
        if isinstance(value, bool):
            continue
        if isinstance(value, int):
            return f"Speaker {value}"
        if isinstance(value, str) and 0 < len(value.strip()) < 80 and (key != "name" or any(t in data for t in _TEXTS)):
            return value.strip()
    return ""


def _time(data: dict[str, Any]) -> str:
    for key in _TIMES:
        value = data.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e7:
            return clock(float(value))
    return ""


def clock(seconds: float) -> str:
    """Seconds as hours:minutes:seconds.thousandths."""
    thousandths = round(seconds * 1000)
    rest, part = divmod(thousandths, 1000)
    return f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}.{part:03}"


def _add(said: Said, source: str, start: int, end: int) -> None:
    at = start
    for found in _MARKUP.finditer(source, start, end):
        _unescaped(said, source, at, found.start())
        if found["reference"]:
            said.put(html.unescape(found["reference"].replace("\\u0026", "&")), *found.span())
        elif found["tag"] in ("p", "br", "div"):
            said.put("\n", *found.span())
        at = found.end()
    _unescaped(said, source, at, end)


def _unescaped(said: Said, source: str, start: int, end: int) -> None:
    at = start
    for escape in _ESCAPE.finditer(source, start, end):
        said.add(source[at : escape.start()], at)
        letter = json.loads(f'"{escape.group()}"')
        said.put("\ufffd" if "\ud800" <= letter <= "\udfff" else letter, *escape.span())
        at = escape.end()
    said.add(source[at:end], at)

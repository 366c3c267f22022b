"""A pattern that is compiled when first used is the pattern that `re` compiles."""

from __future__ import annotations

import marshal
import re
from pathlib import Path
from typing import Any

import pytest

from hedgelint import patterns
from hedgelint.cache import cache_folder, read_entry, write_entry
from hedgelint.patterns import Kept, pattern_of
from tests.modules import every_module

TEXT = "“It is safe,” said Ada Hale, 41, on 3 May 2021: £2.5m (see https://example.org). By Ida Voss\n\n- ‘No.’"


def test_every_pattern_of_the_program_compiles_and_finds_what_re_finds() -> None:
    waiting = [
        one
        for _, module in every_module()
        for one in vars(module).values()
        if type(one).__module__ == "hedgelint.patterns" and not isinstance(one, Kept)
    ]
    assert len(waiting) > 150
    for one in waiting:
        assert isinstance(one.flags, int)
        plain = re.compile(one.pattern, one.flags)
        text: Any = TEXT if isinstance(one.pattern, str) else TEXT.encode()
        assert [m.span() for m in one.finditer(text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize("first", ["search", "groupindex", "pattern", "sub"])
def test_it_is_the_same_whatever_is_asked_first(first: str) -> None:
    one, plain = pattern_of(r"(?P<word>\w+) said", re.I), re.compile(r"(?P<word>\w+) said", re.I)
    getattr(one, first)
    text = "Hale SAID and Voss said"
    assert one.search(text)["word"] == "Hale"  # type: ignore[index]
    assert one.sub(r"\g<word>", text) == plain.sub(r"\g<word>", text)
    assert (one.pattern, one.flags, one.groups, dict(one.groupindex)) == (plain.pattern, plain.flags, 1, {"word": 1})
    assert [one.match(text).span(), one.split(text), one.findall(text)] == [  # type: ignore[union-attr]
        plain.match(text).span(),  # type: ignore[union-attr]
        plain.split(text),
        plain.findall(text),
    ]


def test_a_mistake_in_a_pattern_is_told_when_it_is_used() -> None:
    wrong = pattern_of("(")
    with pytest.raises(re.error):
        wrong.search("")
    with pytest.raises(AttributeError):
        _ = pattern_of("a").nobody  # type: ignore[attr-defined]


SOME = [(r"(?P<word>\w+) said\b", re.I), (r"(?<!\d)[£$€]\d+(?:\.\d+)?", 0), (rb"<\?xml[^>]*>", re.S), (r"(?x) a  b", 0)]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path))
    tmp_path.chmod(0o700)
    return tmp_path


def _run() -> tuple[list[re.Pattern[Any]], Kept]:
    kept = Kept()
    made = [kept.compile(pattern, flags) for pattern, flags in SOME]
    kept.keep()
    return made, kept


def _compiles(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is compiled from now on."""
    seen: list[object] = []
    code = patterns._code
    monkeypatch.setattr(patterns, "_code", lambda pattern, flags: seen.append(pattern) or code(pattern, flags))
    return seen


def test_a_pattern_that_was_kept_equals_one_that_re_compiles(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`re.Pattern` compares the code."""
    seen = _compiles(monkeypatch)
    plain = [re.compile(pattern, flags) for pattern, flags in SOME]
    assert _run()[0] == plain
    assert len(seen) == len(SOME)
    assert _run()[0] == plain
    assert len(seen) == len(SOME)


def test_a_damaged_entry_is_none(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = _run()[0]
    (file,) = cache_folder().iterdir()
    content = bytearray(file.read_bytes())
    seen = _compiles(monkeypatch)
    for at in (0, 70, len(content) // 2, len(content) - 1):
        file.write_bytes(bytes(content[:at]) + bytes([content[at] ^ 1]) + bytes(content[at + 1 :]))
        seen.clear()
        assert Kept().compile(*SOME[0]) == plain[0]
        assert seen
    for wrong in (
        b"",
        b"not marshal",
        marshal.dumps([1]),
        marshal.dumps({(SOME[0][0], int(SOME[0][1])): (0, b"abc", 1, {}, ())}),
    ):
        write_entry(file.name, wrong)
        assert read_entry(file.name) == wrong
        assert Kept().compile(*SOME[0]) == plain[0]


def test_an_interpreter_that_has_moved_on_compiles_with_re(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(*_: object) -> None:
        raise AttributeError("no such function any more")

    monkeypatch.setattr(patterns, "_code", moved)
    made, _ = _run()
    assert made == [re.compile(pattern, flags) for pattern, flags in SOME]
    assert list(own_cache.iterdir()) == []
    with pytest.raises(re.error):
        Kept().compile("(", 0)


def test_without_a_folder_to_keep_them_in_they_are_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert _run()[0] == [re.compile(pattern, flags) for pattern, flags in SOME]

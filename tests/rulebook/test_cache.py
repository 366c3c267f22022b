"""Whatever is not exactly what was written is no cache."""

from __future__ import annotations

import marshal
import os
import time
from pathlib import Path
from typing import Any

import pytest

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.attributions.cues import Verbs
from hedgelint.annotate.phrases import phrase_table
from hedgelint.checks.check import is_due, waits
from hedgelint.document.reader import read_text
from hedgelint.rulebook.cache import is_settled, made_from, name_of, read_cache, write_cache
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.locate import find_rules, read_rules
from hedgelint.rulebook.rule import owner_of
from hedgelint.rulebook.rulebook import load_rulebook, phrases_of
from hedgelint.values import replace

DATA = {"lexicons": {"a": [{"term": "é"}]}, "rules": [{"id": "x"}]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_written_is_read(folder: Path) -> None:
    write_cache("k", "of", DATA)
    assert read_cache("k", "of") == DATA
    assert read_cache("other", "of") is None
    assert [path.name for path in folder.iterdir()] == ["k"]


def test_any_byte_changed_is_noticed(folder: Path) -> None:
    write_cache("k", "of", DATA)
    path = folder / "k"
    good = path.read_bytes()
    for i in range(len(good)):
        path.write_bytes(good[:i] + bytes([good[i] ^ 1]) + good[i + 1 :])
        assert read_cache("k", "of") is None, i
    for cut in range(len(good)):
        path.write_bytes(good[:cut])
        assert read_cache("k", "of") is None, cut


def test_under_another_key_it_is_another(folder: Path) -> None:
    write_cache("k", "of", DATA)
    assert read_cache("k", "of other rules") is None


@pytest.mark.parametrize("content", [marshal.dumps(("of", DATA)), b"{}", b"[]", b"3", b"true", b"", b"\0" * 50])
def test_what_has_no_seal_is_no_cache(folder: Path, content: bytes) -> None:
    write_cache("k", "of", DATA)
    (folder / "k").write_bytes(content)
    assert read_cache("k", "of") is None


def test_the_cache_of_one_rulebook_is_not_anothers(folder: Path) -> None:
    write_cache("k", "of", DATA)
    (folder / "other").write_bytes((folder / "k").read_bytes())
    assert read_cache("other", "of") is None


def test_a_folder_that_others_may_write_is_not_trusted(folder: Path) -> None:
    write_cache("k", "of", DATA)
    folder.chmod(0o777)
    assert read_cache("k", "of") is None


def test_a_folder_or_a_pipe_in_its_place_does_no_harm(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "k").mkdir()
    write_cache("k", "of", DATA)
    assert read_cache("k", "of") is None
    os.mkfifo(folder / "pipe")
    assert read_cache("pipe", "of") is None


def test_what_nobody_asked_for_in_a_month_goes(folder: Path) -> None:
    write_cache("old", "of", DATA)
    (folder / "x.part").write_text("torn")
    past = time.time() - 40 * 86_400
    os.utime(folder / "old", (past, past))
    os.utime(folder / "x.part", (past, past))
    write_cache("new", "of", DATA)
    assert [path.name for path in folder.iterdir()] == ["new"]


def test_a_change_of_a_rule_shows_in_the_key_and_of_a_houses_by_content(tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    rule = house / "a.yaml"
    rule.write_text("id: a\n")
    seen = rule.stat()
    keys = {made_from(find_rules([house]))}
    rule.write_text("id: b\n")
    os.utime(rule, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    keys.add(made_from(find_rules([house])))
    shipped, *others = find_rules()
    assert shipped.content is None
    keys.add(made_from([shipped, *others]))
    keys.add(made_from([replace(shipped, stamp=b"1 2"), *others]))
    keys.add(made_from(others))
    assert len(keys) == 5


def test_what_was_written_just_now_is_not_kept() -> None:
    shipped, *others = find_rules()
    assert is_settled([replace(shipped, changed=0.0)]) == is_settled([])
    assert not is_settled([replace(shipped, changed=time.time()), *others])


def test_a_rulebook_from_the_cache_is_that_from_the_rules(folder: Path) -> None:
    fresh = load_rulebook(cache=False)
    found = find_rules()
    made = {"kept": {"a table": ("of", frozenset(("plain", "values")))}, "phrases": {"some": "some say\tx\t0"}}
    write_cache(name_of(()), made_from(found), {**compile_rules(read_rules(found)), **made})
    kept = load_rulebook()
    assert (kept.lexicons.kept, kept.phrases) == tuple(made.values())
    assert replace(kept, phrases={}) == fresh
    assert kept.list_examples == fresh.list_examples


def test_tables_that_are_kept_are_those_that_are_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hedgelint.rulebook.rulebook.is_settled", lambda found: True)
    made, fresh = load_rulebook(), load_rulebook(cache=False)
    assert [file.name for file in folder.iterdir()] == [name_of(())]
    kept = load_rulebook()
    assert replace(kept, lists=made.lists) == made
    assert kept.list_examples == made.list_examples
    assert kept.phrases == phrase_table({**phrases_of(fresh.rules), **Annotator(fresh.lexicons).phrases()})
    assert kept.waits == {rule.id: waits(rule.check) for rule in fresh.rules}
    assert kept.lexicons.kept.keys() == fresh.lexicons.kept.keys() > {"verbs of saying", "adjectives of saying"}
    for name, table in fresh.lexicons.kept.items():
        if name.endswith("s of saying") and not name.startswith("forms"):
            assert dict(Verbs(kept.lexicons.kept[name])) == dict(Verbs(table))
        else:
            assert kept.lexicons.kept[name] == table, name


def test_a_rule_that_waits_finds_nothing_where_there_is_nothing_of_what_it_waits_for() -> None:
    book = load_rulebook(cache=False)
    text = "Board meets\n\n" + "\n\n".join(example.text for rule in book.rules for example in rule.examples)
    whole = Annotator(book.lexicons, phrases_of(book.rules)).annotate(read_text("a.txt", text))
    assert all((whole.claims, whole.loaded, whole.nameless, whole.confidence, whole.quotations, whole.pullquotes))
    unpulled = replace(whole.document, parts=tuple(p for p in whole.document.parts if p.kind != "pullquote"))
    found = set()
    for rule in book.rules:
        hits = whole.hits.get(owner_of(rule.id), ())
        found |= {rule.kind for match in rule.check.find(whole, hits) if waits(rule.check)}
        if awaited := waits(rule.check):
            nothing: dict[str, Any] = {one: () for one in awaited if one not in ("hits", "pullquotes")}
            nothing |= {"document": unpulled} if "pullquotes" in awaited else {}
            without = replace(whole, **nothing)
            left = () if "hits" in awaited else hits
            assert not is_due(awaited, without, left)
            assert list(rule.check.find(without, left)) == [], rule.id
    assert found > {"phrase", "pattern", "loaded", "nameless", "claim", "confidence"}


def test_an_entry_of_another_form_is_made_anew(folder: Path) -> None:
    fresh = load_rulebook(cache=False)
    for data in (DATA, {}, [], {"lexicons": {}}):
        write_cache(name_of(()), made_from(find_rules()), data)
        assert [rule.id for rule in load_rulebook().rules] == [rule.id for rule in fresh.rules]

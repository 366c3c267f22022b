"""Reports that are written while the run goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.desk.desk import Desk
from hedgelint.document.model import Document
from hedgelint.errors import ConfigError, InputError
from hedgelint.report.flow import Flow, written
from hedgelint.report.formats import FORMATS, report
from hedgelint.report.run import Run as Asked
from tests.conftest import Run

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FLOWING = ("text", "compact", "json", "jsonl", "sarif", "gitlab", "checkstyle", "rdjson", "csv")


@given(st.lists(st.lists(JSON, max_size=3), max_size=4), st.text(), JSON)
def test_a_document_that_flows_is_to_the_letter_the_document_written_whole(rounds, before, after) -> None:
    whole = {"head": before, "runs": [{"list": [], "after": after}]}
    flow = Flow('"list": []', 4, lambda: whole)
    lines = [line for items in rounds for line in flow.take(items)]
    told = "\n".join([*lines, *flow.end()])
    if '"list": []' in json.dumps(before):
        return
    items = [item for some in rounds for item in some]
    assert told == written({"head": before, "runs": [{"list": items, "after": after}]})


@pytest.mark.parametrize("form", FLOWING)
def test_what_is_known_of_a_story_is_told_before_the_next_is_read(form: str) -> None:
    desk = Desk()
    made = report(form, Asked(severity="info", rule=desk.rule, settings=desk.in_force))
    from hedgelint.document.readers.plain import read_plain

    (first, second) = (
        desk.lint_document(read_plain(f"<{name}>", "Experts say it. Critics say it. Observers say it.\n"))
        for name in ("one", "two")
    )
    told = list(made.story(first))
    assert any("vague-source" in line for line in told)
    assert not any("vague-source" in line for line in made.end()) or form in ("json", "sarif", "gitlab", "rdjson")
    assert list(made.story(second))


def _stopping(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    documents = Desk.documents

    def stopped(self: Desk, path: str) -> Iterator[Document | InputError]:
        if path.endswith("c.txt"):
            raise error
        return documents(self, path)

    monkeypatch.setattr(Desk, "documents", stopped)


def _three(folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text("Experts say the bridge is unsafe.\n", "utf-8")


@pytest.mark.parametrize("form", sorted({*FORMATS} - {"statistics"}))
def test_ctrl_c_keeps_what_is_known_and_says_that_it_is_not_all(
    form: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _three(tmp_path)
    _stopping(monkeypatch, KeyboardInterrupt())
    ran = run("a.txt", "b.txt", "c.txt", "--no-config", "--format", form)
    assert ran.code == 130
    assert "hedgelint: stopped" in ran.err
    assert "b.txt" in ran.out
    if form != "csv":
        assert "stopped here by Ctrl-C" in ran.out
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(ran.out)
    if form in ("junit", "checkstyle"):
        ElementTree.fromstring(ran.out)


def test_a_report_in_a_file_that_was_stopped_is_whole(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _three(tmp_path)
    _stopping(monkeypatch, KeyboardInterrupt())
    assert run("a.txt", "b.txt", "c.txt", "--no-config", "--format", "json:out.json").code == 130
    data = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [one["path"] for one in data["findings"]] == ["a.txt", "b.txt"]
    assert [one["message"] for one in data["problems"]] == [
        "stopped here by Ctrl-C: the stories behind this one were not looked at"
    ]


def test_a_mistake_that_ends_the_run_ends_its_document(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _three(tmp_path)
    _stopping(monkeypatch, ConfigError("there is no such rule", path="hedgelint.toml", line=3))
    ran = run("a.txt", "b.txt", "c.txt", "--no-config", "--format", "json")
    assert ran.code == 2
    assert [one["message"] for one in json.loads(ran.out)["problems"]] == ["there is no such rule"]

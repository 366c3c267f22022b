"""hedgelint.toml: what it may say, where it is found, and how its mistakes are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.config import read as config_read
from hedgelint.config.model import _glob, matches
from hedgelint.config.toml import Places
from tests.conftest import Ran, Run

STORY = "A bridge is shut\n\nExperts say the bridge at Carrow is unsafe.\n"


@pytest.fixture
def lint(run: Run, tmp_path: Path):
    def call(settings: str, story: str = "story.txt", *options: str, name: str = "hedgelint.toml") -> Ran:
        (tmp_path / name).write_text(settings, encoding="utf-8")
        path = tmp_path / story
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
        return run(story, *options)

    return call


def rules_of(ran: Ran) -> list[tuple[str, str]]:
    return [(f["rule"], f["severity"]) for f in json.loads(ran.out)["findings"]]


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", 1),
        ('fail-on = "error"', 0),
        ('ignore = ["vague-source"]', 0),
        ('ignore = "attribution"', 0),
        ('select = ["quotation"]', 0),
        ('select = ["vague-source"]\nignore = ["attribution"]', 1),
        ('select = ["all"]\nignore = ["vague-source"]\n[severity]\nattribution = "info"', 0),
        ('[severity]\nvague-source = "off"', 0),
        ('[severity]\nattribution = "info"', 0),
        ('[severity]\nattribution = "info"\nvague-source = "error"', 1),
        ('exclude = ["story.txt"]', 1),
        ('[per-path."story.txt"]\nignore = ["vague-source"]', 0),
        ('[per-path."opinion/"]\nignore = ["vague-source"]', 1),
    ],
)
def test_settings_choose_rules(lint, settings: str, code: int) -> None:
    assert lint(settings).code == code


def test_severities_are_those_of_the_settings(lint) -> None:
    ran = lint('[severity]\nvague-source = "error"', "story.txt", "--format", "json")
    assert rules_of(ran) == [("vague-source", "error")]


def test_the_command_line_has_the_last_word(lint) -> None:
    settings = 'ignore = ["vague-source"]\nfail-on = "error"'
    assert lint(settings, "story.txt", "--select", "vague-source", "--fail-on", "warning").code == 1
    assert lint(settings, "story.txt", "--no-config").code == 1


def test_the_nearest_settings_upwards_hold(lint, run: Run, tmp_path: Path) -> None:
    lint('ignore = ["vague-source"]', "a/b/story.txt")
    assert run("a/b/story.txt").code == 0
    (tmp_path / "a" / "hedgelint.toml").write_text("", encoding="utf-8")
    assert run("a/b/story.txt").code == 1
    assert run("a/b/story.txt", "--config", "hedgelint.toml").code == 0


def test_settings_may_stand_in_pyproject_toml(lint, tmp_path: Path) -> None:
    assert lint("[project]\nname = 'x'", name="pyproject.toml").code == 1
    assert lint('[tool.hedgelint]\nignore = ["vague-source"]', name="pyproject.toml").code == 0
    ran = lint('[tool.black]\nline = 1\n\n[tool.hedgelint]\nignroe = ["x"]', name="pyproject.toml")
    assert ran.err.endswith("pyproject.toml:5:1: unknown setting “ignroe” (did you mean “ignore”?)\n")


def test_files_that_are_excluded_are_read_only_when_named(lint, run: Run, tmp_path: Path) -> None:
    lint('exclude = ["drafts/"]', "drafts/story.txt")
    (tmp_path / "clean.txt").write_text("A headline\n", encoding="utf-8")
    assert run(".").code == 0
    assert run("drafts/story.txt").code == 1


def test_settings_are_inherited_and_overruled(lint, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(
        'ignore = ["vague-source"]\n[severity]\nvague-source = "error"', encoding="utf-8"
    )
    assert lint('extends = "base.toml"').code == 0
    ran = lint('extends = ["base.toml"]\nextend-select = ["vague-source"]', "story.txt", "--format", "json")
    assert rules_of(ran) == [("vague-source", "error")]


def test_rules_and_words_of_the_house(lint, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "words.yaml").write_text(
        "extend: nameless-sources\nentries:\n  - {term: wag, advice: name one, group: critics}\n",
        encoding="utf-8",
    )
    (house / "bridge.yaml").write_text(
        """\
id: bridge-name
title: The bridge's whole name
kind: swap
severity: error
swap: {the bridge at Carrow: Carrow Bridge}
message: "“{match}”: write “{prefer}”"
why: It has a name.
examples:
  bad: ["[[The bridge at Carrow]] is shut."]
  good: ["Carrow Bridge is shut.", "“The bridge at Carrow is shut,” she said."]
""",
        encoding="utf-8",
    )
    ran = lint('rules = ["house"]', "story.txt", "--format", "json")
    assert rules_of(ran) == [("vague-source", "warning"), ("bridge-name", "error")]


MISTAKES = [
    ('ignore = ["vague-sauce"]', "1:12: there is no rule or category “vague-sauce” (did you mean “vague-source”?)"),
    (
        'fail-on = "error"\n\n[severity]\nvague-sauce = "error"',
        "4:1: there is no rule or category “vague-sauce” (did you mean “vague-source”?)",
    ),
    ('fail_on = "error"', "1:1: unknown setting “fail_on” (did you mean “fail-on”?)"),
    ('fail-on = "fatal"', "1:1: `fail-on` is one of info, suggestion, warning, error"),
    ('[severity]\nvague-source = "loud"', "2:1: “loud” is no severity (one of: info, suggestion, warning, error, off)"),
    ('[per-path."news/"]\nselcet = []', "2:1: unknown setting “selcet” (did you mean “select”?)"),
    ("ignore = 3", "1:1: `ignore` is a list of rules or categories"),
    (
        "ignore = [",
        "hedgelint.toml:1:10: not TOML: a list is opened with [ and not closed (write ] behind its last name)",
    ),
    ('rules = ["no-such-folder"]', "1:11: there are no rules at “no-such-folder”"),
    ('extends = "no-such-file.toml"', "1:12: there is no file “no-such-file.toml” to extend"),
    ('extends = "hedgelint.toml"', "1:12: “hedgelint.toml” extends this file in turn"),
    ('scale = "Beaufort"', "hedgelint.toml:1:10: there is no scale “Beaufort”"),
    ('[[suppress]]\nreason = "none"', "1:1: an entry of [[suppress]] needs a `rule`"),
    ('exclude = ["old/", "x/[z-a].txt"]', "1:21: “x/[z-a].txt” is no pattern of paths (letters between brackets"),
    ('[per-path."[z-a]"]\nignore = []', "1:1: “[z-a]” is no pattern of paths"),
    ('[[suppress]]\nrule = "vague-source"\npath = "[z-a]"', "3:9: “[z-a]” is no pattern of paths"),
    ('[[suppress]]\nrule = "x"\nfiles = "y"', "3:1: unknown setting “files”"),
]


@pytest.mark.parametrize(("settings", "says"), MISTAKES, ids=[s for s, _ in MISTAKES])
def test_a_mistake_is_told_at_its_place_and_leaves_with_2(lint, settings: str, says: str) -> None:
    ran = lint(settings)
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.err


def test_settings_that_are_asked_for_must_be_there(run: Run) -> None:
    ran = run("--config", "none.toml", "story.txt")
    assert (ran.code, ran.err) == (2, "hedgelint: none.toml: there is no such file\n")


@pytest.mark.parametrize(
    ("path", "pattern", "is_meant"),
    [
        ("opinion/a.txt", "opinion/", True),
        ("opinion/deep/a.txt", "opinion/", True),
        ("opinion/a.txt", "opinion", True),
        ("news/opinion/a.txt", "opinion", True),
        ("news/a.txt", "opinion/", False),
        ("news/a.draft.txt", "*.draft.txt", True),
        ("news/a.txt", "*.draft.txt", False),
        ("news/2026/a.txt", "news/**", True),
        ("news/2026/a.txt", "news/*/a.txt", True),
        ("sport/a.txt", "news/*", False),
        ("opinion/a.txt", "**/opinion/**", True),
        ("news/opinion/deep/a.txt", "**/opinion/**", True),
        ("news/a.txt", "**/opinion/**", False),
        ("a.txt", "**/*.txt", True),
        ("news/a.txt", "news/**/a.txt", True),
        ("opinion/a.txt", "**/opinion/*.txt", True),
        ("news/2026/opinion/a.txt", "**/opinion/*.txt", True),
        ("opinion/old/a.txt", "opinion/**", True),
        ("archive/2026/a.txt", "archive/*.txt", False),
        ("archive/a1.txt", "archive/a[0-9].txt", True),
        ("archive/ab.txt", "archive/a[!0-9].txt", True),
        ("a.txt", ".", True),
        ("../elsewhere/a.txt", "*.txt", False),
    ],
)
def test_patterns_of_paths(tmp_path: Path, path: str, pattern: str, is_meant: bool) -> None:
    assert matches(str(tmp_path / path), tmp_path, pattern) is is_meant


def _plainly(pattern: str) -> str:
    """The same in a regular expression that tries everything."""
    meant = {"folders": "(?:.*/)?", "all": ".*", "some": "[^/]*", "one": "[^/]"}
    pieces = re.finditer(r"(?P<folders>(?:^|(?<=/))\*\*/)|(?P<all>\*\*)|(?P<some>\*)|(?P<one>\?)|(?P<plain>.)", pattern)
    out = "".join(meant.get(str(piece.lastgroup), re.escape(piece.group())) for piece in pieces)
    return rf"(?s:{out}(?:/.*)?)\Z"


@given(st.text("ab*?/", min_size=1, max_size=9).filter(lambda p: "/" in p.strip("/")), st.text("ab/", max_size=9))
def test_a_pattern_of_paths_is_read_once_and_means_the_same(pattern: str, path: str) -> None:
    assert (_glob(pattern).match(path) is None) is (re.compile(_plainly(pattern)).match(path) is None)


@pytest.mark.parametrize("pattern", ["*a" * 20 + "b", "**/a/" * 20 + "b", "**/*a*/" * 20 + "b"])
def test_a_pattern_of_many_stars_comes_to_an_end(tmp_path: Path, pattern: str) -> None:
    """Read step by step, each star would be tried at each place for each place of those before it."""
    assert not matches(str(tmp_path / "a/a" / ("a" * 200) / "/".join("a" * 200)), tmp_path, pattern)


TOML = [
    ("ignore = vague-source", 'write ignore = ["vague-source"]'),
    ("ignore = [vague-source, booster]", 'write ignore = ["vague-source", "booster"]'),
    ("fail-on = error", 'write fail-on = "error"'),
    ("fail-on: error", "settings are written with =, not with a colon (write fail-on = …)"),
    ("fail-on = “error”", "“ is no quotation mark of TOML"),
    ('fail-on = "error', "a quotation mark is opened and not closed"),
    ("[per-path.opinion/*]", 'write [per-path."opinion/*"]'),
    ('exclude = ["old\\drafts"]', "a backslash in a text between double marks means something else"),
]


@pytest.mark.parametrize(("line", "says"), TOML, ids=[line for line, _ in TOML])
def test_what_is_no_toml_is_told_in_plain_words_with_the_line(lint, line: str, says: str) -> None:
    ran = lint(f"# settings of the house\n{line}\n")
    assert ran.code == 2
    assert ran.err.startswith("hedgelint: hedgelint.toml:2:")
    assert says in ran.err
    assert f"  2 | {line}" in ran.err


def test_settings_that_would_never_be_read_are_told(lint) -> None:
    ran = lint("ignore: [vague-source]\n", name="hedgelint.yaml")
    assert ran.code == 2
    assert ran.err.startswith("hedgelint: hedgelint.yaml: settings are read from hedgelint.toml only (rename the file")


def test_settings_of_one_folder_are_a_problem_of_its_stories_only(run: Run, tmp_path: Path) -> None:
    for folder in "abc":
        (tmp_path / folder).mkdir()
        for name in ("one.txt", "two.txt"):
            (tmp_path / folder / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "b" / "hedgelint.toml").write_text("nope = 1\n", encoding="utf-8")
    ran = run("a", "b", "c", "--format", "json")
    told = json.loads(ran.out)
    assert ran.code == 2
    assert [finding["path"] for finding in told["findings"]] == ["a/one.txt", "a/two.txt", "c/one.txt", "c/two.txt"]
    assert {problem["path"] for problem in told["problems"]} == {"b/hedgelint.toml"}
    people = run("a", "b", "c")
    assert people.code == 2
    assert people.out.count("b/hedgelint.toml:1:1: problem: unknown setting “nope”") == 1
    assert "b/two.txt: note: not looked at: see the problem" in people.out


def test_rules_of_one_folder_are_a_problem_of_its_stories_only(run: Run, tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b" / "hedgelint.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    (tmp_path / "b" / "house").mkdir()
    (tmp_path / "b" / "house" / "a.yaml").write_text("id: [", encoding="utf-8")
    for command in ("lint", "annotate", "claims", "confidence"):
        ran = run(command, "a", "b")
        assert ran.code == 2
        assert "b/house/a.yaml:1:" in ran.out + ran.err
        assert "Experts" in ran.out or command in ("claims", "confidence")


def test_settings_of_the_working_directory_are_told_once_for_all(lint) -> None:
    ran = lint("nope = 1")
    assert (ran.code, ran.out) == (2, "")
    assert "hedgelint.toml:1:1: unknown setting “nope”" in ran.err


def test_settings_that_two_files_extend_are_read_once(lint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    bytes_of = config_read.settings_bytes
    monkeypatch.setattr(config_read, "settings_bytes", lambda path: read.append(path.name) or bytes_of(path))
    (tmp_path / "c0.toml").write_text('ignore = ["vague-source"]', encoding="utf-8")
    for n in range(1, 40):
        text = f'extends = ["c{n - 1}.toml", "./c{n - 1}.toml"]'
        (tmp_path / f"c{n}.toml").write_text(text, encoding="utf-8")
    assert lint('extends = "c39.toml"').code == 0
    assert sorted(read) == sorted(["hedgelint.toml", *(f"c{n}.toml" for n in range(40))])


def test_what_two_files_extend_speaks_before_both(lint, tmp_path: Path) -> None:
    (tmp_path / "root.toml").write_text('ignore = ["vague-source"]', encoding="utf-8")
    (tmp_path / "on.toml").write_text('extends = "root.toml"\nextend-select = ["vague-source"]', encoding="utf-8")
    (tmp_path / "more.toml").write_text('extends = "root.toml"', encoding="utf-8")
    assert lint('extends = ["on.toml", "more.toml"]').code == 1


def test_files_that_extend_one_another_without_end(lint, tmp_path: Path) -> None:
    for n in range(150):
        (tmp_path / f"c{n}.toml").write_text(f'extends = "c{n + 1}.toml"', encoding="utf-8")
    ran = lint('extends = "c0.toml"')
    assert ran.code == 2
    assert "more than 100 files extend one another" in ran.err
    (tmp_path / "c3.toml").write_text('extends = "c1.toml"', encoding="utf-8")
    assert "“c1.toml” extends this file in turn" in lint('extends = "c0.toml"').err


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (f"[[suppress]]\nrule = 'x'\nline = {'9' * 5_000}", "hedgelint.toml:1:1: a number of thousands of digits"),
        (f"a = {'[' * 5_000}{']' * 5_000}", "hedgelint.toml:1:1: values are nested too deeply"),
        ('extends = ["a\\u0000b"]', "there is no file “a\\x00b” to extend"),
        ('rules = ["a\\u0000b"]', "there are no rules at “a\\x00b”"),
        ("[[suppress]]\nrule = 'vague-source'\nline = -3", "`line` is a whole number from 1"),
        ("scale = ''", "hedgelint.toml:1:1: `scale` is a name"),
    ],
)
def test_what_settings_give_wrongly_is_their_own_mistake_and_no_fault(lint, settings: str, says: str) -> None:
    ran = lint(settings)
    assert ran.code == 2
    assert says.replace("\\x00", "\0") in ran.err.replace("\ufffd", "\0")


def test_a_sidecar_that_is_no_toml_is_told(lint, tmp_path: Path) -> None:
    (tmp_path / "story.txt.hedgelint.toml").write_text(f"a = {'9' * 5_000}", encoding="utf-8")
    ran = lint("")
    assert ran.code == 2
    assert "story.txt.hedgelint.toml:1:1: problem: a number of thousands of digits" in ran.out
    assert "vague-source" in ran.out


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('tool = {hedgelint = {ignore = ["vague-source"]}}', 0),
        ('[tool."hedgelint"]\nignore = ["vague-source"]', 0),
        ('[tool.hedgelint.severity]\nvague-source = "off"', 0),
        ('tool = ["x"]\n# [tool.hedgelint]', 1),
        ('[project]\ndependencies = ["hedgelint"]', 1),
        ('[project]\ndependencies = ["hedgelint"', 1),
        ("[tool]\nhedgelint = 3", 2),
        ('[tool.hedgelint]\nignore = ["', 2),
    ],
)
def test_pyproject_toml_in_all_its_spellings(lint, settings: str, code: int) -> None:
    assert lint(settings, name="pyproject.toml").code == code


def test_where_names_stand_is_found_in_one_reading() -> None:
    text = 'ignore = [\n  "one", \'two\',\n]\n[per-path."a/b.txt"]\nselect = ["one"]\n[severity]\nthree = "off"\n'
    places = Places(text)
    asked = [("", "ignore", "two"), ("per-path.a/b.txt", "select", "one"), ("severity", "three", "three")]
    assert [places.of(*one) for one in asked] == [(2, 11), (5, 12), (7, 1)]
    assert places.of("severity", "four") == (6, 1)
    assert places.of("", "four") == (1, 1)

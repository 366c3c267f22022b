"""What a slip in a file of settings is called, in an editor's words and at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hedgelint.desk.desk import Desk
from hedgelint.errors import ConfigError


def test_a_source_that_is_not_there_is_told_where_the_settings_name_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hedgelint.toml").write_text('\nsources = ["a.txt", "gone.txt"]\n', encoding="utf-8")
    for name in ("a.txt", "story.txt"):
        Path(name).write_text("Pier shut\n\nExperts say the pier is shut.\n", encoding="utf-8")
    (result,) = Desk().lint("story.txt")
    (problem,) = result.problems
    assert (problem.path, problem.line, problem.column) == ("hedgelint.toml", 2, 22)
    assert problem.message == "the source “gone.txt” cannot be read: No such file or directory"
    assert [finding.rule for finding in result.findings] == ["vague-source"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("ignore = []\nignore = []\n", "2:12: not TOML: “ignore” is given twice (put both in one place)"),
        ("[severity]\n[severity]\n", "2:10: not TOML: the table [severity] is there twice"),
        ("ignore\n", "1:7: not TOML: a name without a value (write name = value; a name has no blank in it)"),
        ("= 3\n", "1:1: not TOML: this is no setting"),
        ('scale = "ipc"\n', "1:10: there is no scale “ipc” (did you mean “IPCC”?)"),
        ('\nprofile = "opinon"\n', "2:12: there is no profile “opinon” (did you mean “opinion”?)"),
        ('ignore = ["x"\n', '1:10: not TOML: a list is opened with [ and not closed (write ignore = ["x"])'),
        (
            'ignore = [\n  "x",\nscale = "PHIA"\n',
            "1:10: not TOML: a list is opened with [ and not closed (write ] behind",
        ),
        ('ignore = ["a", "b"\n\n[severity]\na = "off"\n', "1:10: not TOML: a list is opened with [ and not closed"),
        ('ignore = ["x" "y"]\n', '1:15: not TOML: between two names stands a comma (write ignore = ["x", "y"])'),
        ('severity = {a = "off"\n', "1:12: not TOML: a table in one line is opened with { and not closed"),
        ("scale = 'PHIA\n", "1:9: not TOML: a text is opened with ' and not closed (write ' at its end)"),
        ('scale = """PHIA\n', '1:9: not TOML: a text is opened with """ and not closed'),
        (
            "[severity]\nvague-source = off\n",
            '2:16: not TOML: a text stands in quotation marks (write vague-source = "off")',
        ),
        ("[suppress]]\n", "1:11: not TOML: the brackets of a table do not match (write [suppress], or [[suppress]]"),
        ('ignore = ["x"]]\n', "1:15: not TOML: a list ends with one ] (take the other out)"),
        (
            'ignore = ("x")\n',
            '1:10: not TOML: names stand in quotation marks and square brackets (write ignore = ["x"])',
        ),
        (
            'names = ["nobody.txt"]\n',
            "1:11: the list of names “nobody.txt” cannot be read: No such file or directory (mend",
        ),
        ('[per-path."news/"]\nnames = "no.txt"\n', "2:10: the list of names “no.txt” cannot be read"),
        ('required-version = "soon"\n', "1:21: “soon” is no version (write required-version ="),
        (
            "[profile.opinon]\nignore = []\n",
            '1:1: `profile` is a name (write profile = "opinon"; a kind of story of your own',
        ),
        (
            'severity = "error"\n',
            "1:1: `severity` is a table of rules or categories and their severities (write [severity]",
        ),
        (
            "[hedgelint]\nignore = []\n",
            "1:1: unknown setting “hedgelint” (in hedgelint.toml settings stand in no such table",
        ),
        ("[tool.hedgelint]\nignore = []\n", "1:1: unknown setting “tool” (in hedgelint.toml settings stand in no such"),
        ('format = "sarif"\n', "1:1: unknown setting “format” (it is an option of the command: --format)"),
        ("max_findings = 3\n", "1:1: unknown setting “max_findings” (it is an option of the command: --max-findings)"),
        ('sources = [""]\n', "1:1: an empty text in `sources` (write a path, or take it out)"),
        ('extends = "package:"\n', "1:12: a package without a name (write package:echo_style)"),
        ('[per-path."news/"]\nignor = []\n', "2:1: unknown setting “ignor” (did you mean “ignore”?)"),
        ('fail-on = "warn"\n', "1:1: `fail-on` is one of info, suggestion, warning, error"),
        ('fidelity = "lose"\n', "1:1: `fidelity` is one of strict, news, loose"),
        ('[[suppress]]\nrule = "vague-source"\nline = 0\n', "3:1: `line` is a whole number from 1"),
        (
            'select = ["vague_source"]\n',
            "1:12: there is no rule or category “vague_source” (did you mean “vague-source”?)",
        ),
        ('select = ["vague"]\n', "1:12: there is no rule or category “vague” (there are vague-quantity, vague-source"),
        ('[severity]\nvague-source = "high"\n', "2:1: “high” is no severity (one of: info, suggestion"),
        ("ignore = 3\n", '1:1: `ignore` is a list of rules or categories (write ignore = ["vague-source"])'),
        (
            'extends = "no.toml"\n',
            "1:12: there is no file “no.toml” to extend (the path is seen from the folder of this file)",
        ),
        ('[[suppress]]\nreason = "x"\n', "1:1: an entry of [[suppress]] needs a `rule` (write rule ="),
        ('[per-path."news/"]\nprofile = "opinon"\n', "2:12: there is no profile “opinon”"),
    ],
)
def test_a_slip_is_told_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, told: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hedgelint.toml").write_text(settings, encoding="utf-8")
    Path("news").mkdir()
    Path("news/a.txt").write_text("Pier shut\n\nThe pier is shut, police said.\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        list(Desk().lint("news/a.txt"))
    assert str(error.value).startswith(f"hedgelint.toml:{told}")

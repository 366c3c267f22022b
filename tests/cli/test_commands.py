"""The other commands: explain, rules, test, annotate, schema, init, and the help."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from hedgelint.manual.schema import SCHEMAS
from tests.conftest import Run

COMMANDS = ("lint", "sources", "claims", "confidence", "explain", "rules", "test", "annotate", "schema", "init")


@pytest.mark.parametrize("arguments", [(), ("--help",), *((name, "--help") for name in COMMANDS)])
def test_help(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert "Usage: hedgelint" in ran.out + ran.err
    assert max(len(line) for line in (ran.out + ran.err).splitlines()) <= 100


def test_the_module_is_the_program() -> None:
    done = subprocess.run([sys.executable, "-m", "hedgelint", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("hedgelint, version ")


class TestExplain:
    def test_a_rule(self, run: Run) -> None:
        ran = run("explain", "vague-source")
        assert ran.code == 0
        assert ran.out.startswith("vague-source: ")
        for title in ("Says: ", "Looks: in ", "\nFinds\n", "\nLeaves alone\n", "\nRead more\n", "hedgelint: ignore"):
            assert title in ran.out

    def test_a_rule_of_confidence_shows_the_bands(self, run: Run) -> None:
        ran = run("explain", "confidence-word")
        assert "PHIA" in ran.out
        assert "55–75" in ran.out

    def test_an_unknown_rule(self, run: Run) -> None:
        ran = run("explain", "vague-sauce")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "hedgelint: there is no rule “vague-sauce” (did you mean “vague-source”?)\n"


class TestRules:
    def test_a_table_by_category(self, run: Run) -> None:
        lines = run("rules").out.splitlines()
        assert [line for line in lines if line and not line.startswith(" ")] == [
            "attribution",
            "quotation",
            "confidence",
            "wording",
            "headline",
        ]

    def test_json(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "hedgelint.toml").write_text(
            'ignore = ["booster"]\n[severity]\nvague-source = "error"', encoding="utf-8"
        )
        rules = {rule["id"]: rule for rule in json.loads(run("rules", "--format", "json").out)["rules"]}
        assert len(rules) >= 25
        assert rules["vague-source"]["severity"] == "error"
        assert (rules["booster"]["active"], rules["booster"]["default"]) == (False, True)


RULE = """\
id: over-there
title: Over there
kind: phrase
severity: warning
phrases: [over there]
message: "“{match}”: say where"
why: A reader is not there.
examples:
  bad: ["The bridge is [[over there]]."]
  good: ["The bridge is at Carrow.", "“It is over there,” she said."]
"""


class TestTest:
    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (("[[over there]]", "over [[there]]"), "misplaced: the rule speaks, but at other words"),
            (("at Carrow.", "over there."), "noisy: the rule speaks where it must be silent"),
            (("is [[over there]].", "is [[over here]]."), "missing: the rule is silent where it must speak"),
            (("phrases:", "scope: {quotation: any}\nphrases:"), "noisy: the rule speaks where it must be silent"),
        ],
    )
    def test_an_example_that_does_not_hold(self, run: Run, tmp_path: Path, change: tuple[str, str], says: str) -> None:
        (tmp_path / "rule.yaml").write_text(RULE.replace(*change), encoding="utf-8")
        ran = run("test", "rule.yaml")
        assert ran.code == 1
        assert f"over-there: {says}" in ran.out
        assert ran.out.endswith("1 rule, 3 examples, 1 of them wrong.\n")

    @pytest.mark.parametrize(
        ("example", "says"),
        [
            ('"It is over there in the list."', ""),
            ('"It is in the list."', "15:5: over-there: unproved: the rule is silent here without this silence too"),
            ('"It is over there."', "15:5: over-there: noisy: the rule speaks where it must be silent"),
            (
                '\n    - "It is over there in the list."\n    - "It is gone."',
                "17:7: over-there: unproved: the rule is silent here without this silence too",
            ),
            (
                f'"It is over there {"a" * 5000}!"',
                "15:5: over-there: stopped: a pattern of the rule backtracks without end",
            ),
        ],
    )
    def test_a_silence_is_proved_by_its_example(self, run: Run, tmp_path: Path, example: str, says: str) -> None:
        silence = (
            "unless_pattern:\n  - pattern: '\\blist\\b|(?:a|aa)+$b'\n    reason: the list says where\n    example: "
        )
        rule = RULE.replace("phrases:", "# the silence stands below\nphrases:")
        (tmp_path / "rule.yaml").write_text(f"{rule}{silence}{example}\n", encoding="utf-8")
        ran = run("test", "rule.yaml")
        assert ran.code == bool(says)
        assert says in ran.out

    def test_examples_that_hold(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "house").mkdir()
        (tmp_path / "house" / "rule.yaml").write_text(RULE, encoding="utf-8")
        ran = run("test", "house")
        assert (ran.code, ran.out) == (0, "1 rule, 3 examples, all as they should be.\n")

    def test_rules_that_the_settings_name_are_not_counted_twice(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "hedgelint.toml").write_text('rules = ["house"]', encoding="utf-8")
        (tmp_path / "house").mkdir()
        (tmp_path / "house" / "rule.yaml").write_text(RULE, encoding="utf-8")
        assert run("test", "house/rule.yaml").out == "1 rule, 3 examples, all as they should be.\n"

    def test_a_rule_by_its_name(self, run: Run) -> None:
        ran = run("test", "vague-source", "--no-config")
        assert (ran.code, ran.err) == (0, "")
        assert re.fullmatch(r"1 rule, \d+ examples, all as they should be\.\n", ran.out)
        ran = run("test", "vague-sorce", "--no-config")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == ("hedgelint: vague-sorce: there is no such file or rule (did you mean “vague-source”?)\n")

    def test_a_file_that_is_not_there(self, run: Run) -> None:
        ran = run("test", "none.yaml")
        assert (ran.code, ran.err) == (2, "hedgelint: none.yaml: there is no such file\n")


STORY = "A bridge is shut\n\n“It leaks,” Jo Hale said. The work may take a year.\n"


class TestAnnotate:
    def test_text_marks_what_was_understood(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        line = run("annotate", "story.txt").out.splitlines()[-1]
        assert line == "[content “It leaks,”] [source Jo Hale] [cue said]. The work [confidence may] take a year."

    def test_colour_leaves_the_words_as_they_are(self, run: Run, tmp_path: Path) -> None:
        import re

        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        out = run("annotate", "story.txt", "--color", "always").out
        assert re.sub(r"\x1b\[[0-9;]*m", "", out).endswith(STORY)

    def test_records_come_back_with_their_id(self, run: Run, tmp_path: Path) -> None:
        record = json.dumps({"id": "a/1#2", "text": STORY})
        (tmp_path / "stories.jsonl").write_text(f"{record}\n{record}\n", encoding="utf-8")
        lines = [json.loads(line) for line in run("annotate", "--format", "jsonl", "stories.jsonl").out.splitlines()]
        assert [line["id"] for line in lines] == ["a/1#2", "a/1#2"]
        jsonschema.validate(lines[0], SCHEMAS["annotations"]())
        (said,) = lines[0]["attributions"]
        assert [STORY[s["start"] : s["end"]] for s in said["source"]] == ["Jo Hale"]

    def test_json_is_a_list_of_stories(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        (data,) = json.loads(run("annotate", "--format", "json", "story.txt").out)
        assert data["path"] == "story.txt"
        jsonschema.validate(data, SCHEMAS["annotations"]())

    def test_a_missing_file(self, run: Run) -> None:
        ran = run("annotate", "--format", "jsonl", "none.txt")
        assert (ran.code, ran.out, ran.err) == (2, "", "hedgelint: none.txt: No such file or directory\n")


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_schemas_are_schemas(run: Run, name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", name).out))


class TestInit:
    def test_what_it_writes_works(self, run: Run, tmp_path: Path) -> None:
        assert run("init").code == 0
        assert run("test", "house-rules").out == "1 rule, 3 examples, all as they should be.\n"
        (tmp_path / "story.txt").write_text(
            "Shut\n\nIt is shut at this point in time, Jo Hale said.\n", encoding="utf-8"
        )
        assert "story.txt:3:12: suggestion at-this-point" in run("story.txt", "--severity", "info").out

    def test_every_line_that_is_commented_out_works_too(self, run: Run, tmp_path: Path) -> None:
        import re

        run("init")
        path = tmp_path / "hedgelint.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^# (?=[a-z-]+ = |\[)", "", text), encoding="utf-8")
        (tmp_path / "story.txt").write_text("Shut\n\nThe bridge is shut.\n", encoding="utf-8")
        assert run("story.txt").code == 0

    def test_what_is_there_stays(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "hedgelint.toml").write_text("# ours\n", encoding="utf-8")
        assert "hedgelint.toml is there already" in run("init").out
        assert (tmp_path / "hedgelint.toml").read_text(encoding="utf-8") == "# ours\n"


def test_a_package_that_is_not_installed_is_no_fault_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Experts say so.\n", encoding="utf-8")
    without = "import sys; sys.modules['click'] = None; from hedgelint.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "--format", "json", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"hedgelint: “click”, which hedgelint needs, is not installed for {sys.executable}\n"
        "hedgelint: to mend it: that Python with -m pip install hedgelint\n"
    )

"""Safe mends and unsafe ones, one English, rules of preview, old names of rules, paths that nothing has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hedgelint.config.former import Former
from hedgelint.rulebook.rulebook import load_rulebook
from tests.conftest import Run

RULE = """\
id: pier-words
title: Words of the pier
kind: swap
severity: warning
message: "“{match}” is written “{prefer}”"
swap:
  jetty: pier
  advisor: adviser
  boat: ship / vessel
  orange: lemon
  hut: apartment
scope: {quotation: any}
why: A test.
examples:
  bad: ["The [[jetty]] is shut."]
  good: ["The pier is shut."]
"""


def write(folder: Path, story: str, rule: str = RULE, settings: str = "") -> None:
    (folder / "house" / "wording").mkdir(parents=True)
    (folder / "house" / "wording" / "pier-words.yaml").write_text(rule, encoding="utf-8")
    (folder / "hedgelint.toml").write_text(f'rules = ["house"]\n{settings}', encoding="utf-8")
    (folder / "s.txt").write_text(f"Pier row\n\n{story}\n", encoding="utf-8")


def mended(folder: Path) -> str:
    return (folder / "s.txt").read_text(encoding="utf-8").split("\n\n", 1)[1].rstrip("\n")


@pytest.mark.parametrize(
    ("story", "after"),
    [
        ("The jetty is shut.", "The pier is shut."),
        ("Jetty or no jetty, it is shut.", "Pier or no pier, it is shut."),
        ("The JETTY is shut.", "The PIER is shut."),
        ("An advisor wrote it on Monday.", "An adviser wrote it on Monday."),
        # left: the better word is a choice, the article would not fit, somebody else says it
        ("The boat is shut.", "The boat is shut."),
        ("It was an orange that fell.", "It was an orange that fell."),
        ("It was a hut that fell.", "It was a hut that fell."),
        ("“The jetty is shut,” Joan Hale said.", "“The jetty is shut,” Joan Hale said."),
    ],
)
def test_a_swap_mends_when_it_is_asked_for_what_is_unsafe(run: Run, tmp_path: Path, story: str, after: str) -> None:
    write(tmp_path, story)
    run("s.txt", "--select", "pier-words", "--fix")
    assert mended(tmp_path) == story
    run("s.txt", "--select", "pier-words", "--fix", "--unsafe-fixes")
    assert mended(tmp_path) == after


@pytest.mark.parametrize(("key", "says", "after"), [("safe", "safe", "pier"), ("none", None, "jetty")])
def test_a_rule_says_how_safe_it_is(run: Run, tmp_path: Path, key: str, says: str | None, after: str) -> None:
    write(tmp_path, "The jetty is shut.", f"{RULE}fix: {key}\n")
    (finding,) = json.loads(run("s.txt", "--select", "pier-words", "--format", "json").out)["findings"]
    assert finding["fix"] == says
    assert bool(finding["edits"]) == (says is not None)
    run("s.txt", "--select", "pier-words", "--fix")
    assert mended(tmp_path) == f"The {after} is shut."


def test_the_report_says_which_mend_is_which(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "The jetty is shut. “ It is,” Joan Hale said.")
    ran = run("s.txt", "--select", "pier-words,quotation-spacing", "--severity", "info")
    assert "= --fix --unsafe-fixes writes “pier”" in ran.out
    assert "1 can be mended: --fix; 1 with --fix --unsafe-fixes" in ran.out
    told = json.loads(run("s.txt", "--select", "pier-words,quotation-spacing", "--format", "sarif").out)
    assert sorted(one["properties"]["fix"] for one in told["runs"][0]["results"]) == ["safe", "unsafe"]
    again = json.loads(run("s.txt", "--select", "pier-words,quotation-spacing", "--format", "json").out)
    assert sorted(one["fix"] for one in again["findings"]) == ["safe", "unsafe"]  # from the cache, too
    assert "+The pier is shut. “ It is" not in run("s.txt", "--select", "pier-words", "--diff").out
    assert "+The pier is shut." in run("s.txt", "--select", "pier-words", "--diff", "--unsafe-fixes").out


@pytest.mark.parametrize(
    ("settings", "options", "found"),
    [
        ("", (), []),
        ('english = "american"\n', (), ["american-spelling"]),
        ('english = "british"\n', (), ["british-spelling"]),
        ('english = "american"\nignore = ["american-spelling"]\n', (), []),
        ('english = "american"\n', ("--english", "british"), ["british-spelling"]),
        ('english = "american"\n', ("--select", "vague-source"), []),
    ],
)
def test_one_english(run: Run, tmp_path: Path, settings: str, options: tuple[str, ...], found: list[str]) -> None:
    write(
        tmp_path, "The colour of the pier was that of the harbor. “The color and the colour,” she said.", RULE, settings
    )
    findings = json.loads(run("s.txt", *options, "--format", "json").out)["findings"]
    assert [one["rule"] for one in findings if "spelling" in one["rule"]] == found


def test_an_english_that_there_is_not_is_told_at_its_place(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "It is.", RULE, 'english = "scots"\n')
    ran = run("s.txt")
    assert ran.code == 2
    assert "hedgelint.toml:2:1: `english` is one of british, american" in ran.err


def test_a_rule_of_preview_runs_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "The jetty is shut.", f"{RULE}preview: yes\n")

    def speaks(*options: str) -> bool:
        return "pier-words" in run("s.txt", *options).out

    assert not speaks()
    assert not speaks("--select", "all")
    assert speaks("--preview")
    assert speaks("--select", "pier-words")
    assert speaks("--select", "wording", "--preview")
    assert "Words of the pier (preview)" in run("rules", "pier-words").out
    assert "preview: any version may change it" in run("explain", "pier-words").out


FORMER = """\
extend: former-rules
entries:
  - {term: jetty-words, now: pier-words}
  - {term: quay-words, advice: it met every quay}
"""


def test_old_names_of_rules_work_and_are_told_where_they_are_used(run: Run, tmp_path: Path) -> None:
    settings = 'ignore = ["jetty-words", "quay-words"]\n[[suppress]]\nrule = "quay-words"\npath = "*.md"\n'
    write(tmp_path, "The jetty is shut.", RULE, settings)
    (tmp_path / "house" / "lexicon").mkdir()
    (tmp_path / "house" / "lexicon" / "former.yaml").write_text(FORMER, encoding="utf-8")
    ran = run("s.txt")
    assert ran.code == 0
    told = ran.out + ran.err
    assert "hedgelint.toml:2:12: “jetty-words” is called “pier-words” now: write that" in told
    assert "hedgelint.toml:2:27: there is no rule “quay-words” any more: it met every quay; take the name out" in told
    assert "hedgelint.toml:3:1: there is no rule “quay-words” any more" in told
    (tmp_path / "hedgelint.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    waived = "hedgelint: ignore jetty-words -- known\nThe jetty is shut."
    (tmp_path / "s.txt").write_text(f"Pier row\n\n{waived}\n", encoding="utf-8")
    assert "Nothing found" in run("s.txt").out
    assert "Words of the pier" in run("explain", "jetty-words").out


def test_old_names_lead_to_rules_that_there_are() -> None:
    book = load_rulebook(())
    former = Former.of(book)
    assert set(former.now.values()) <= {rule.id for rule in book.rules}
    assert all(former.gone.values()), "a rule that is gone says what to do"


def test_a_table_for_a_path_that_nothing_has_is_told(run: Run, tmp_path: Path) -> None:
    tables = '[per-path."opinion/**"]\nignore = ["booster"]\n[per-path."*.txt"]\nignore = ["booster"]\n'
    write(tmp_path, "It is.", RULE, tables)
    ran = run(".")
    assert ran.code == 0
    assert 'hedgelint.toml: no story here is meant by [per-path."opinion/**"]' in ran.err
    assert "*.txt" not in ran.err
    assert "per-path" not in run("s.txt").err  # one story says nothing of the others
    assert "per-path" not in run(".", "--quiet").err

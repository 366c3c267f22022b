"""What a shell is given behind Tab, asked as the shell asks."""

from __future__ import annotations

import pytest

from tests.conftest import Run


@pytest.fixture
def tab(run: Run, monkeypatch: pytest.MonkeyPatch):
    def call(line: str) -> list[str]:
        monkeypatch.setenv("_HEDGELINT_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
        return run().out.splitlines()

    return call


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_given_its_lines(run: Run, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_HEDGELINT_COMPLETE", f"{shell}_source")
    ran = run()
    assert f"_HEDGELINT_COMPLETE={shell}_complete" in ran.out
    assert ran.err == ""


def test_commands_options_files_and_rules(tab) -> None:
    assert tab("hedgelint expl") == ["plain,explain", "file,expl"]
    assert tab("hedgelint --sev") == ["plain,--severity"]
    assert tab("hedgelint lint --stat") == ["plain,--statistics"]
    assert tab("hedgelint lint sto") == ["file,sto"]
    assert tab("hedgelint --source tra") == ["file,tra"]
    assert "plain,vague-source" in tab("hedgelint explain vague")
    assert "plain,booster,vague-source" in tab("hedgelint lint --select booster,vague-s")
    assert tab("hedgelint explain no-such-thing-") == [""]


def test_help_shows_what_most_people_need_of_lint(run: Run) -> None:
    out = run("--help").out
    for option in ("--severity", "--source", "--fix", "--diff", "--format", "--changed", "--baseline", "--watch"):
        assert f"  {option}" in out, option
    assert "--force-exclude" not in out

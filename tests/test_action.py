"""The steps of the GitHub Action and the job of the GitLab template, run as the shell scripts they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

TOP = Path(__file__).parent.parent
VAGUE = "Bridge shut\n\nThe bridge is shut, said Jo Hale.\n\nExperts say the bridge is unsafe.\n"
FINE = "Bridge shut\n\nThe bridge is shut, said Jo Hale.\n"


def load(name: str) -> Any:
    return YAML(typ="safe").load((TOP / name).read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    program = tmp_path / "runner" / "hedgelint" / "bin" / "hedgelint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hedgelint "$@"\n', "utf-8")
    program.chmod(0o755)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a.txt").write_text(VAGUE, "utf-8")
    return tmp_path


def shell(script: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    runner = folder / "runner"
    path = f"{runner / 'hedgelint' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    named = {"GITHUB_OUTPUT": runner / "output", "GITHUB_STEP_SUMMARY": runner / "summary", "RUNNER_TEMP": runner}
    own = {"PATH": path, "PYTHONPATH": str(TOP), "NO_COLOR": "1", **{k: str(v) for k, v in named.items()}}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **own, **more}, capture_output=True, encoding="utf-8", check=False
    )


def test_the_lint_step_annotates_sums_up_and_leaves_as_hedgelint_does(desk: Path) -> None:
    lint = load("action.yml")["runs"]["steps"][1]
    assert set(lint["env"]) == {"PATHS", "ARGS", "SARIF"}
    ran = shell(lint["run"], desk, PATHS="stories", ARGS="--select vague-source", SARIF="out.sarif")
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::warning file=stories/a.txt,line=5,endLine=5,col=1,endColumn=12,")
    assert (desk / "runner" / "output").read_text("utf-8") == "status=1\n"
    assert "| stories/a.txt:5:1 | warning | vague-source |" in (desk / "runner" / "summary").read_text("utf-8")
    (told,) = json.loads((desk / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert told["ruleId"] == "vague-source"

    (desk / "stories" / "a.txt").write_text(FINE, "utf-8")
    ran = shell(lint["run"], desk, PATHS="stories", ARGS="", SARIF="")
    assert ran.returncode == 0, ran.stdout
    assert (desk / "runner" / "output").read_text("utf-8") == "status=1\nstatus=0\n"

    ran = shell(lint["run"], desk, PATHS="stories", ARGS="--select vague-sorce", SARIF="")
    assert ran.returncode == 2
    assert "did you mean “vague-source”?" in ran.stderr


def test_the_first_step_installs_the_action_itself(desk: Path) -> None:
    step = load("action.yml")["runs"]["steps"][0]
    python = desk / "runner" / "hedgelint" / "bin" / "python"
    python.write_text(f'#!/bin/sh\necho "$@" >> "{desk}/said"\n', "utf-8")
    python.chmod(0o755)
    (python.parent / "python3").symlink_to(python)
    for extras, told in (("", "/action"), ("pdf,warc", "/action[pdf,warc]")):
        assert shell(step["run"], desk, EXTRAS=extras, GITHUB_ACTION_PATH="/action").returncode == 0
        assert (desk / "said").read_text("utf-8").splitlines()[-1] == f"-m pip install --quiet {told}"


def test_the_inputs_that_the_steps_read_are_there() -> None:
    action = load("action.yml")
    read = {value for step in action["runs"]["steps"] for value in step["env"].values()}
    assert read == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}
    workflow = load("examples/github/hedgelint.yml")["jobs"]["stories"]["steps"]
    (used,) = [step for step in workflow if "hedgelint@" in step.get("uses", "")]
    assert set(used["with"]) <= set(action["inputs"])
    (upload,) = [step for step in workflow if "upload-sarif" in step.get("uses", "")]
    assert upload["with"]["sarif_file"] == used["with"]["sarif"]


def test_the_job_of_gitlab_writes_what_it_hands_on(desk: Path) -> None:
    job = load("examples/gitlab/hedgelint.gitlab-ci.yml")["hedgelint"]
    ran = shell("\n".join(job["script"]), desk, PATHS="stories", ARGS="--select vague-source")
    assert ran.returncode == 1, ran.stderr
    assert "5:1: warning vague-source" in ran.stdout
    reports = job["artifacts"]["reports"]
    (told,) = json.loads((desk / reports["codequality"]).read_text("utf-8"))
    assert told["check_name"] == "vague-source"
    assert '<failure message="' in (desk / reports["junit"]).read_text("utf-8")

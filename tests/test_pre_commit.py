"""The hook, run by pre-commit itself on a repository with Markdown, drafts and an archive."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

pytest.importorskip("pre_commit")
TOP = Path(__file__).parent.parent
VAGUE = "# Bridge shut\n\nExperts say the bridge is unsafe.\n"
FINE = "# Bridge shut\n\n“The bridge is unsafe,” said Joan Hale, the engineer.\n"


def test_the_hook_lints_what_is_a_story_and_heeds_what_is_excluded(tmp_path: Path) -> None:
    hook = YAML(typ="safe").load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    # The same hook, without an environment of its own: the hedgelint that is tested is the one at hand.
    local = hook | {
        "language": "system",
        "entry": hook["entry"].replace("hedgelint", f"{sys.executable} -m hedgelint", 1),
    }
    for name, text in {
        "stories/bad.md": VAGUE,
        "stories/fine.html": "<h1>Bridge shut</h1><p>“The bridge is unsafe,” said Joan Hale, the engineer.</p>",
        "stories/fine.md": FINE,
        "drafts/half.md": VAGUE,
        "archive/2019/old.txt": VAGUE,
        "requirements.txt": "experts-say==1.0\n",
        "site.py": "print('Experts say')\n",
        "hedgelint.toml": 'exclude = ["drafts/", "archive/"]\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with (tmp_path / ".pre-commit-config.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump({"repos": [{"repo": "local", "hooks": [local]}]}, file)
    assert _run(tmp_path, "git", "init", "-q").returncode == 0
    assert _run(tmp_path, "git", "add", ".").returncode == 0

    ran = _run(tmp_path, sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "stories/bad.md:3:1: warning vague-source" in ran.stdout
    assert "drafts/" not in ran.stdout
    assert "archive/" not in ran.stdout
    assert "requirements.txt" not in ran.stdout
    assert "site.py" not in ran.stdout

    (tmp_path / "stories" / "bad.md").write_text(FINE, encoding="utf-8")
    _run(tmp_path, "git", "add", ".")
    only = _run(
        tmp_path, sys.executable, "-m", "pre_commit", "run", "--files", "drafts/half.md", "archive/2019/old.txt"
    )
    assert only.returncode == 0, only.stdout
    assert _run(tmp_path, sys.executable, "-m", "pre_commit", "run", "--all-files").returncode == 0


def test_changed_lines_and_the_rules_of_the_house_have_hooks_of_their_own(tmp_path: Path) -> None:
    hooks = YAML(typ="safe").load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[1:]
    assert [hook["id"] for hook in hooks] == ["hedgelint-changed", "hedgelint-rules"]
    program = f"{sys.executable} -m hedgelint"
    local = [hook | {"language": "system", "entry": hook["entry"].replace("hedgelint", program, 1)} for hook in hooks]
    rule = (
        "id: quayside\ntitle: Quayside\nkind: phrase\nseverity: warning\nphrases: [quayside]\nmessage: x\nwhy: y\n"
        "examples:\n  bad: ['The [[quayside]].']\n  good: ['The pier.']\n"
    )
    old = f"{VAGUE}\nThe bridge is “20 feet wide,” said Jo Hale.\n"
    (tmp_path / "house-rules").mkdir()
    (tmp_path / "house-rules" / "quayside.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "old.md").write_text(old, encoding="utf-8")
    with (tmp_path / ".pre-commit-config.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump({"repos": [{"repo": "local", "hooks": local}]}, file)
    name = ("-c", "user.name=Jo Hale", "-c", "user.email=jo@example.org")
    for command in (("init", "-q"), ("add", "."), (*name, "commit", "-qm", "first")):
        assert _run(tmp_path, "git", *command).returncode == 0

    # The old finding stands on a line that this commit leaves alone; the figure in the quotation is another now.
    (tmp_path / "old.md").write_text(old.replace("20 feet", "30 feet"), encoding="utf-8")
    (tmp_path / "house-rules" / "quayside.yaml").write_text(rule.replace("The pier", "A quayside"), encoding="utf-8")
    _run(tmp_path, "git", "add", ".")
    ran = _run(tmp_path, sys.executable, "-m", "pre_commit", "run")
    assert ran.returncode == 1
    assert "old.md:5:" in ran.stdout
    assert "warning edited-quotation" in ran.stdout
    assert "vague-source" not in ran.stdout
    assert "quayside: noisy: the rule speaks where it must be silent" in ran.stdout

    (tmp_path / "old.md").write_text(old + "\nIt opens in May.\n", encoding="utf-8")
    (tmp_path / "house-rules" / "quayside.yaml").write_text(rule + "# seen\n", encoding="utf-8")
    _run(tmp_path, "git", "add", ".")
    ran = _run(tmp_path, sys.executable, "-m", "pre_commit", "run")
    assert ran.returncode == 0, ran.stdout


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    home = {"PRE_COMMIT_HOME": str(folder / ".cache"), "HOME": str(folder), "PYTHONPATH": str(TOP)}
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **home}, capture_output=True, encoding="utf-8", check=False
    )

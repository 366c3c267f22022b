"""Waivers in Markdown, MDX and HTML; those that are not obeyed are told; a copy without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

VAGUE = "Experts say the bridge is unsafe."


def _told(run: Run, folder: Path, name: str, text: str, *more: str) -> tuple[int, str]:
    (folder / name).write_text(text, encoding="utf-8")
    ran = run(name, "--select", "vague-source,unused-suppression", *more)
    return ran.code, ran.out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"<!-- hedgelint: ignore vague-source -- known -->\n\n{VAGUE}\n"),
        ("a.md", f"{VAGUE} <!-- hedgelint: ignore vague-source -- known -->\n"),
        ("a.md", f"---\nslug: x\n# hedgelint: ignore vague-source -- known\ndek: {VAGUE}\n---\n\nNo.\n"),
        ("a.md", f"{VAGUE}\n\nNo.\n\n<!-- hedgelint: ignore-file vague-source -- known -->\n"),
        ("a.mdx", f"{{/* hedgelint: ignore vague-source -- known */}}\n\n{VAGUE}\n"),
        ("a.html", f"<!-- hedgelint: ignore vague-source -- known --><p>{VAGUE}</p>"),
        ("a.html", f"<p><!-- hedgelint: ignore vague-source -- known -->{VAGUE}</p>"),
        ("a.txt", f"hedgelint: ignore vague-source -- known\n{VAGUE}\n"),
    ],
)
def test_a_waiver_holds_for_its_paragraph(run: Run, tmp_path: Path, name: str, text: str) -> None:
    code, out = _told(run, tmp_path, name, text)
    assert (code, out) == (0, "Nothing found in 1 story (1 suppressed).\n")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.md", f"<!-- hedgelint: ignore vague-source -->\n\nNo.\n\n{VAGUE}\n", "nothing to suppress here"),
        ("a.md", f"<!-- Hedgelint ignore: vague-source -->\n\n{VAGUE}\n", "a.md:1:1: problem: this comment is not"),
        ("a.txt", f"{VAGUE} hedgelint: ignore vague-source\n", "a.txt:1:35: problem: this is not obeyed"),
        ("a.txt", f"No.\n\nHedgelint ignore: vague-source\n\n{VAGUE}\n", "a.txt:3:1: problem: this is not obeyed"),
        ("a.md", f"<!-- hedgelint: ignore vague-sorce -->\n\n{VAGUE}\n", "did you mean “vague-source”?"),
    ],
)
def test_what_is_not_obeyed_is_told(run: Run, tmp_path: Path, name: str, text: str, says: str) -> None:
    code, out = _told(run, tmp_path, name, text)
    assert code
    assert says in out
    assert "warning vague-source" in out


def test_words_about_the_linter_are_words(run: Run, tmp_path: Path) -> None:
    text = (
        "The linter hedgelint reads stories.\n\n<!-- hedgelint is run on this -->\n\n```\nhedgelint: ignore all\n```\n"
    )
    (tmp_path / "a.md").write_text(text.replace("is run on this", "a comment: hedgelint reads it"), encoding="utf-8")
    assert run("a.md", "--select", "vague-source").code in (0, 2)


def test_a_house_may_ask_for_reasons(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text("require-reason = true\n", encoding="utf-8")
    text = f"<!-- hedgelint: ignore vague-source -->\n\n{VAGUE}\n"
    code, out = _told(run, tmp_path, "a.md", text)
    assert code == 2
    assert "warning vague-source" in out
    assert "a.md:1:1: problem: not obeyed: here a waiver says why" in out
    code, out = _told(run, tmp_path, "a.md", text.replace(" -->", " -- embargo -->"))
    assert (code, out) == (0, "Nothing found in 1 story (1 suppressed).\n")


def test_a_waiver_for_a_path_that_is_gone_is_told(run: Run, tmp_path: Path) -> None:
    entry = '[[suppress]]\nrule = "vague-source"\nreason = "x"\npath = "{}"\n'
    (tmp_path / "hedgelint.toml").write_text(entry.format("desk/gone.md"), encoding="utf-8")
    code, out = _told(run, tmp_path, "a.md", "No.\n")
    assert code == 2
    assert "hedgelint.toml:1:1: problem: this waives vague-source for “desk/gone.md”, which is not there" in out
    (tmp_path / "hedgelint.toml").write_text(entry.format("desk/*.md"), encoding="utf-8")
    assert _told(run, tmp_path, "a.md", "No.\n")[0] == 0


@pytest.mark.parametrize(
    ("name", "text", "clean"),
    [
        ("a.txt", "One.\r\n\r\nhedgelint: ignore all -- x\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("a.md", "One.\n\n<!-- hedgelint: ignore all -->\n\nTwo. <!-- hedgelint: ignore all -->\n", "One.\n\nTwo.\n"),
        ("a.md", "One.\n\n<!-- other -->\n", "One.\n\n<!-- other -->\n"),
        ("a.html", "<p>é</p>\n<!--hedgelint: ignore all--><p>b</p>", "<p>é</p>\n<p>b</p>"),
        ("a.mdx", "{/* hedgelint: ignore all */}\n\nOne.\n", "One.\n"),
    ],
)
def test_a_copy_without_waivers(run: Run, tmp_path: Path, name: str, text: str, clean: str) -> None:
    (tmp_path / name).write_bytes(text.encode())
    assert run("clean", name, "-o", "copy").code == 0
    assert (tmp_path / "copy").read_bytes().decode() == clean
    assert (tmp_path / name).read_bytes().decode() == text


OFF, ON = "hedgelint: off vague-source -- known", "hedgelint: on vague-source"


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("a.txt", "{}\n"),
        ("a.md", "<!-- {} -->\n\n"),
        ("a.mdx", "{{/* {} */}}\n\n"),
        ("a.html", "<!-- {} -->\n"),
    ],
)
def test_a_rule_is_off_over_a_passage(run: Run, tmp_path: Path, name: str, comment: str) -> None:
    def told(text: str) -> tuple[int, list[int]]:
        (tmp_path / name).write_text(text, encoding="utf-8")
        ran = run(name, "--select", "accused-with,unused-suppression", "--format", "compact")
        return ran.code, [int(line.split(":")[1]) for line in ran.out.splitlines() if "accused-with:" in line]

    frame = "<p>{} was accused with theft.</p>\n" if name == "a.html" else "{} was accused with theft.\n\n"
    one, two, three = map(frame.format, ("A clerk", "A driver", "A baker"))
    off, on = (comment.format(f"hedgelint: {what} accused-with") for what in ("off", "on"))
    assert told(off + one + two + on) == (0, [])
    # Without an end it holds to the end of the story; before the beginning and behind the end it does not.
    assert told(off + one + two) == (0, [])
    text = one + off + two + on + three
    assert told(text) == (1, [text[: text.index(words)].count("\n") + 1 for words in ("A clerk", "A baker")])
    assert run("clean", name).out.replace("\n", "") == (one + two + three).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            f"{OFF}\n\nNo.\n\n{ON}\n\n{VAGUE}\n",
            "a.txt:1:1: warning unused-suppression: nothing to suppress here for vague",
        ),
        (f"{VAGUE}\n\n{ON}\n", "a.txt:3:1: problem: nothing ends here: no “hedgelint: off vague-source” stands above"),
        (f"hedgelint: off\n\n{VAGUE}\n", "a.txt:1:1: problem: this comment is not understood; write"),
        (f"hedgelint: off all\n\nNo.\n\nhedgelint: on\n\n{VAGUE}\n", "a.txt:7:1: warning vague-source"),
        (f"hedgelint: off vague-sorce\n\n{VAGUE}\n", "did you mean “vague-source”?"),
        (f"{VAGUE} hedgelint: off vague-source\n", "a.txt:1:35: problem: this is not obeyed"),
    ],
)
def test_a_passage_that_is_none_is_told(run: Run, tmp_path: Path, text: str, says: str) -> None:
    code, out = _told(run, tmp_path, "a.txt", text, "--format", "compact")
    assert code
    assert says in out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Mill\n\nHe said.\x81\n", "story.txt: holds bytes that are nothing in cp1252"),
        ("Mill\n\nA source said “x”. ".encode() + b"\xff\n", "story.txt:3:20: a byte that is no UTF-8"),
    ],
)
def test_a_copy_of_stray_bytes_would_not_be_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_bytes(content)
    ran = run("clean", "story.txt")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err

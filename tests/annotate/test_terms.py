"""Where there is no automaton the tree finds the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.annotate.terms import TermTree

EXAMPLES = Path(__file__).parents[2] / "examples"
_WORDS = st.text("ab c’é", min_size=1, max_size=5)


@given(st.lists(_WORDS, max_size=8, unique=True), st.text("ab c’é", max_size=40))
def test_the_tree_finds_what_the_automaton_finds(terms: list[str], text: str) -> None:
    automaton = AhoCorasick(terms, matchkind=MatchKind.Standard)
    assert sorted(TermTree(terms).places(text)) == sorted(automaton.find_matches_as_indexes(text, overlapping=True))
    looked = sorted(
        (n, at, at + len(t)) for n, t in enumerate(terms) for at in range(len(text)) if text[at:].startswith(t)
    )
    assert sorted(TermTree(terms).places(text)) == looked


def test_a_run_without_the_package_tells_the_same(tmp_path: Path) -> None:
    stories = [str(path) for path in sorted(EXAMPLES.glob("*.*")) if path.suffix in (".txt", ".md", ".html")]
    assert len(stories) >= 5
    told = []
    for block in ("", "sys.modules['ahocorasick_rs'] = None; "):
        program = f"import sys; {block}from hedgelint.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", program, "--no-config", "--select", "all", "--format", "json", *stories],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.stderr == b""
        told.append((done.returncode, done.stdout))
    assert told[0] == told[1]
    assert told[0][1].count(b'"rule"') > 20

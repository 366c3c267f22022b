"""`hedgelint import-vale` on a style of our own, with every kind that Vale has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

STYLE = {
    "Harbour/Words.yml": "extends: existence\nmessage: \"'%s' is a landsman's word.\"\nlevel: error\nignorecase: true\n"
    "link: https://example.org/words\ntokens: ['boats?', 'we''(?:ve|re) sunk']\nexceptions: [boat]\n",
    "Harbour/Sums.yml": "extends: existence\nmessage: A sum.\nnonword: true\ntokens: ['\\d+ quid']\n",
    "Harbour/Raw.yml": "extends: existence\nmessage: 'Odd: %s'\nraw: ['\\bvery\\s']\ntokens: [wet, damp]\n",
    "Harbour/Swap.yml": "extends: substitution\nmessage: Use '%s' instead of '%s'.\nignorecase: true\n"
    "level: suggestion\naction: {name: replace}\n"
    "swap: {dockside: quayside, 'whar(?:f|ves)': quay|quays, '(?:\\d+) foot': feet}\n",
    "Harbour/Length.yml": "extends: occurrence\nmessage: More than %s words.\nscope: sentence\nmax: 6\n"
    "token: '\\b\\w+\\b'\n",
    "Harbour/Twice.yml": "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s]+']\n",
    "Harbour/Either.yml": "extends: consistency\nmessage: \"'%s' and its twin\"\neither: {'keels?': 'keals?'}\n",
    "Harbour/Initials.yml": "extends: conditional\nmessage: \"'%s' is not spelt out\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
    "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [RNLI]\n",
    "Harbour/Heads.yml": "extends: capitalization\nmessage: \"'%s' is a sentence\"\nscope: heading\nmatch: $sentence\n"
    "exceptions: [Admiralty]\n",
    "Harbour/Script.yml": "extends: script\nmessage: x\nscript: |\n  text := import('text')\n",
    "Harbour/Spelling.yml": "extends: spelling\nmessage: x\n",
    "Harbour/Markup.yml": "extends: existence\nmessage: x\nscope: raw\ntokens: [quay]\n",
    "Harbour/Torn.yml": "extends: existence\nmessage: x\ntokens: ['(quay']\n",
    "Harbour/meta.json": "{}",
    "config/vocabularies/Port/accept.txt": "# names\nPenHarbour\nRNLI\n",
    "config/vocabularies/Port/reject.txt": "landlubber\n",
}
STORY = """\
Harbour Board sells the Old crane

The Harbour Board sold three boats on Monday. “We've sunk boats dockside,” said Jo Hale, who leads the Harbour Board.

The dockside crane cost 20 quid and was was very wet. The PBWA wants it, and the RNLI does not.

The Port and Barge Workers Association (TBWA) and penharbour are landlubber words, and TBWA is known.
"""


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    for name, text in STYLE.items():
        path = tmp_path / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "styles"


def test_every_kind_is_carried_over_or_told(run: Run, styles: Path) -> None:
    ran = run("import-vale", "styles", "-o", "out")
    assert ran.code == 1
    assert ran.err == ""
    lines = ran.out.replace("styles/Harbour/", "").splitlines()
    assert [line for line in lines if ": not carried over: " in line] == [
        "Markup.yml: not carried over: it looks at the markup of a file, and hedgelint's rules read the words of a "
        "story",
        "Script.yml: not carried over: it is a program in Tengo: what a rule does is said in keys here",
        "Spelling.yml: not carried over: it needs a dictionary: leave spelling to a spelling checker",
        "Torn.yml: not carried over: a bracket is opened and not closed",
    ]
    assert "existence: 3 of 5" in lines
    assert "Swap.yml: what it mends (`action`) is not carried over" in lines
    assert "11 of 15 carried over to out, 1 of them not whole." in lines
    proved = run("test", "out", "--no-config")
    assert proved.code == 0, proved.out


def test_what_is_carried_over_finds_the_same_and_leaves_quotations_alone(
    run: Run, styles: Path, tmp_path: Path
) -> None:
    run("import-vale", "styles", "-o", "out", "--quiet")
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    ids = sorted(path.stem for path in (tmp_path / "out").rglob("*.yaml"))
    args = ("story.txt", "--no-config", "--rules", "out", "--format", "json", "--select", ",".join(ids))
    told = json.loads(run(*args).out)["findings"]
    by_rule: dict[str, list[str]] = {}
    for finding in told:
        by_rule.setdefault(finding["rule"], []).append(finding["excerpt"])
    assert by_rule == {
        "harbour-heads": ["Old"],
        "harbour-words": ["boats"],
        "harbour-swap": ["dockside"],
        "harbour-sums": ["20 quid"],
        "harbour-raw": ["very wet"],
        "harbour-twice": ["was was"],
        "harbour-initials": ["PBWA"],
        "port-accept": ["penharbour"],
        "port-reject": ["landlubber"],
        "harbour-length": ["on", "Harbour", "and", "RNLI", "TBWA"],
    }


def test_messages_levels_and_links_come_along(run: Run, styles: Path, tmp_path: Path) -> None:
    run("import-vale", "styles", "-o", "out", "--quiet")
    words = (tmp_path / "out" / "Harbour" / "harbour-words.yaml").read_text("utf-8")
    assert "severity: error\nmessage: “{match}” is a landsman's word.\n" in words
    assert "phrases:\n  - boats\n  - we've sunk\n  - we're sunk\n" in words
    assert "url: https://example.org/words" in words
    swap = (tmp_path / "out" / "Harbour" / "harbour-swap.yaml").read_text("utf-8")
    assert "message: Use “{prefer}” instead of “{match}”.\n" in swap
    assert "  dockside: quayside\n  wharf: quay or quays\n  wharves: quay or quays\n" in swap


def test_what_is_there_already_stays(run: Run, styles: Path, tmp_path: Path) -> None:
    path = tmp_path / "out" / "Harbour" / "harbour-words.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("mine\n", "utf-8")
    ran = run("import-vale", "styles/Harbour/Words.yml", "-o", "out")
    assert ran.code == 1
    assert "not carried over: out/Harbour/harbour-words.yaml is there already" in ran.out
    assert path.read_text("utf-8") == "mine\n"


def test_a_folder_without_rules_of_vale_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, told in (("empty", "there is no rule of Vale here"), ("nowhere", "there is no such folder")):
        ran = run("import-vale", name)
        assert (ran.code, ran.out) == (2, "")
        assert f"{name}: {told}" in ran.err

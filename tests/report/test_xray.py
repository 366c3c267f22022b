"""The X-ray: every word of the story once, nothing of it as markup, colours that can be read."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.annotate.story import Story
from hedgelint.desk.desk import Desk
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import InputError
from hedgelint.finding import Result
from hedgelint.report.xray.page import Seen, page
from hedgelint.report.xray.view import blocks
from tests.conftest import Run

TOP = Path(__file__).parent.parent.parent
DESK = Desk()
STORIES = sorted((TOP / "examples").glob("*.txt"))
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "h1",
    "fieldset",
    "legend",
    "label",
    "input",
    "ul",
    "li",
    "span",
    "main",
    "section",
    "p",
    "div",
    "aside",
    "h2",
    "h3",
    "ol",
    "button",
    "meter",
    "article",
    "blockquote",
    "sup",
    "a",
    "b",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "i",
    "small",
    "q",
    "ins",
    "nav",
    "del",
    "script",
}
ATTRIBUTES = {
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "class",
    "type",
    "data-shows",
    "checked",
    "aria-label",
    "aria-pressed",
    "aria-hidden",
    "data-voice",
    "min",
    "max",
    "value",
    "id",
    "href",
    "title",
    "scope",
}


def seen(path: Path) -> Seen:
    (got,) = DESK.seen(str(path))
    assert not isinstance(got, InputError)
    return Seen(*got)


def of_text(text: str, path: str = "story.txt") -> str:
    story: Story
    result: Result
    story, result = DESK.look(read_plain(path, text))
    return page([Seen(story, result)])


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_word_of_the_story_stands_in_it_once(path: Path) -> None:
    one = seen(path)
    numbers = [0] * len(one.story.attributions)
    made = blocks(one.story, one.result.findings, numbers)
    assert ["".join(run.text for run in block.runs) for block in made] == [
        part.span.of(one.story.document.text) for part in one.story.document.parts
    ]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_finding_opens_once_on_its_words(path: Path) -> None:
    one = seen(path)
    made = blocks(one.story, one.result.findings, [0] * len(one.story.attributions))
    runs = [run for block in made for run in block.runs]
    for number, finding in enumerate(one.result.findings):
        words = "".join(run.text for run in runs if number in run.findings)
        assert words == finding.excerpt.replace("\n", ""), finding.rule
        assert sum(number in run.opens for run in runs) == 1
        assert sum(number in run.closes for run in runs) == 1


def test_a_run_is_one_page_with_a_list_of_its_stories(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Experts say the bridge is unsafe.\n", "utf-8")
    (tmp_path / "two.txt").write_text("The bridge is shut.\n", "utf-8")
    (tmp_path / "three.odd").write_bytes(b"\0\1")
    ran = run("one.txt", "two.txt", "three.odd", "four.txt", "--no-config", "--format", "html:run.html")
    assert (ran.code, ran.out) == (2, "")
    html = (tmp_path / "run.html").read_text("utf-8")
    stories = re.findall(r'<li><a href="#s\d">(.*?)</a> <small>(.*?)</small></li>', html)
    assert stories == [
        ("one.txt", "1 warning"),
        ("two.txt", "nothing found"),
        ("three.odd", "could not be read as it should"),
        ("four.txt", "could not be read as it should"),
    ]
    assert "<title>X-ray of one.txt, two.txt, three.odd …</title>" in html
    read = Reader(html)
    assert len(read.ids) == len(set(read.ids))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)


def test_the_page_of_a_run_shows_what_the_other_reports_show(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Experts say the bridge is likely unsafe.\n", "utf-8")
    (tmp_path / "one.md").write_text(
        "Critics say so. <!-- hedgelint: ignore vague-source -- asked for by the court -->\n", "utf-8"
    )
    options = ("one.txt", "one.md", "--no-config", "--exit-zero", "--format")
    every = run(*options, "html").out
    assert every.count('class="rule">') == sum(
        finding["suppressed"] is None for finding in json.loads(run(*options, "json").out)["findings"]
    )
    warnings = run(*options, "html", "--severity", "warning").out
    assert warnings.count('class="rule">') == 1
    waived = run(*options, "html", "--show-suppressed").out
    assert "waived: asked for by the court" in waived
    assert "asked for by the court" not in every.partition("</article>")[2].partition("</article>")[0]


def test_the_page_after_mending_shows_the_story_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("“It leaks.“ she said on Friday.\n", "utf-8")
    page_of_it = run("one.txt", "--no-config", "--exit-zero", "--fix", "--format", "html").out
    now = (tmp_path / "one.txt").read_text("utf-8").strip()
    assert now == "“It leaks.” she said on Friday."
    assert "“It leaks.”" in page_of_it
    assert "1 finding mended" in page_of_it


def test_every_link_leads_to_a_place_of_the_page() -> None:
    html = Reader(page([seen(path) for path in STORIES]))
    assert len(html.ids) == len(set(html.ids))
    assert {link.removeprefix("#") for link in html.links} <= set(html.ids)


PIECES = """<script>x()</script>|" onclick="x()|' autofocus onfocus=x |<img src=x onerror=x()>
|</style>|-->|]]>|<!--|&lt;b&gt;|javascript:x|</title><b>|`${x}`
|“Yes,” said Jo Hale.|Experts say so.|It is likely.|so-called |<q>
|</article>"""
CONTROLS = ["\x1b]0;x\x07", "\u202e", "\0", "\ud800", "\n\n"]
HOSTILE = st.lists(
    st.sampled_from([*(piece.rstrip("\n") for piece in PIECES.split("|")), *CONTROLS]), min_size=1, max_size=14
)


@settings(max_examples=40, deadline=None)
@given(HOSTILE, HOSTILE)
def test_nothing_of_a_story_is_markup(words: list[str], name: list[str]) -> None:
    html = of_text(" ".join(words), "".join(name).replace("\n", "") or "x")
    read = Reader(html)
    assert read.tags <= TAGS
    assert read.attributes <= ATTRIBUTES
    body = html[html.index("</style>") :]
    assert body.count("<script>") == 1
    assert not any(character in html for character in "\x1b\u202e\0")
    html.encode()


def test_of_two_thousand_hostile_strings_none_is_markup() -> None:
    """Words, sources, titles and paths of the page come from the story by different ways: each string stands in all."""
    chance = Random(8)
    pieces = [*(piece.strip("\n") for piece in PIECES.split("|")), *CONTROLS]
    signs = [*"<>&\"'`=/\\\x1b\x07\x9b\u2028\u202e\ufeff\0\ud800{}$;:", "&#60;", "&lt", "%3C", "<!--", "]]>"]
    for _ in range(40):
        strings = [
            "".join(chance.choice(chance.choice((pieces, signs))) for _ in range(chance.randrange(2, 9))).replace(
                "\n", ""
            )
            for _ in range(50)
        ]
        frames = ("Experts say {} is likely.", "“{},” said Jo {}.", "{} caused the fall.", "So-called {}, critics say.")
        text = strings[0] + "\n\n" + "\n\n".join(frames[n % 4].replace("{}", one) for n, one in enumerate(strings))
        html = of_text(text, strings[0] or "x")
        read = Reader(html)
        assert read.tags <= TAGS
        assert read.attributes <= ATTRIBUTES
        assert html[html.index("</style>") :].count("<script") == 1
        assert html.isprintable() or {c for c in html if not c.isprintable()} <= set("\n\t")


def test_the_policy_lets_in_this_page_and_nothing_else() -> None:
    html = of_text("Experts say so.")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert re.fullmatch(
        r"default-src &#x27;none&#x27;; style-src &#x27;sha256-[\w+/=]+&#x27;; "
        r"script-src &#x27;sha256-[\w+/=]+&#x27;; base-uri &#x27;none&#x27;",
        policy[1],
    )
    assert " style=" not in html
    assert "http://" not in html


CSS = (TOP / "hedgelint" / "report" / "xray" / "page.css").read_text()


def palette(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+):(#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_can_be_read(scheme: str) -> None:
    light, dark = re.findall(r":root\{(.*?)\}", CSS, re.S)
    colours = palette(light if scheme == "light" else dark)
    for words in ("ink", "dim", "link", "error", "warning", "suggestion", "info"):
        assert contrast(colours[words], colours["paper"]) >= 4.5, words
    for tint in ("named", "office", "document", "nameless"):
        for words in ("ink", "error", "warning", "suggestion", "info"):
            assert contrast(colours[words], colours[tint]) >= 4.5, (words, tint)

"""HTML: what is read as which part, what is left out, and the way back of every letter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.readers.html import read, read_html
from hedgelint.span import Span
from tests.document.written import EXAMPLES, TRICKY, WORD, Written

PAGE = """<!doctype html>
<html lang="en"><head><title>Mill | The Mercury</title><script>x = "<p>experts say</p>"</script></head>
<body class="category-corrections">
<nav><p>Experts say</p></nav>
<main>
<article class="teaser"><h2>Other news</h2><p>Ferry late.</p></article>
<article>
<header><h1>Mill at Carrow: &ldquo;a ruin&#8221;</h1>
<p class="article__standfirst">Nobody has paid for the roof.</p>
<div class="byline">By <a rel="author" href="/bell">Rosa Bell</a></div></header>
<figure><img src="a.jpg" alt="experts say"><figcaption>The roof,
  in May</figcaption></figure>
<p>Hale &amp; Sons paid <em>nothing</em>, said <a href="https://example.org/hale">Joan Hale</a>,
who <del>owns</del> sold&nbsp;it.<sup><a href="#n1">1</a></sup>
<p>&ldquo;It was <b>so</b> sad,&rdquo; she said.<br>&ldquo;So sad.&rdquo;
<aside class="pullquote"><p>“So sad”</p></aside>
<blockquote><p>We paid for the roof.</p><cite>The company</cite></blockquote>
<h2>Why now?</h2>
<ul><li>The roof fell.<li>The wheel stopped.</ul>
<table><caption>Sums</caption><tr><th>Year<td>£4m</table>
<blockquote class="twitter-tweet"><p>Roof gone.</p>— Mill (@mill) <a href="/p">3 May</a></blockquote>
<pre><code>experts say</code></pre>
<p hidden>Experts say.</p>
<p class="related-links">Experts say.</p>
<p><em>Correction, 3 May: the mill was sold in 2030.</em></p>
<footer><p>Experts say</p></footer>
</article>
</main>
<aside><p>Experts say the ferry is late.</p></aside>
</body></html>
"""


def one(text: str) -> Document:
    (document,) = read(File("page.html", text=text))
    return document


def parts(text: str) -> list[tuple[str, str]]:
    document = one(text)
    return [(part.kind, part.span.of(document.text)) for part in document.parts]


def test_every_part_of_a_page() -> None:
    assert parts(PAGE) == [
        ("headline", "Mill at Carrow: “a ruin”"),
        ("standfirst", "Nobody has paid for the roof."),
        ("byline", "By Rosa Bell"),
        ("caption", "The roof, in May"),
        ("body", "Hale & Sons paid nothing, said Joan Hale, who sold\xa0it."),
        ("body", "“It was so sad,” she said.\n“So sad.”"),
        ("pullquote", "“So sad”"),
        ("blockquote", "We paid for the roof."),
        ("subhead", "Why now?"),
        ("list", "The roof fell."),
        ("list", "The wheel stopped."),
        ("caption", "Sums"),
        ("table", "Year"),
        ("table", "£4m"),
        ("embed", "Roof gone."),
        ("correction", "Correction, 3 May: the mill was sold in 2030."),
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_do_not_matter(ends: str) -> None:
    assert parts(PAGE.replace("\n", ends)) == parts(PAGE)


@pytest.mark.parametrize(
    ("words", "spelt"),
    [
        ("& Sons paid nothing", "&amp; Sons paid <em>nothing"),
        ("“a ruin”", "&ldquo;a ruin&#8221;"),
        ("roof, in", "roof,\n  in"),
        ("Joan Hale", "Joan Hale"),
    ],
)
def test_words_lead_back_to_where_they_stand(words: str, spelt: str) -> None:
    document = one(PAGE)
    at = document.text.index(words)
    assert document.map.source(Span(at, at + len(words))).of(PAGE) == spelt


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>So <q>we <q>all</q> went</q>.</p>", [("body", "So “we ‘all’ went”.")]),
        ("<p><q>We went.</q></p> <p class=x><q>All.</q></p>", [("body", "“We went."), ("body", "“All.”")]),
        ("<p><q>We went.</q> So.</p><p><q>All.</q></p>", [("body", "“We went.” So."), ("body", "“All.”")]),
        ("One.\n\nTwo\nlines.<h2>Why</h2>", [("body", "One."), ("body", "Two lines."), ("subhead", "Why")]),
        ('[caption id="a"]<img src=a> The roof[/caption]\n\nYes. [sic]',
         [("caption", "The roof"), ("body", "Yes. [sic]")]),
        ("<figure class=wp-block-pullquote><blockquote><p>So sad</p><cite>Hale</cite></blockquote></figure>",
         [("pullquote", "So sad")]),
        ("<p>it&shy;self AT&T &notin; &#0; \u200bb</p>", [("body", "itself AT&T ∉ \ufffd b")]),
        ("<div class='wp-block-embed'>\nhttps://example.org/p\n</div><p>Yes.</p>", [("body", "Yes.")]),
        ("<amp-twitter><blockquote><p>Roof gone.</p></blockquote></amp-twitter>", [("embed", "Roof gone.")]),
        ("<p>Use <code>experts say</code> here.</p>", [("body", "Use \ufffc here.")]),
        ("<p>a < b, <3 </p", [("body", "a < b, <3")]),
        ("<h1>Mill shut</h1><h1>Why</h1><p>So.</p>", [("headline", "Mill shut"), ("subhead", "Why"), ("body", "So.")]),
        ("<ruby>x<rt>y</rt></ruby><div class='pull-left'>So.</div>", [("body", "x"), ("body", "So.")]),
        ("", []),
    ],
)  # fmt: skip
def test_layouts(text: str, wanted: list[tuple[str, str]]) -> None:
    assert parts(text) == wanted


def test_the_headline_above_an_article_is_its_headline() -> None:
    page = "<main><h1>Mill shut</h1><p class=dek>It fell.</p><article><p>It is shut.</p></article></main><p>No.</p>"
    assert parts(page) == [("headline", "Mill shut"), ("standfirst", "It fell."), ("body", "It is shut.")]


def test_links_and_comments_have_their_places() -> None:
    text = "<p>So.</p><!-- hedgelint: ignore all --><p> See <a href='/r'>the <b>report</b></a>.</p><!-- other -->"
    prose = read_html(text)
    assert [(x.span.of(prose.text), x.target) for x in prose.links] == [("the report", "/r")]
    (comment,) = prose.comments
    assert comment.span.of(text) == "<!-- hedgelint: ignore all -->"
    assert comment.at == prose.parts[1].span.start


@pytest.mark.parametrize(
    "unit",
    ["<b>", "<div>", "<p>a", "<blockquote>", "<a href=x>a", "<q>", "</p>", "<", "&amp;", "<i></b>", "<!--", "<p><b>"],
)
def test_whatever_is_left_open_is_read_to_its_end(unit: str) -> None:
    """Forty thousand of them: a reader that recursed or looked back from each would not come out of it."""
    prose = read_html(f"{unit * 40_000}--></i></b><p>It is shut.</p>", page=True)
    assert prose.map.size == len(prose.text)
    assert all(part.span.end <= len(prose.text) for part in prose.parts)


@given(st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_letter_leads_back(data: Any) -> None:
    out = Written()
    ends = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    for _ in range(data.draw(st.integers(1, 4))):
        kind, before, after = data.draw(
            st.sampled_from(
                [
                    ("body", "<p>", "</p>"),
                    ("body", "<div><p class='x'>", ""),
                    ("subhead", "<h2 id=a>", "</h2>"),
                    ("blockquote", "<blockquote><p>", "</blockquote>"),
                    ("list", "<ul><li>", "</ul>"),
                    ("caption", "<figure><img src=x><figcaption>", "</figcaption></figure>"),
                    ("table", "<table><tr><td>", "</table>"),
                ]
            )
        )
        out.raw(f"<!-- -->{ends}{before}{ends}  ")
        out.begin(kind)
        depth = 0
        for number, word in enumerate(["So", *data.draw(st.lists(st.one_of(WORD, TRICKY), max_size=12))]):
            if number:
                out.say(" ", data.draw(st.sampled_from([" ", ends, f" {ends}\t", "&#32;", "<!-- --> "][:4])))
            way = data.draw(st.integers(0, 5))
            if way == 0:
                out.raw(data.draw(st.sampled_from(["<em>", "<a href='x'>", "<!-- no -->", "<span class=y>", "</i>"])))
            if way == 1 and depth < 2:
                _mark(out, "“‘"[depth], "<q>", outer=True)
                depth += 1
            if len(word) == 1 or word == "≂̸":
                out.say(word, _escaped(word, data))
            else:
                out.say(word)
            if way == 2 and depth:
                depth -= 1
                _mark(out, "”’"[depth], "</q>", outer=False)
        while depth:
            depth -= 1
            _mark(out, "”’"[depth], "</q>", outer=False)
        out.raw(after)
    document = one(out.source)
    out.check(document, data.draw(st.integers(0, 999)))


def _mark(out: Written, mark: str, tag: str, *, outer: bool) -> None:
    """The mark of a <q> is not in the file: it stands outside its tag."""
    if not outer:
        out.raw(tag)
    _, letters, places = out.parts[-1]
    letters.append(mark)
    places.append(Span(out.size, out.size))
    if outer:
        out.raw(tag)


def _escaped(letter: str, data: Any) -> str:
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "“": "&ldquo;", "”": "&rdquo;", "é": "&eacute;"}
    if letter == "≂̸":
        return "&NotEqualTilde;"
    ways = [named.get(letter), f"&#{ord(letter)};", f"&#x{ord(letter):X};", None if letter in "&<" else letter]
    return str(data.draw(st.sampled_from([way for way in ways if way])))

"""Stories in XML: NITF, NewsML-G2, RSS, Atom, WordPress exports."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from importlib import import_module
from xml.sax.saxutils import escape

import pytest
from hypothesis import given

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.errors import InputError
from hedgelint.span import Span
from tests.document.ink import EXAMPLES, SEED, Ink, Tags, Words, assert_placed, html_letter, story, within, xml_letter
from tests.document.test_json_formats import (
    BODY,
    CAPTION,
    HEADLINE,
    HTML,
    LEDE,
    MENDED,
    SAID,
    STANDFIRST,
    SUBHEAD,
    WROTE,
)

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
NITF = f"""<nitf>
<head><title>{HEADLINE}</title><docdata><ed-msg info="Experts say hold."/>
<correction info="Experts say"/></docdata></head>
<body>
<body.head>
<hedline><hl1>{HEADLINE}</hl1><hl2>{HEADLINE}</hl2></hedline>
<byline>By Runa Vik<byttl>Harbour reporter</byttl></byline>
<dateline><location>HOLM</location></dateline>
<abstract><p>{STANDFIRST}</p></abstract>
</body.head>
<body.content>
<media media-type="image"><media-reference source="a.jpg"/><media-metadata name="x">Experts say</media-metadata>
<media-caption><p>{CAPTION}</p></media-caption><media-producer>Experts say</media-producer></media>
<block><p lede="true">{escape(LEDE)}</p>
<p>“Once a day is <em>no
   ferry</em>,” said <person>Odd Berg<alt-code idsrc="x" value="y"/></person>, who runs the shop.</p>
<!-- Experts say -->
<hl2>{SUBHEAD}</hl2>
<bq><block><p>{WROTE}</p></block><credit>Experts say</credit></bq>
<note noteclass="editorsnote"><body.content><p>Hold for legal.</p></body.content></note>
<ul><li>Tickets</li></ul>
<table><tr><td>May</td><td><p>4 sailings</p></td></tr></table>
<p class="correction">{MENDED}</p></block>
</body.content>
<body.end><tagline>Experts say</tagline></body.end>
</body>
</nitf>"""
NITF_BODY = [
    ("caption", CAPTION),
    ("body", LEDE),
    ("body", SAID),
    ("subhead", SUBHEAD),
    ("blockquote", WROTE),
    ("note", "Hold for legal."),
    ("list", "Tickets"),
    ("table", "May"),
    ("table", "4 sailings"),
    ("correction", MENDED),
]
HEAD = [("headline", HEADLINE), ("standfirst", STANDFIRST), ("byline", "By Runa Vik")]


def g2(content: str, guid: str = "urn:1") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}">
<itemMeta><edNote>Experts say hold.</edNote></itemMeta>
<contentMeta><by>By Runa Vik</by><headline role="hld:short">Ferry cut</headline>
<headline role="hld:main">{HEADLINE}</headline>
<description role="drol:summary">{STANDFIRST}</description></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def rss(item: str, more: str = "") -> str:
    names = "".join(f' xmlns:{name}="x:{name}"' for name in ("content", "excerpt", "dc", "wp", "media"))
    return f"<rss{names}><channel><title>The Courier</title>{more}{item}</channel></rss>"


def documents(form: str, text: str | bytes) -> list[Document | InputError]:
    content = text if isinstance(text, bytes) else (XML + text).encode()
    return list(import_module(f"hedgelint.document.readers.{form}").read(File("story.xml", content)))


def document(form: str, text: str | bytes) -> Document:
    (made,) = documents(form, text)
    assert isinstance(made, Document)
    return made


def parts(made: Document) -> list[tuple[str, str]]:
    return [(part.kind, part.span.of(made.text)) for part in made.parts]


def slice_of(made: Document, words: str) -> str:
    start = made.text.index(words)
    return made.map.source(Span(start, start + len(words))).of(made.source)


def test_nitf() -> None:
    made = document("nitf", NITF)
    assert parts(made) == [*HEAD, ("byline", "Harbour reporter"), ("dateline", "HOLM"), *NITF_BODY]
    assert slice_of(made, "Vik & Sons") == "Vik &amp; Sons"
    assert slice_of(made, "no ferry,” said Odd") == "no\n   ferry</em>,” said <person>Odd"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "She has <num>1<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac></num>.",
            "She has 1 1/2.",
        ),
        ("<num><frac><frac-num>3</frac-num><frac-den>4</frac-den></frac></num> of them", "3/4 of them"),
        ("About <num>10<sup>6</sup></num> of H<sub>2</sub>O.<sup>3</sup>", "About 10⁶ of H2O."),
        ("He said <q>it is shut</q>.", "He said “it is shut”."),
        ("He said <q>“it is shut”</q>.", "He said “it is shut”."),
        ("He said “<q>it is shut</q>”.", "He said “it is shut”."),
        ("One<br/>two", "One two"),
        ("It <pronounce guide='x'/>is", "It is"),
        ("&ldquo;Shut&rdquo; &#8211; &nosuch;", "“Shut” – &nosuch;"),
        ("<![CDATA[Vik & Sons < 5 &ldquo;]]>", "Vik & Sons < 5 &ldquo;"),
    ],
)
def test_lines_of_nitf(line: str, read: str) -> None:
    made = document("nitf", f"<nitf><body><body.content><p>{line}</p></body.content></body></nitf>")
    assert parts(made) == [("body", read)]


def test_words_between_paragraphs_are_read() -> None:
    made = document("nitf", "<nitf><body><body.content>One <em>two</em><p>Three</p>Four</body.content></body></nitf>")
    assert parts(made) == [("body", "One two"), ("body", "Three"), ("body", "Four")]


@pytest.mark.parametrize("doctype", ["", '<!DOCTYPE nitf SYSTEM "http://x.test/nitf.dtd">', "<!DOCTYPE nitf [\n]>"])
def test_references_of_html_are_letters_with_a_dtd_and_without(doctype: str) -> None:
    made = document(
        "nitf", f"{doctype}<nitf><body><body.content><p>&ldquo;Shut&rdquo;</p></body.content></body></nitf>"
    )
    assert parts(made) == [("body", "“Shut”")]
    assert slice_of(made, "“Shut”") == "&ldquo;Shut&rdquo;"


def test_a_reference_that_means_nothing_is_told() -> None:
    made = document("nitf", "<nitf><body><body.content><p>&nosuch;</p></body.content></body></nitf>")
    assert made.notes == ("no such character as &nosuch;: left as it is written",)


@pytest.mark.parametrize(
    ("declared", "encoding", "notes"),
    [
        ("utf-8", "utf-8", ()),
        ("utf-8", "utf-8-sig", ()),
        ("UTF-16", "utf-16", ()),
        ("utf-8", "utf-16-le", ()),
        ("ISO-8859-1", "cp1252", ()),
        ("windows-1252", "cp1252", ()),
        ("iso-8859-15", "iso-8859-15", ()),
        ("ISO-8859-1", "utf-8", ("says that it is ISO-8859-1, but is UTF-8: read as UTF-8",)),
        ("UTF-16", "utf-8", ("says that it is UTF-16, but is UTF-8: read as UTF-8",)),
        ("utf-8", "cp1252", ("says that it is utf-8, but is not: read as Windows-1252",)),
        ("nonsense", "cp1252", ("says that it is nonsense, but is not: read as Windows-1252",)),
    ],
)
def test_encodings_and_what_files_say_of_them(declared: str, encoding: str, notes: tuple[str, ...]) -> None:
    words = "Café £4" if encoding == "iso-8859-15" else "Café “£4”"
    body = f"<nitf><body><body.content><p>{words}</p></body.content></body></nitf>"
    text = f'<?xml version="1.0" encoding="{declared}"?>{body}'
    made = document("nitf", text.encode(encoding))
    assert (parts(made), made.notes) == ([("body", words)], notes)


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML contenttype="x">{NITF}</inlineXML>',
        f'<inlineData contenttype="text/plain">{escape(NITF)}</inlineData>',
    ],
)
def test_newsml_with_nitf(content: str) -> None:
    assert parts(document("newsml", g2(content))) == [*HEAD, *NITF_BODY]


XHTML = HTML.replace("&ldquo;", "“")
PREFIXED = XHTML.replace("<", "<h:").replace("<h:/", "</h:")


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{XHTML}</body></html></inlineXML>',
        f'<inlineXML><h:html xmlns:h="x">{PREFIXED}</h:html></inlineXML>',
        f'<inlineData contenttype="text/plain"><![CDATA[{HTML}]]></inlineData>',
        f'<inlineData contenttype="text/html">{escape(HTML)}</inlineData>',
    ],
)
def test_newsml_with_html(content: str) -> None:
    made = document("newsml", g2(content))
    assert parts(made) == [*HEAD, *BODY]
    assert slice_of(made, "Vik & Sons") in ("Vik &amp; Sons", "Vik &amp;amp; Sons")


def test_newsml_with_plain_text_whose_references_are_escaped_twice() -> None:
    made = document("newsml", g2("<inlineData>He said &amp;quot;it is shut&amp;quot;.\n\nIt was.</inlineData>"))
    assert parts(made) == [*HEAD, ("body", 'He said "it is shut".'), ("body", "It was.")]
    assert made.notes == ("references of HTML in plain text (&quot; and the like): read as what they mean",)


def test_newsml_in_base64_counts_lines_on_in_the_decoded_text() -> None:
    content = base64.encodebytes(f"<p>{SAID}</p>\n<p>Experts say no.</p>".encode()).decode()
    made = document("newsml", g2(f'<inlineData encoding="encd:base64">\n{content}</inlineData>'))
    assert parts(made) == [*HEAD, ("body", SAID), ("body", "Experts say no.")]
    assert slice_of(made, "Experts say") == "Experts say"
    place = made.lines.place(made.map.offset(made.text.index("Experts")))
    assert (place.line, place.column, made.parts[-1].at) == (8, 4, "in base64, line 7 of the file")
    assert made.notes == ("line 7 holds its text in base64: lines from there on are those of the decoded text",)


def test_a_message_of_several_items() -> None:
    picture = g2('<remoteContent href="a.jpg"/>', "urn:2")
    message = f"<newsMessage><itemSet>{g2('<inlineData>It is shut.</inlineData>')}{picture}</itemSet></newsMessage>"
    story_, captioned = documents("newsml", message)
    assert isinstance(story_, Document)
    assert isinstance(captioned, Document)
    assert (story_.path, captioned.path) == ("story.xml#urn:1", "story.xml#urn:2")
    assert parts(captioned) == [("headline", HEADLINE), ("caption", STANDFIRST), ("byline", "By Runa Vik")]


ITEM = f"<title>{HEADLINE}</title><guid>g1</guid><dc:creator>By Runa Vik</dc:creator>"


@pytest.mark.parametrize(
    "item",
    [
        f"<item>{ITEM}<description>{STANDFIRST}</description><content:encoded><![CDATA[{HTML}]]></content:encoded></item>",
        f"<item>{ITEM}<description>{STANDFIRST}</description><content:encoded>{escape(HTML)}</content:encoded></item>",
    ],
)
def test_rss_with_full_text(item: str) -> None:
    assert parts(document("feed", rss(item))) == [*HEAD, *BODY]


def test_a_description_that_is_how_the_text_begins_is_no_standfirst() -> None:
    short = "The ferry to Holm will sail once a day […]"
    item = f"<item>{ITEM}<description>{short}</description><content:encoded>{escape(HTML)}</content:encoded></item>"
    assert "standfirst" not in [kind for kind, _ in parts(document("feed", rss(item)))]


def test_rss_without_full_text_says_so_and_titles_escaped_twice_are_read() -> None:
    made = document("feed", rss("<item><title>Vik &amp;amp; Sons</title><description>It is shut.</description></item>"))
    assert parts(made) == [("headline", "Vik & Sons"), ("body", "It is shut.")]
    assert made.notes == ("no full text in the feed: its description is read",)
    assert slice_of(made, "Vik & Sons") == "Vik &amp;amp; Sons"


@pytest.mark.parametrize(
    "content",
    [
        f'<content type="html">{escape(HTML)}</content>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        + HTML.replace("&ldquo;", "“")
        + "</div></content>",
    ],
)
def test_atom(content: str) -> None:
    entry = f"<entry><title>{HEADLINE}</title><author><name>By Runa Vik</name></author><summary>{STANDFIRST}</summary>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>{entry}{content}</entry></feed>'
    assert parts(document("feed", feed)) == [*HEAD, *BODY]


def test_a_wordpress_export() -> None:
    login = "<wp:author_login>runa</wp:author_login>"
    author = f"<wp:author>{login}<wp:author_display_name>By Runa Vik</wp:author_display_name></wp:author>"

    def post(kind: str, login: str, guid: str) -> str:
        return (
            f"<item><title><![CDATA[{HEADLINE}]]></title><guid>{guid}</guid><dc:creator><![CDATA[{login}]]></dc:creator>"
            f"<description></description><content:encoded><![CDATA[{HTML}]]></content:encoded>"
            f"<excerpt:encoded><![CDATA[{STANDFIRST}]]></excerpt:encoded><wp:post_type>{kind}</wp:post_type></item>"
        )

    items = post("post", "runa", "p1") + post("attachment", "runa", "p2") + post("page", "nobody", "p3")
    first, second = documents("feed", rss(items, author))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.path, second.path) == ("story.xml#p1", "story.xml#p3")
    assert parts(first) == [*HEAD, *BODY]
    assert parts(second) == [*HEAD[:2], *BODY]


@pytest.mark.parametrize("form", ["nitf", "newsml", "feed"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<a>", "story.xml:2:4: no well-formed XML: no element found"),
        ("<nitf><p></nitf>", "story.xml:2:12: no well-formed XML: mismatched tag"),
        ("<!DOCTYPE a [\n<!ENTITY x 'Experts say'>]><a>&x;</a>", "story.xml:3:"),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "declares an entity of its own, “x”"),
        ("<a>" * 5000, "elements nested too deeply"),
        ("<b/>", "there is no"),
    ],
)
def test_what_is_told_of_a_file_that_is_none(form: str, text: str, told: str) -> None:
    try:
        (made,) = documents(form, text)
    except InputError as error:
        made = error
    assert isinstance(made, InputError)
    assert told in str(made).replace("the feed has no", "there is no")


_NITF = ("<nitf><body><body.content>", "</body.content></body></nitf>")
_WRITERS = {
    "nitf": ("nitf", *_NITF),
    "inline": (
        "newsml",
        f"<newsItem><contentSet><inlineXML>{_NITF[0]}",
        f"{_NITF[1]}</inlineXML></contentSet></newsItem>",
    ),
}


@pytest.mark.parametrize("kind", list(_WRITERS))
@EXAMPLES
@given(SEED)
def test_every_letter_of_nitf_is_where_the_writer_put_it(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    form, before, after = _WRITERS[kind]
    ink, spell = Ink(chance), xml_letter(chance)
    tags = Tags(
        chance, ["em", "person", "location"], ["<!-- a -->", "<alt-code/>", "<pronounce>x</pronounce>", "<?a b?>"]
    )
    ink.raw(XML + before)
    expected = []
    for words in story(chance):
        ink.raw("<p>")
        if chance.random() < 0.3:
            ink.raw("<![CDATA[")
            expected.append(ink.words(words.replace("]]>", "]>"), lambda letter: letter))
            ink.raw("]]>")
        else:
            expected.append(ink.words(words, spell, between=tags))
        ink.raw(tags.close() + chance.choice(["</p>", "\n</p>\r\n"]))
    ink.raw(after)
    made = document(form, ink.text.encode(chance.choice(["utf-8", "utf-8-sig", "utf-16"])))
    assert_placed(made, expected, chance)


def _paragraphs(ink: Ink, chance: random.Random, outer: Callable[[str], str]) -> list[Words]:
    tags = Tags(chance, ["em", "b", "a"], ["<!-- a -->"], outer)
    out = []
    for words in story(chance):
        ink.raw("".join(map(outer, "<p>")))
        out.append(ink.words(words.replace("]]", "]"), within(outer, html_letter(chance)), between=tags))
        ink.raw(tags.close() + "".join(map(outer, "</p>")))
    return out


@pytest.mark.parametrize(
    ("form", "before", "after", "sections"),
    [
        (
            "feed",
            "<rss><channel><item><content:encoded><![CDATA[",
            "]]></content:encoded></item></channel></rss>",
            True,
        ),
        ("feed", "<feed><entry><content type='html'>", "</content></entry></feed>", False),
        ("newsml", "<newsItem><contentSet><inlineData>", "</inlineData></contentSet></newsItem>", False),
        ("newsml", "<newsItem><contentSet><inlineData><![CDATA[", "]]></inlineData></contentSet></newsItem>", True),
    ],
)
@EXAMPLES
@given(SEED)
def test_every_letter_of_html_in_xml_is_where_the_writer_put_it(
    form: str, before: str, after: str, sections: bool, seed: int
) -> None:
    chance = random.Random(seed)
    ink = Ink(chance)
    written = xml_letter(chance)
    # A blank of HTML may be written as any white space; one within a tag is left as it is.
    outer = str if sections else lambda letter: letter if letter == " " else written(letter)
    ink.raw(XML + before)
    expected = _paragraphs(ink, chance, outer)
    ink.raw(after)
    assert_placed(document(form, ink.text.encode()), expected, chance)

"""OpenDocument, zipped and flat: what is read, and where it stands."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.readers.odt import read
from hedgelint.errors import InputError
from tests.document.ink import EXAMPLES, SEED, Ink, Tags, Words, assert_placed, story, xml_letter

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "draw", "style", "table")
)
_STYLES = (
    '<office:styles><style:style style:name="Pull_20_Quote" style:display-name="Pull Quote"/></office:styles>'
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Pull_20_Quote"/>'
    '<style:style style:name="P2" style:parent-style-name="Text_20_body"/>'
    '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    "</office:automatic-styles>"
)
_CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Experts say no.</text:p>'
    "</text:deletion></text:changed-region></text:tracked-changes>"
)


def flat(body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_NAMES}>{_STYLES}'
        f"<office:body><office:text>{_CHANGES}{body}</office:text></office:body></office:document>"
    )


def odt(body: str, manifest: str = "<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            flat(body)
            .replace("office:document ", "office:document-content ", 1)
            .replace("</office:document>", "</office:document-content>"),
        )
        packed.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def document(content: bytes) -> Document:
    (made,) = read(File("story.odt", content))
    return made


def parts(body: str) -> list[tuple[str, str]]:
    """Those of both kinds of file, which are the same."""
    zipped, plain = (
        [(p.kind, p.span.of(d.text)) for p in d.parts] for d in map(document, (odt(body), flat(body).encode()))
    )
    assert zipped == plain
    return zipped


def test_a_story_with_all_its_parts() -> None:
    body = """
    <text:h text:outline-level="1">Ferry to Holm cut to one
      sailing a day</text:h>
    <text:p text:style-name="Standfirst">The board says no sailing pays.</text:p>
    <text:p>The ferry to Holm will sail once a day from June, the harbour board said on Monday.<draw:frame>
      <draw:text-box><text:p text:style-name="P1">“Once a day is no ferry”</text:p></draw:text-box>
      </draw:frame></text:p>
    <text:p text:style-name="P2">“Once a day is no ferry,” said Odd Berg.<text:note text:note-class="footnote">
      <text:note-citation>1</text:note-citation><text:note-body><text:p>Book 4.</text:p></text:note-body>
      </text:note></text:p>
    <text:h text:outline-level="2">What the board wrote</text:h>
    <text:p text:style-name="Quotations">No sailing pays for its fuel.</text:p>
    <text:list><text:list-item><text:p>Tickets at the slip</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>May</text:p></table:table-cell></table:table-row>
    </table:table>
    <text:table-of-content><text:index-body><text:p>What the board wrote</text:p></text:index-body>
    </text:table-of-content>
    """
    assert parts(body) == [
        ("headline", "Ferry to Holm cut to one sailing a day"),
        ("standfirst", "The board says no sailing pays."),
        ("body", "The ferry to Holm will sail once a day from June, the harbour board said on Monday."),
        ("pullquote", "“Once a day is no ferry”"),
        ("body", "“Once a day is no ferry,” said Odd Berg."),
        ("subhead", "What the board wrote"),
        ("blockquote", "No sailing pays for its fuel."),
        ("list", "Tickets at the slip"),
        ("table", "May"),
        ("note", "Book 4."),
    ]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("The slip is<text:change text:change-id='c1'/> shut.", "The slip is shut."),
        ("The <text:change-start/>old <text:change-end/>slip.", "The old slip."),
        ("a <text:span> b</text:span>\n c", "a b c"),
        ("a<text:s text:c='3'/>b<text:tab/>c<text:s/>d", "a   b\tc d"),
        ("One<text:line-break/> two", "One\ntwo"),
        (
            "10<text:span text:style-name='T1'>6</text:span> mills<text:span text:style-name='T1'>1</text:span>",
            "10⁶ mills",
        ),
        ("On <text:date>2 March</text:date>", "On 2 March"),
        ("Shut<office:annotation><text:p>Who says?</text:p></office:annotation>.", "Shut."),
        ("Brandt &amp; Sons &lt;&#8220;", "Brandt & Sons <“"),
    ],
)
def test_what_a_paragraph_says(inner: str, words: str) -> None:
    assert [text for _, text in parts(f"<text:p>{inner}</text:p>")] == [words]


def test_comments_and_links() -> None:
    body = (
        "<text:p>Shut. <office:annotation><text:p>hedgelint: ignore all</text:p></office:annotation>Experts say so, "
        "<text:a xlink:href='https://x.test/a' xmlns:xlink='xlink'>a <text:span>study</text:span>"
        "</text:a> says.</text:p>"
    )
    for content in (odt(body), flat(body).encode()):
        made = document(content)
        assert [(comment.text, comment.at) for comment in made.comments] == [("hedgelint: ignore all", 6)]
        assert [(link.span.of(made.text), link.target) for link in made.links] == [("a study", "https://x.test/a")]


@pytest.mark.parametrize("gap", [" ", "\n", " \n  ", "<text:span> \n </text:span>", " <text:span>\n</text:span> "])
def test_links_and_comments_stand_where_they_are_behind_any_white_space(gap: str) -> None:
    link = '<text:a xlink:href="https://a.test/">the report</text:a>'
    note = "<office:annotation><text:p>Who?</text:p></office:annotation>"
    made = document(flat(f"<text:p>She read{gap}{link}{gap}and{gap}said{gap}{note}{gap}no.</text:p>").encode())
    (one,), (comment,) = made.links, made.comments
    assert made.text == "She read the report and said no."
    assert one.span.of(made.text) == "the report"
    assert made.text[: comment.at].rstrip() == "She read the report and said"


def test_raised_words_of_several_lines_flow_as_others_do() -> None:
    body = '<text:p>Shut <text:span text:style-name="T1"><![CDATA[as\n they \n say]]></text:span> now.</text:p>'
    assert parts(body) == [("body", "Shut as they say now.")]


def test_a_zipped_file_counts_paragraphs_and_a_flat_one_lines() -> None:
    body = "<text:p>One.</text:p><text:p/>\n<text:p>Three &amp; four.</text:p>"
    zipped, plain = document(odt(body)), document(flat(body).encode())
    places = [[d.lines.place(d.map.offset(part.span.start)) for part in d.parts] for d in (zipped, plain)]
    assert [(place.line, place.column) for place in places[0]] == [(1, 1), (3, 1)]
    assert (zipped.places, plain.places) == ("paragraph", "line")
    assert places[1][1].line == 3
    assert plain.source[places[1][1].offset :].startswith("Three &amp; four.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (odt("", "<manifest><encryption-data/></manifest>"), "locked with a password"),
        (odt("")[:200], "a damaged or cut-off file"),
        (odt("<text:p>"), "a damaged file: content.xml: no well-formed XML"),
        (flat("").replace("office:text", "office:spreadsheet").encode(), "an OpenDocument file, but no text"),
        (flat("<text:p>").encode(), "story.odt:2:"),
    ],
)
def test_what_is_told_of_a_file_that_is_none(content: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        document(content)


_CUT = "<office:annotation><text:p>Who?</text:p></office:annotation>"
_MARKS = ["<text:bookmark/>", "<text:change/>", "<text:note><text:note-body/></text:note>", _CUT, "<!-- a -->"]


@EXAMPLES
@given(SEED)
def test_every_letter_is_where_the_writer_put_it(seed: int) -> None:
    chance = random.Random(seed)
    ink, tags = Ink(chance), Tags(chance, ["text:span", "text:a", "text:meta"], _MARKS)
    spell = xml_letter(chance)
    before, after = flat("|").split("|")
    ink.raw(before)
    expected: list[Words] = []
    paragraphs = story(chance)
    for words in paragraphs:
        ink.raw(chance.choice(["<text:p>", "<text:p>\r\n  "]))
        expected.append(ink.words(words, spell, between=tags))
        ink.raw(tags.close() + chance.choice(["</text:p>", "\n</text:p>\n"]))
    ink.raw(after)
    made = document(ink.text.encode(chance.choice(["utf-8", "utf-8-sig", "utf-16"])))
    assert_placed(made, expected, chance)
    zipped = document(odt(ink.text[len(before) : -len(after)]))
    assert zipped.source.split("\n") == [part.span.of(zipped.text) for part in zipped.parts] == paragraphs

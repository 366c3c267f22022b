"""Word's files: what is read, where it stands, and what is told of files that are none."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.readers.docx import read
from hedgelint.errors import InputError
from tests.conftest import Run
from tests.document.ink import EXAMPLES, SEED, Words, assert_placed, story

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_CHAR = "<w:r><w:fldChar w:fldCharType="
_UP = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_BEGIN, _SEPARATE, _END = (f'{_CHAR}"{what}"/></w:r>' for what in ("begin", "separate", "end"))
_BY = 'w:id="1" w:author="Desk" w:date="2026-03-02T09:00:00Z"'
STYLES = {
    "Titel": "Title",
    "Kasten": "Pull Quote",
    "Zitat": "Quote",
    "b1": "heading 2",
    "BL": "Byline",
    "Bu": "caption",
}


def docx(
    body: str, *, main: str = "word/document.xml", styles: dict[str, str] = STYLES, encoding: str = "utf-8", **more: str
) -> bytes:
    """A file with this body; `more` are the words of footnotes, comments and the like."""
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in styles.items()
    )
    parts = {"styles": named, **more}
    folder, _, name = main.rpartition("/")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATED}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="/{main}"/>'
            "</Relationships>",
        )
        targets = "".join(f'<Relationship Id="p{p}" Type="{_OFFICE}/{p}" Target="{p}.xml"/>' for p in parts)
        targets += (
            f'<Relationship Id="link" Type="{_OFFICE}/hyperlink" Target="https://x.test/a" TargetMode="External"/>'
        )
        packed.writestr(f"{folder}/_rels/{name}.rels", f'<Relationships xmlns="{_RELATED}">{targets}</Relationships>')
        text = f'<?xml version="1.0" encoding="{encoding}"?><w:document {_NAMES}><w:body>{body}</w:body></w:document>'
        packed.writestr(main, text.encode(encoding))
        for part, content in parts.items():
            packed.writestr(f"{folder}/{part}.xml", f"<w:{part} {_NAMES}>{content}</w:{part}>")
    return out.getvalue()


def r(words: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{_escaped(words)}</w:t></w:r>'


def p(inner: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>"


def cut(words: str) -> str:
    return f"<w:del {_BY}><w:r><w:delText>{_escaped(words)}</w:delText></w:r></w:del>"


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def document(content: bytes) -> Document:
    (made,) = read(File("story.docx", content))
    return made


def parts(content: bytes) -> list[tuple[str, str]]:
    made = document(content)
    return [(part.kind, part.span.of(made.text)) for part in made.parts]


def _choice(box: str) -> str:
    held = f"<w:txbxContent>{box}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_story_with_all_its_parts() -> None:
    body = (
        p(r("Ferry to Holm cut to one sailing a day"), "Titel")
        + p(r("By Runa Vik"), "BL")
        + p(r("The slip at Holm in May"), "Bu")
        + p(
            r("The ferry to Holm will sail once a day from June, the harbour board said on Monday.")
            + _choice(p(r("“Once a day is no ferry”"), "Kasten"))
        )
        + p(r("“Once a day is no ferry,” said Odd Berg, who runs the shop."))
        + p(r("What the board wrote"), "b1")
        + p(r("No sailing pays for its fuel."), "Zitat")
        + p(r("Tickets at the slip"), more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
        + f"<w:tbl><w:tr><w:tc>{p(r('May'))}</w:tc><w:tc>{p(r('4 sailings'))}</w:tc></w:tr></w:tbl>"
    )
    assert parts(docx(body)) == [
        ("headline", "Ferry to Holm cut to one sailing a day"),
        ("byline", "By Runa Vik"),
        ("caption", "The slip at Holm in May"),
        ("body", "The ferry to Holm will sail once a day from June, the harbour board said on Monday."),
        ("pullquote", "“Once a day is no ferry”"),
        ("body", "“Once a day is no ferry,” said Odd Berg, who runs the shop."),
        ("subhead", "What the board wrote"),
        ("blockquote", "No sailing pays for its fuel."),
        ("list", "Tickets at the slip"),
        ("table", "May"),
        ("table", "4 sailings"),
    ]


def test_a_story_without_styles_has_the_parts_of_a_plain_text() -> None:
    body = "".join(
        p(r(words))
        for words in (
            "Ferry to Holm cut to one sailing a day",
            "By Runa Vik",
            "The ferry to Holm will sail once a day from June, the harbour board said on Monday.",
            "It sails four times a day now.",
        )
    )
    assert [kind for kind, _ in parts(docx(body))] == ["headline", "byline", "body", "body"]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (r("The slip is ") + cut("not ") + r("shut."), "The slip is shut."),
        (r("The ") + f"<w:ins {_BY}>{r('old ')}</w:ins>" + r("slip."), "The old slip."),
        (f"<w:moveFrom {_BY}>{r('Yesterday, ')}</w:moveFrom>" + r("it shut."), "it shut."),
        (f"<w:moveTo {_BY}>{r('Yesterday, ')}</w:moveTo>" + r("it shut."), "Yesterday, it shut."),
        (r("At ") + f'<w:smartTag w:element="place">{r("Holm")}</w:smartTag>' + r(" now."), "At Holm now."),
        (f"<w:sdt><w:sdtContent>{r('Held')}</w:sdtContent></w:sdt>" + r(" here."), "Held here."),
        (r("Har") + '<w:proofErr w:type="spellStart"/>' + r("bour"), "Harbour"),
        (r("Seen") + r(" and hidden", "<w:rPr><w:vanish/></w:rPr>"), "Seen"),
        (r("Seen") + r(" and shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>'), "Seen and shown"),
        (r("a") + "<w:r><w:tab/></w:r>" + r("b"), "a\tb"),
        (r("About 10") + r("6", _UP) + r(" of 40 m") + r("2", _UP), "About 10⁶ of 40 m²"),
        (r("Shut on the 1") + r("st", _UP) + r(".") + r("3", _UP) + r(" So he said"), "Shut on the 1st. So he said"),
        (r("co") + "<w:r><w:noBreakHyphen/></w:r>" + r("op") + "<w:r><w:softHyphen/></w:r>" + r("er"), "co\u2011oper"),
        (r("20") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "20°"),
        (r("A") + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "A\ufffd"),
        (r("Shut.") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "Shut."),
        (
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('Orne')}</w:rt><w:rubyBase>{r('大江')}</w:rubyBase></w:ruby></w:r>"
            + r(" denied it."),
            "大江 denied it.",
        ),
        ("<w:r><w:t>  Shut </w:t></w:r>" + r("now."), "Shutnow."),
        (
            f"{_BEGIN}<w:r><w:instrText> DATE </w:instrText></w:r>{_SEPARATE}{r('2 March')}{_END}",
            "2 March",
        ),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>😀</w:t></mc:Fallback>'
            "</mc:AlternateContent></w:r>",
            "😀",
        ),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(inner: str, words: str) -> None:
    assert [text for _, text in parts(docx(p(inner)))] == [words]


def test_paragraphs_whose_mark_is_cut_are_joined() -> None:
    mark = f"<w:rPr><w:del {_BY}/></w:rPr>"
    body = p(r("“So we ")) + p(r("wrote to "), more=mark) + p(cut("nobody"), more=mark) + p(r("the board.”"), "Zitat")
    assert parts(docx(body)) == [("body", "“So we"), ("blockquote", "wrote to the board.”")]


def test_empty_paragraphs_count_and_are_no_parts() -> None:
    made = document(docx(p(r("One.")) + p("") + p(r("Three."))))
    assert [made.lines.place(made.map.offset(part.span.start)).line for part in made.parts] == [1, 3]


def test_a_line_break_stays_in_the_paragraph_and_an_empty_line_makes_two_parts() -> None:
    made = document(docx(p(r("One") + "<w:r><w:br/></w:r>" + r("two") + "<w:r><w:br/><w:br/></w:r>" + r("three."))))
    assert [part.span.of(made.text) for part in made.parts] == ["One\ntwo", "three."]
    place = made.lines.place(made.map.offset(made.parts[1].span.start))
    assert (place.line, place.column) == (1, 10)


def test_footnotes_are_notes_behind_the_text_and_separators_are_nothing() -> None:
    line = f'<w:footnote w:id="0" w:type="separator">{p(r("—"))}</w:footnote>'
    notes = f'{line}<w:footnote w:id="2">{p(r("Book 4."))}</w:footnote>'
    made = document(docx(p(r("Shut.")), footnotes=notes))
    assert [(part.kind, part.span.of(made.text), part.at) for part in made.parts] == [
        ("body", "Shut.", "“Shut.”"),
        ("note", "Book 4.", "footnote 1: “Book 4.”"),
    ]


def test_a_formula_is_told_of() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
    made = document(docx(p(r("It was ") + formula + r(" of it."))))
    assert made.notes == ("a formula is not read, and its sentence has a gap: write it in words",)


def test_comments_stand_where_they_are_hung_up() -> None:
    said = f'<w:comment w:id="7">{p(r("hedgelint: ignore vague-source"))}</w:comment>'
    body = p(
        r("Shut. ")
        + '<w:commentRangeStart w:id="7"/>'
        + r("Experts say so.")
        + '<w:r><w:commentReference w:id="7"/></w:r>'
    )
    made = document(docx(body, comments=said))
    assert [(c.text, c.at, tuple(c.span)) for c in made.comments] == [("hedgelint: ignore vague-source", 6, (6, 6))]


def test_links_lead_where_they_are_said_to() -> None:
    field = f'{_BEGIN}<w:r><w:instrText> HYPERLINK "https://x.test/b" </w:instrText></w:r>{_SEPARATE}{r("here")}{_END}'
    made = document(
        docx(p(r("See ") + f'<w:hyperlink r:id="link">{r("the ")}{r("study")}</w:hyperlink>' + r(", ") + field))
    )
    assert [(link.span.of(made.text), link.target) for link in made.links] == [
        ("the study", "https://x.test/a"),
        ("here", "https://x.test/b"),
    ]


def test_the_main_part_is_found_by_its_relation_and_in_any_encoding() -> None:
    assert parts(docx(p(r("“Shut” – é 😀")), main="word/document2.xml", encoding="utf-16")) == [
        ("body", "“Shut” – é 😀")
    ]


def _first(content: bytes, size: float) -> bytes:
    return content[: int(len(content) * size)]


def _locked(content: bytes) -> bytes:
    """The bit that says a file is encrypted, set in every header."""
    out = bytearray(content)
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = out.find(mark)
        while start >= 0:
            out[start + at] |= 1
            start = out.find(mark, start + 4)
    return bytes(out)


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 70_000_000)
    return out.getvalue()


def _without_main() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    return out.getvalue()


_WHOLE = docx(p(r("Shut.")))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old .doc, or a file with a password"),
        (_first(_WHOLE, 0.5), "a damaged or cut-off file"),
        (_WHOLE.replace(b"PK\1\2", b"PK\1\3"), "a damaged or cut-off file"),
        (_locked(_WHOLE), "locked with a password"),
        (_without_main(), "there is no word/document.xml in it"),
        (b"Dear editor, here is the story.", "no zip file"),
        (docx("<w:p><w:r>"), "a damaged file: word/document.xml: no well-formed XML"),
    ],
)
def test_what_is_told_of_a_file_that_is_none(content: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        document(content)


def test_a_zip_bomb_is_unpacked_no_further_than_its_limit() -> None:
    with pytest.raises(InputError, match="unpacks to more than 64 MB"):
        document(_bomb())


def test_entities_of_its_own_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_WHOLE)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = b'<!DOCTYPE d [<!ENTITY a "aaaa">]>' + content.partition(b"?>")[2].replace(b"Shut", b"&a;")
            new.writestr(name, content)
    with pytest.raises(InputError, match="declares an entity of its own"):
        document(out.getvalue())


def test_a_finding_names_paragraph_and_character(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.docx").write_bytes(docx(p(r("The ferry is safe.")) + p(r("It sails. Experts ") + r("say so."))))
    ran = run("--no-config", "--select", "vague-source", "story.docx")
    assert ran.out.startswith(
        "story.docx: paragraph 2, character 11, “It sails. Experts say so.”: warning vague-source: "
    )
    assert "  2 | It sails. Experts say so.\n    |           ^^^^^^^^^^^\n" in ran.out


def _written(paragraphs: list[str], chance: random.Random) -> tuple[str, list[Words]]:
    """A body with runs of any length, changes, marks and controls between any two letters."""
    out: list[str] = []
    expected: list[Words] = []
    noise: list[Callable[[], str]] = [
        lambda: cut("gone " * chance.randint(1, 3)),
        lambda: f"<w:moveFrom {_BY}>{r('was here')}</w:moveFrom>",
        lambda: '<w:proofErr w:type="gramStart"/>',
        lambda: '<w:bookmarkStart w:id="3" w:name="x"/>',
        lambda: '<w:r><w:footnoteReference w:id="9"/></w:r>',
        lambda: r("hidden", "<w:rPr><w:vanish/></w:rPr>"),
        lambda: "<w:r><w:rPr><w:b/></w:rPr></w:r>",
        lambda: "<w:r><w:softHyphen/></w:r>",
    ]
    around = ["", "", "", f"w:ins {_BY}", f"w:moveTo {_BY}", 'w:smartTag w:element="x"', "w:hyperlink", "w:sdtContent"]
    for paragraph, words in enumerate(paragraphs, 1):
        inner, at = [], 0
        while at < len(words):
            size = chance.randint(1, 12)
            tag = chance.choice(around)
            run = r(words[at : at + size])
            inner.append(f"<{tag}>{run}</{tag.split()[0]}>" if tag else run)
            at += size
            if chance.random() < 0.4:
                inner.append(chance.choice(noise)())
        parted = chance.randint(0, len(inner))
        if chance.random() < 0.2:  # in two, the first of which has lost its mark
            out.append(p("".join(inner[:parted]), more=f"<w:rPr><w:del {_BY}/></w:rPr>"))
            inner = inner[parted:]
        out.append(p("".join(inner)))
        expected.append(Words(words, [(paragraph, character) for character in range(1, len(words) + 1)]))
    return "".join(out), expected


@EXAMPLES
@given(SEED)
def test_every_letter_is_where_the_writer_put_it(seed: int) -> None:
    chance = random.Random(seed)
    body, expected = _written(story(chance), chance)
    made = document(docx(body, encoding=chance.choice(["utf-8", "utf-8-sig", "utf-16"])))
    starts = [made.lines.start(number) for number in range(1, len(made.lines) + 1)]
    for words in expected:
        words.places = [(starts[line - 1] + at - 1, starts[line - 1] + at) for line, at in words.places]
    assert_placed(made, expected, chance)

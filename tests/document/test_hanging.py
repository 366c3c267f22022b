"""Comments in a copy of a Word file: on exactly the words, and nothing else is touched."""

from __future__ import annotations

import io
import random
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hedgelint.document.hanging.comments import Remark, hung, taken_down
from hedgelint.document.readers import File
from hedgelint.document.readers.docx import read
from hedgelint.errors import InputError
from hedgelint.span import Span
from tests.conftest import Run
from tests.document.test_docx import _BY, _NAMES, W, _choice, cut, docx, p, r
from tests.samples.write import word

ITALIC = "<w:rPr><w:i/></w:rPr>"
SPARE = "<w:rPr><w:b/><w:rPrChange {by}><w:rPr/></w:rPrChange></w:rPr>".replace("{by}", _BY)


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def tree(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(opened(content)["word/document.xml"])


def commented(content: bytes) -> dict[str, str]:
    """Words between the marks of each comment, by its number: what is in w:t, as any reader of XML has it."""
    words: dict[str, str] = {}
    open_now: list[str] = []
    for element in tree(content).iter():
        number = element.get(f"{{{W}}}id", "")
        if element.tag == f"{{{W}}}commentRangeStart":
            open_now.append(number)
            words[number] = ""
        elif element.tag == f"{{{W}}}commentRangeEnd":
            open_now.remove(number)
        elif element.tag == f"{{{W}}}t":
            kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            said = element.text or ""
            for one in open_now:
                words[one] += said if kept else said.strip()
    assert open_now == []
    return words


def looks(content: bytes) -> list[tuple[str, str]]:
    """Each letter and how its run looks."""
    out = []
    for run in tree(content).iter(f"{{{W}}}r"):
        how = run.find(f"{{{W}}}rPr")
        told = "" if how is None else ElementTree.tostring(how, "unicode")
        out += [(letter, told) for text in run.iter(f"{{{W}}}t") for letter in text.text or ""]
    return out


def source(content: bytes) -> str:
    (made,) = read(File("story.docx", content))
    return made.source


def on(words: str, content: bytes) -> Remark:
    at = source(content).index(words)
    return Remark(Span(at, at + len(words)), f"about {words}")


BODIES = {
    "in the middle of a run": (p(r("Experts say the wall is safe.", ITALIC)), "say the"),
    "over runs": (p(r("Experts ", ITALIC) + r("say the ") + r("wall", ITALIC) + r(" is safe.")), "rts say the wa"),
    "a whole run": (p(r("Experts ") + r("say", ITALIC) + r(" so.")), "say"),
    "with references": (p(r("Smith & Sons < 4 > 2 & so on")), "& Sons < 4 > 2 &"),
    "from a reference on": (p(r("A & B")), "& B"),
    "in words put in": (p(r("The wall ") + f"<w:ins {_BY}>{r('is said to be safe')}</w:ins>" + r(".")), "said to"),
    "over words cut": (p(r("The wall ") + cut("never ") + r("is safe")), "wall is"),
    "in a link": (p(r("See ") + f'<w:hyperlink w:anchor="a">{r("the sheets here")}</w:hyperlink>'), "sheets"),
    "a changed look": (p(r("Experts say so", SPARE)), "say"),
    "with a tab": (p("<w:r><w:t>Experts</w:t><w:tab/><w:t>say so</w:t></w:r>"), "Experts\tsay"),
    "behind a tab": (p("<w:r><w:t>Experts</w:t><w:tab/><w:t>say so</w:t></w:r>"), "say"),
    "blanks not kept": (p("<w:r><w:t> Experts say so </w:t></w:r>"), "Experts say so"),
    "over paragraphs": (p(r("One line.")) + p(r("Another line.")), "line.\nAnother"),
    "outside the first plane": (p(r("\U0001f3db\U0001f3db Experts \U0001f3db say")), "Experts \U0001f3db"),
    "in a control": (f"<w:sdt><w:sdtContent>{p(r('Experts say so'))}</w:sdtContent></w:sdt>", "say"),
    "in a table": (f"<w:tbl><w:tr><w:tc>{p(r('Experts say so'))}</w:tc></w:tr></w:tbl>", "say"),
}


@pytest.mark.parametrize(("body", "words"), BODIES.values(), ids=BODIES)
def test_a_comment_stands_on_exactly_its_words(body: str, words: str) -> None:
    before = docx(body)
    after = hung("story.docx", before, [on(words, before)])[0]
    assert list(commented(after).values()) == [words.replace("\t", "").replace("\n", "")]
    assert source(after) == source(before)
    assert looks(after) == looks(before)
    again, taken, left = taken_down("story.docx", after)
    assert (taken, left) == (1, 0)
    assert commented(again) == {}
    assert looks(again) == looks(before)
    assert source(again) == source(before)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_encoding_of_a_part_stays(encoding: str) -> None:
    before = docx(p(r("Käufer sagen: say")), encoding=encoding)
    after = hung("story.docx", before, [on("sagen", before)])[0]
    assert list(commented(after).values()) == ["sagen"]
    assert opened(after)["word/document.xml"][:4] == opened(before)["word/document.xml"][:4]


def test_many_comments_over_one_another_and_side_by_side() -> None:
    chance = random.Random(5)
    for _ in range(150):
        words = "Experts & others say the wall is safe <now>, or so."
        cuts = sorted({0, len(words), *(chance.randrange(1, len(words)) for _ in range(chance.randrange(4)))})
        runs = "".join(r(words[a:b], chance.choice(("", ITALIC, SPARE))) for a, b in pairwise(cuts))
        before = docx(p(runs) + p(r("Last.")))
        spans = []
        for _ in range(chance.randrange(1, 7)):
            a = chance.randrange(len(words))
            spans.append(Span(a, chance.randrange(a + 1, len(words) + 1)))
        after = hung("story.docx", before, [Remark(span, "x") for span in spans])[0]
        assert list(commented(after).values()) == [span.of(words) for span in sorted(spans, key=lambda s: s.start)] or (
            sorted(commented(after).values()) == sorted(span.of(words) for span in spans)
        )
        assert [commented(after)[str(n)] for n in range(len(spans))] == [span.of(words) for span in spans]
        assert looks(after) == looks(before)


def test_comments_of_others_and_all_other_parts_stay_byte_for_byte() -> None:
    lawyer = f'<w:comment w:id="7" w:author="Lawyer" w:date="2026-03-02T09:00:00Z">{p(r("Who says?"))}</w:comment>'
    marks = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    before = docx(
        p(r("Experts ") + marks.format(r("say the wall")) + r(" is safe.")) + p(f"<w:ins {_BY}>{r('New.')}</w:ins>"),
        comments=lawyer,
    )
    after = hung("story.docx", before, [on("Experts say", before), on("wall is", before)])[0]
    was, now = opened(before), opened(after)
    assert list(was) == list(now)
    changed = {name for name in was if was[name] != now[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert lawyer.encode() in now["word/comments.xml"]
    assert commented(after) == {"7": "say the wall", "8": "Experts say", "9": "wall is"}
    with pytest.raises(InputError, match="has comments of hedgelint's already"):
        hung("story.docx", after, [])
    again, taken, _ = taken_down("story.docx", after)
    assert taken == 2
    assert opened(again)["word/comments.xml"] == was["word/comments.xml"]
    assert commented(again) == {"7": "say the wall"}
    with pytest.raises(InputError, match="has no comments of hedgelint's"):
        taken_down("story.docx", again)


def test_a_file_without_comments_is_told_of_its_new_part() -> None:
    before = docx(p(r("Experts say so.")))
    now = opened(hung("story.docx", before, [on("say", before)])[0])
    assert set(now) - set(opened(before)) == {"word/comments.xml"}
    assert b'PartName="/word/comments.xml"' in now["[Content_Types].xml"]
    relations = now["word/_rels/document.xml.rels"].decode()
    assert re.search(r'Type="[^"]*/2006/relationships/comments" Target="/word/comments.xml"', relations)
    for part in ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"):
        ElementTree.fromstring(now[part])


def test_what_somebody_answered_is_left_and_what_later_parts_hold_goes() -> None:
    def entry(number: int, author: str, para: str) -> str:
        return f'<w:comment w:id="{number}" w:author="{author}"><w:p w14:paraId="{para}">{r("x")}</w:p></w:comment>'

    body = p(
        "".join(
            f'<w:commentRangeStart w:id="{n}"/>{r(f"word{n} ")}<w:commentRangeEnd w:id="{n}"/>'
            f'<w:r><w:commentReference w:id="{n}"/></w:r>'
            for n in range(3)
        )
    )
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    names = f"{_NAMES} {w14}"
    before = docx(
        body,
        comments="@",
        commentsExtended='<w:commentEx w:paraId="A"/><w:commentEx w:paraId="B"/>'
        '<w:commentEx w:paraId="C" w:paraIdParent="B"/>',
        commentsIds='<w:commentId w:paraId="A" w:durableId="11"/><w:commentId w:paraId="B" w:durableId="12"/>',
    )
    entries = entry(0, "hedgelint", "A") + entry(1, "hedgelint", "B") + entry(2, "Sub", "C")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in opened(before).items():
            comments = f"<w:comments {names}>{entries}</w:comments>".encode()
            packed.writestr(name, comments if name == "word/comments.xml" else content)
    again, taken, left = taken_down("story.docx", out.getvalue())
    assert (taken, left) == (1, 1)
    assert commented(again) == {"1": "word1 ", "2": "word2 "}
    assert opened(again)["word/commentsExtended.xml"].count(b"commentEx ") == 2
    assert b'"11"' not in opened(again)["word/commentsIds.xml"]
    assert b'"12"' in opened(again)["word/commentsIds.xml"]


def test_what_stands_in_a_footnote_or_a_box_is_told_on_the_first_words() -> None:
    note = f'<w:footnote w:id="2">{p(r("Experts say so."))}</w:footnote>'
    before = docx(p(r("The wall.")) + p(_choice(p(r("Critics say so.")))), footnotes=note)
    remarks = [Remark(on("Experts say", before).span, "who?", "footnote 1"), on("Critics", before)]
    after = hung("story.docx", before, remarks)[0]
    assert commented(after) == {"0": "The wall.", "1": "The wall."}
    assert "footnote 1: who?" in opened(after)["word/comments.xml"].decode()


def test_where_another_program_would_lose_words_is_told() -> None:
    inside = docx(f"<w:sdt><w:sdtContent>{p(r('Experts say so'))}</w:sdtContent></w:sdt>" + p(r("Others do.")))
    assert len(hung("story.docx", inside, [on("say", inside)])[1]) == 1
    assert hung("story.docx", inside, [on("Others", inside)])[1] == ()


def test_nothing_of_a_remark_is_markup() -> None:
    chance = random.Random(3)
    pieces = [
        "<w:p>",
        "</w:t>",
        "&amp;",
        "&",
        "]]>",
        "\x1b]0;x\x07",
        "\0",
        "\ud800",
        "\u202e",
        '"',
        "\n",
        "\ufffe",
        "x",
    ]
    before = docx(p(r("Experts say so.")))
    words = ["".join(chance.choices(pieces, k=chance.randrange(1, 9))) for _ in range(2000)]
    after = hung("story.docx", before, [Remark(Span(0, 7), one) for one in words])[0]
    comments = ElementTree.fromstring(opened(after)["word/comments.xml"])
    assert len(comments) == 2000
    assert {element.tag.partition("}")[2] for element in comments.iter()} == {"comments", "comment", "p", "r", "t"}
    said = "".join(comments.itertext())
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ud800\ufffe]", said)


def test_the_words_of_the_main_part_may_be_in_no_prefix_of_ours() -> None:
    text = f'<x:document xmlns:x="{W}"><x:body><x:p><x:r><x:t>Experts say so.</x:t></x:r></x:p></x:body></x:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in opened(docx("")).items():
            packed.writestr(name, text if name == "word/document.xml" else content)
    after = hung("story.docx", out.getvalue(), [on("say", out.getvalue())])[0]
    assert commented(after) == {"0": "say"}


def test_the_command_reads_its_copy_as_the_story(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.docx").write_bytes(word())
    ran = run("comment", "story.docx", "-o", "copy.docx", "--severity", "info")
    assert ran.code == 0
    findings = run("story.docx", "--format", "jsonl", "--exit-zero").out.replace("story.docx", "copy.docx")
    count = findings.count('"rule"')
    assert ran.out == f"copy.docx written: {count} comments\n"
    assert run("copy.docx", "--format", "jsonl", "--exit-zero").out == findings
    assert run("comment", "copy.docx", "-o", "two.docx").err.startswith("hedgelint: copy.docx: has comments of hedge")
    assert not (tmp_path / "two.docx").exists()
    assert run("comment", "story.docx", "-o", "story.docx").code == 2
    ran = run("comment", "copy.docx", "-o", "bare.docx", "--remove")
    assert (ran.code, ran.out) == (0, f"bare.docx written: {count} comments taken out\n")
    assert run("bare.docx", "--format", "jsonl", "--exit-zero").out == findings.replace("copy.docx", "bare.docx")


def test_a_story_of_another_kind_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Experts say so.\n", "utf-8")
    (tmp_path / "cut.docx").write_bytes(word()[:900])
    ran = run("comment", "story.txt", "-o", "copy.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "no Word file: comments are hung in .docx only" in ran.err
    assert run("comment", "cut.docx", "-o", "copy.docx").code == 2
    assert not (tmp_path / "copy.docx").exists()

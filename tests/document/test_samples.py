"""One story in every format: the table of docs/formats.md."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from hedgelint.document.reader import read_documents
from tests.samples.write import LETTER, PARTS, samples

TOP = Path(__file__).parent.parent.parent
FOLDER = TOP / "tests" / "samples"
# Parts that the format itself has no way to hold.
NOT_HELD = {
    "nitf.xml": ("pullquote", "embed"),
    "nitf.newsml.xml": ("pullquote", "embed"),
    "plain.newsml.xml": ("caption", "pullquote", "blockquote", "embed", "correction"),
    "docx": ("embed",),
    "odt": ("embed",),
    "fodt": ("embed",),
    "story.txt": ("caption", "pullquote", "blockquote", "embed"),
    "blocks.html": ("headline", "standfirst", "byline", "embed"),
    "classic.html": ("headline", "standfirst", "byline", "embed"),
    "hugo.md": ("embed",),
    "jekyll.md": ("embed",),
    "qmd": ("embed",),
    "mdx": ("embed",),
}
# A quotation set apart in a plain text is a paragraph like others; a footnote is no part of the story.
AS = {
    "story.txt": [("body", LETTER)],
    "plain.newsml.xml": [("body", "No sailing pays for its fuel. We are sorry.")],
    "docx": [("note", None)],
}


@pytest.mark.parametrize("name", [name for name in samples() if name != "parts.json"])
def test_the_parts_of_the_story_as_far_as_the_format_holds_them(name: str) -> None:
    ending = next((ending for ending in (*NOT_HELD, *AS) if name.endswith(f"{ending}")), "")
    expected = [part for part in PARTS if part[0] not in NOT_HELD.get(ending, ())]
    read = [(p.kind, p.span.of(d.text)) for d in read_documents(str(FOLDER / name)) for p in d.parts]  # type: ignore[union-attr]
    others = [kind for kind, _ in AS.get(ending, [])] if ending in AS else []
    assert [part for part in read if part in expected] == expected
    assert [kind for kind, text in read if (kind, text) not in expected] == others


def test_the_table_of_the_page_is_what_the_script_prints() -> None:
    spec = importlib.util.spec_from_file_location("samples_script", TOP / "benchmarks" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    lines, faults = script.table(FOLDER, "Experts say")
    page = (TOP / "docs" / "formats.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- samples -->\n")[2].partition("<!-- /samples -->")[0]
    assert (faults, shown) == (0, "\n".join(lines) + "\n")

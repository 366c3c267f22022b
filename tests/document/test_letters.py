"""A field with references and no tag is read as a reader of HTML reads it, without one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.document.inner import Inner, letters_of
from hedgelint.document.prose import Prose
from hedgelint.document.record import Record
from tests.document.written import EXAMPLES

_BIT = st.sampled_from(
    (
        *("word", " ", "  ", "é", "\u00a0", "\u200b", "\u00ad", "\0", "\n", "\n\n", "[embed]", "<", ">", "🌉", ";"),
        *("&amp;", "&ldquo;", "&rdquo;", "&eacute;", "&lt;", "&nbsp;", "&shy;", "&NotEqualTilde;", "&fjlig;", "&Tab;"),
        *("&amp", "&ampx;", "&notit;", "&none;", "&", "& ", "&;", "&#8220;", "&#x201c;", "&#0;", "&#128;", "&AMP;"),
        "http://a.test/x",
    )
)


def _read(text: str, how: str) -> Prose:
    record = Record(len(text) + 9)
    inner = Inner.of([(text, 5, 5 + len(text))], len(text) + 9, "/a")
    if how == "field":
        record.field("body", inner)
    else:
        record.html(inner, "body")
    return record.prose()


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(_BIT, max_size=8).map("".join))
def test_a_field_of_letters_is_read_as_html(text: str) -> None:
    if Inner.of([(text, 0, len(text))], len(text)).has_references:
        field, html = _read(text, "field"), _read(text, "html")
        assert (field.text, field.map.segments, field.parts) == (html.text, html.map.segments, html.parts)


def test_what_html_reads_otherwise_than_it_stands_is_left_to_it() -> None:
    assert letters_of("Vik &amp; Sons") == [("Vik ", 0, 4), ("&", 4, 9), (" Sons", 9, 14)]
    for text in (
        "a <b> &amp;",
        "a  b &amp;",
        "a\u00ad &amp;",
        "Vik & Sons &amp;",
        "&amp",
        "&nbsp;a",
        "[caption] &amp;",
    ):
        assert letters_of(text) is None, text

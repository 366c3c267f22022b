"""Stories in JSON: ninjs, ANS, Superdesk, Ghost, JSON Feed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.errors import InputError
from hedgelint.span import Span
from tests.conftest import Run
from tests.document.ink import EXAMPLES, SEED, Ink, Tags, Words, assert_placed, html_letter, json_letter, story, within

HEADLINE = "Ferry to Holm cut to one sailing a day"
STANDFIRST = "The board says no sailing pays."
CAPTION = "The slip at Holm in May"
LEDE = "The ferry to Holm will sail once a day from June, the board of Vik & Sons said on Monday."
SAID = "“Once a day is no ferry,” said Odd Berg, who runs the shop."
PULLED = "“Once a day is no ferry”"
WROTE = "No sailing pays for its fuel."
SUBHEAD = "What the board wrote"
MENDED = "This article was amended on 3 March 2026 to correct the number of sailings."
HTML = (
    f"<p>{LEDE.replace('&', '&amp;')}</p>\n<p>{SAID.replace('“', '&ldquo;')}</p>"
    f"<aside class='pullquote'>{PULLED}</aside>"
    f"<h2>{SUBHEAD}</h2><blockquote><p>{WROTE}</p></blockquote><p class='correction'>{MENDED}</p>"
)
BODY = [
    ("body", LEDE),
    ("body", SAID),
    ("pullquote", PULLED),
    ("subhead", SUBHEAD),
    ("blockquote", WROTE),
    ("correction", MENDED),
]
HEAD = [("headline", HEADLINE), ("standfirst", STANDFIRST), ("byline", "By Runa Vik")]
PLAIN = f"{LEDE}\r\n\r\n{SAID}"


def documents(form: str, value: Any, **dump: Any) -> list[Document | InputError]:
    content = value if isinstance(value, bytes) else json.dumps(value, **dump).encode()
    return list(import_module(f"hedgelint.document.readers.{form}").read(File("story.json", content)))


def document(form: str, value: Any, **dump: Any) -> Document:
    (made,) = documents(form, value, **dump)
    assert isinstance(made, Document)
    return made


def parts(made: Document) -> list[tuple[str, str]]:
    return [(part.kind, part.span.of(made.text)) for part in made.parts]


NINJS1 = {
    "uri": "https://courier.test/ferry",
    "headline": HEADLINE,
    "byline": "By Runa Vik",
    "ednote": "Experts say hold.",
    "description_text": STANDFIRST,
    "body_text": PLAIN,
    "body_xhtml": f"<div>{HTML}</div>",
    "associations": {
        "main": {"type": "picture", "description_text": CAPTION},
        "more": {"type": "text", "headline": "No"},
    },
}
NINJS2 = {
    "headlines": [{"role": "short", "value": "Ferry cut"}, {"role": "main", "value": HEADLINE}],
    "by": "By Runa Vik",
    "descriptions": [{"role": "summary", "value": STANDFIRST}],
    "bodies": [{"contenttype": "text/plain", "value": PLAIN}, {"contenttype": "text/plain", "value": HTML}],
    "associations": [{"name": "main", "type": "picture", "descriptions": [{"role": "caption", "value": CAPTION}]}],
}
ANS: dict[str, Any] = {
    "type": "story",
    "headlines": {"basic": HEADLINE, "mobile": "Ferry cut"},
    "subheadlines": {"basic": STANDFIRST},
    "credits": {"by": [{"type": "author", "name": "Runa Vik", "byline": "By Runa Vik"}]},
    "promo_items": {"basic": {"type": "image", "caption": CAPTION}},
    "content_elements": [
        {"type": "text", "content": LEDE.replace("&", "&amp;")},
        {"type": "text", "content": SAID.replace("Odd", "<b>Odd</b>")},
        {"type": "quote", "subtype": "pullquote", "content_elements": [{"type": "text", "content": PULLED}]},
        {"type": "interstitial_link", "content": "Experts say more"},
        {"type": "element_group", "content_elements": [{"type": "header", "content": SUBHEAD}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": WROTE}], "citation": {"content": "Board"}},
        {"type": "correction", "text": MENDED},
    ],
}
SUPERDESK = {
    "guid": "urn:a",
    "headline": HEADLINE,
    "abstract": f"<p>{STANDFIRST}</p>",
    "byline": "By Runa Vik",
    "ednote": "Experts say hold.",
    "associations": {"featuremedia": {"type": "picture", "description_text": CAPTION}},
    "body_html": HTML,
    "fields_meta": {"body_html": {"draftjsState": [{"blocks": [{"text": LEDE}]}]}},
}
GHOST_POST = {
    "id": "1",
    "slug": "ferry",
    "title": HEADLINE,
    "custom_excerpt": STANDFIRST,
    "html": HTML,
    "plaintext": PLAIN,
}


def ghost(*posts: dict[str, Any]) -> dict[str, Any]:
    users = [{"id": "7", "name": "By Runa Vik"}]
    meta = [{"post_id": "1", "feature_image_caption": CAPTION}]
    of = [{"post_id": "1", "author_id": "7"}]
    return {"db": [{"data": {"posts": list(posts), "users": users, "posts_authors": of, "posts_meta": meta}}]}


FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [
        {
            "id": "a",
            "title": HEADLINE,
            "summary": STANDFIRST,
            "authors": [{"name": "By Runa Vik"}],
            "content_html": HTML,
        }
    ],
}
CAPTIONED = [*HEAD, ("caption", CAPTION), *BODY]


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("ninjs", NINJS1, CAPTIONED),
        ("ninjs", NINJS2, CAPTIONED),
        ("ninjs", {"item": [NINJS1]}, CAPTIONED),
        ("ans", ANS, CAPTIONED),
        ("superdesk", SUPERDESK, CAPTIONED),
        ("ghost", ghost(GHOST_POST), CAPTIONED),
        ("jsonfeed", FEED, [*HEAD, *BODY]),
    ],
)
@pytest.mark.parametrize("dump", [{}, {"ensure_ascii": False}, {"indent": 2}])
def test_the_parts_of_a_story(form: str, value: Any, expected: list[tuple[str, str]], dump: dict[str, Any]) -> None:
    made = document(form, value, **dump)
    assert parts(made) == expected
    for words in (LEDE, "Odd Berg", STANDFIRST):
        start = made.text.index(words)
        assert json.loads('"' + made.map.source(Span(start, start + len(words))).of(made.source) + '"')
    assert made.writable is False


def test_plain_text_is_read_where_there_is_no_html() -> None:
    made = document("ninjs", {"headline": HEADLINE, "body_text": PLAIN})
    assert parts(made) == [("headline", HEADLINE), ("body", LEDE), ("body", SAID)]
    assert [part.at for part in made.parts] == ["/headline", "/body_text", "/body_text"]


def test_nitf_in_a_string_is_read_as_nitf() -> None:
    nitf = f"<nitf><body><body.content><p>{LEDE.replace('&', '&amp;')}</p><p>{SAID}</p></body.content></body></nitf>"
    made = document("ninjs", {"headline": HEADLINE, "bodies": [{"value": nitf}]})
    assert parts(made) == [("headline", HEADLINE), ("body", LEDE), ("body", SAID)]
    start = made.text.index("& Sons")
    assert made.map.source(Span(start, start + 6)).of(made.source) == "&amp; Sons"


def test_what_stands_in_superdesks_embeds_is_another_text() -> None:
    html = f"<p>{LEDE}</p><!-- EMBED START Article {{id: 1}} --><p>Experts say no.</p><!-- EMBED END Article -->"
    made = document("superdesk", {"guid": "a", "headline": HEADLINE, "body_html": html})
    assert parts(made)[1:] == [("body", LEDE), ("embed", "Experts say no.")]


def _text(words: str) -> dict[str, Any]:
    return {"type": "extended-text", "text": words}


def test_ghosts_own_formats_are_read_where_there_is_no_html() -> None:
    lexical = {
        "root": {
            "children": [
                {
                    "type": "paragraph",
                    "children": [_text("Vik & Sons <"), {"type": "link", "children": [_text("a\nb “c”")]}],
                },
                {"type": "extended-heading", "children": [_text(SUBHEAD)]},
                {"type": "aside", "children": [_text(PULLED)]},
                {"type": "image", "caption": "The <b>slip</b>"},
                {"type": "list", "children": [{"type": "listitem", "children": [_text("Tickets")]}]},
            ]
        }
    }
    post = {"id": "2", "title": HEADLINE, "html": None, "lexical": json.dumps(lexical)}
    made = document("ghost", ghost(post))
    assert parts(made)[1:] == [
        ("body", "Vik & Sons <a b “c”"),
        ("subhead", SUBHEAD),
        ("pullquote", PULLED),
        ("caption", "The slip"),
        ("list", "Tickets"),
    ]
    start = made.text.index("“c”")
    slice_ = made.map.source(Span(start, start + 3)).of(made.source)
    assert json.loads(f'"{json.loads(chr(34) + slice_ + chr(34))}"') == "“c”"
    mobiledoc = {
        "sections": [[1, "p", [[0, [], 0, "One "], [0, [0], 1, "two."]]], [1, "h2", [[0, [], 0, "Sub"]]], [10, 0]]
    }
    made = document("ghost", ghost({"id": "2", "title": HEADLINE, "mobiledoc": json.dumps(mobiledoc)}))
    assert parts(made)[1:] == [("body", "One two."), ("subhead", "Sub")]


def test_records_hold_a_text_or_the_parts_of_a_story() -> None:
    fields = {"id": 7, "headline": HEADLINE, "standfirst": STANDFIRST, "authors": [{"name": "By Runa Vik"}]}
    fields |= {"captions": [CAPTION], "body": PLAIN, "sources": ["notes/a.txt"]}
    lines = [
        json.dumps({"id": "a", "text": f"{HEADLINE}\n\n{LEDE}"}),
        "",
        json.dumps(fields),
        "[1]",
        '{"id": "b"}',
        "{",
    ]
    first, second, *broken = documents("records", "\n".join(lines).encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.path, second.path, second.sources) == ("story.json#a", "story.json#7", ("notes/a.txt",))
    assert parts(second) == [*HEAD, ("caption", CAPTION), ("body", LEDE), ("body", SAID)]
    start = second.text.index("“Once")
    assert second.map.source(Span(start, start + 5)).of(second.source) == r"\u201cOnce"
    place = second.lines.place(second.map.offset(start))
    assert (place.line, second.parts[-1].at) == (3, "/body")
    assert [str(error).partition(" (")[0] for error in broken] == [f"story.json:{n}: not a story" for n in (4, 5, 6)]


def test_several_stories_of_a_file_have_names() -> None:
    found = documents(
        "ghost", ghost(GHOST_POST, {"slug": "two", "title": "Two", "lexical": "{"}, {"slug": "three", "title": "3"})
    )
    assert [made.path for made in found] == ["story.json#ferry", "story.json#two", "story.json#three"]
    assert isinstance(found[1], InputError)
    assert str(found[1]).startswith("story.json#two: its lexical or mobiledoc is no JSON")
    named = documents("ninjs", [{"uri": "a/1", "headline": "One"}, {"headline": "Two"}])
    assert [made.path for made in named] == ["story.json#a/1", "story.json#2"]


def test_a_feed_without_full_text_says_so() -> None:
    made = document("jsonfeed", {"items": [{"title": HEADLINE, "summary": STANDFIRST}]})
    assert parts(made) == [("headline", HEADLINE), ("body", STANDFIRST)]
    assert made.notes == ("no full text in the feed: its summary is read",)


def test_a_key_given_twice_is_told() -> None:
    made = document("ninjs", b'{"headline": "Experts say no", "headline": "Shut", "body_text": "It is shut."}')
    assert made.notes == ("the key “headline” stands more than once in one object: the last is read",)
    assert parts(made)[0] == ("headline", "Shut")


def test_halves_of_letters_are_read_as_a_mark() -> None:
    made = document("ninjs", rb'{"headline": "Shut \ud83d now \ud83d\ude00", "body_text": "x \udc00y"}')
    assert parts(made) == [("headline", "Shut \ufffd now 😀"), ("body", "x \ufffdy")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"headline": "x",\n "body_text": }', "story.json:2:15: no JSON: Expecting value"),
        (b'{"headline": "x"', "story.json:1:17: no JSON"),
        (b"[" * 100_000, "JSON nested too deeply"),
        (b'{"a": ' * 100_000, "JSON nested too deeply"),
        (b"{}", "no story in it"),
        (b'"a"', "no story in it"),
        (b"[1, null, true]", "no story in it"),
    ],
)
@pytest.mark.parametrize("form", ["ninjs", "ans", "superdesk", "ghost", "jsonfeed"])
def test_what_is_told_of_a_file_that_is_none(form: str, content: bytes, told: str) -> None:
    try:
        (made,) = documents(form, content)
    except InputError as error:
        made = error
    assert isinstance(made, InputError)
    assert told in str(made)


def test_a_story_in_json_that_is_broken_is_told_by_its_place(run: Run, tmp_path: Any) -> None:
    (tmp_path / "a.json").write_text('{"headline": "Shut",\n "body_html": }')
    (tmp_path / "b.json").write_text('{"name": "site"}')
    ran = run("--no-config", "a.json", "b.json")
    assert ran.code == 2
    assert "a.json:2:15: problem: no JSON: Expecting value" in ran.out
    assert "b.json: problem: JSON of this kind is not read" in ran.out


def test_a_finding_names_the_pointer(run: Run, tmp_path: Any) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"headline": "Shut", "body_html": "<p>Experts say \u201cno\u201d.</p>"})
    )
    ran = run("--no-config", "--select", "vague-source", "a.json")
    assert ran.out.startswith("a.json:1:39 (/body_html): warning vague-source: “Experts say” names nobody")


Writer = Callable[[Ink, list[str], random.Random], list[Words]]


def _html_paragraphs(
    ink: Ink, paragraphs: list[str], chance: random.Random, outer: Callable[[str], str]
) -> list[Words]:
    def raw(markup: str) -> None:
        ink.raw("".join(outer(letter) for letter in markup))

    tags = Tags(chance, ["em", "b", "a"], ["<!-- a -->", "<br-x>"], outer)
    out = []
    for words in paragraphs:
        raw("<p>")
        out.append(ink.words(words, within(outer, html_letter(chance)), between=tags))
        ink.raw(tags.close())
        raw("</p>" + chance.choice(["", "\n"]))
    return out


@EXAMPLES
@given(SEED)
def test_every_letter_of_html_in_json_is_where_the_writer_put_it(seed: int) -> None:
    chance = random.Random(seed)
    ink, outer, paragraphs = Ink(chance), json_letter(chance), story(chance)
    ink.raw('{"body_html": "')
    expected = _html_paragraphs(ink, paragraphs, chance, outer)
    ink.raw('",\r\n "associations": {"a": {"type": "picture", "description_text": "')
    caption = ink.words("Qa caption” 😀 \\ z", outer)
    ink.raw('"}}, "headline": "')
    headline = ink.words('Qa “head” "line" z', outer)
    ink.raw('"}')
    made = document("ninjs", ink.text.encode(chance.choice(["utf-8", "utf-8-sig", "utf-16"])))
    assert_placed(made, [headline, caption, *expected], chance)


@EXAMPLES
@given(SEED)
def test_every_letter_of_plain_text_in_json_is_where_the_writer_put_it(seed: int) -> None:
    chance = random.Random(seed)
    ink, outer, paragraphs = (
        Ink(chance),
        json_letter(chance),
        [words.replace("&", "+").replace("<", "(") for words in story(chance)],
    )
    ink.raw('{"headline": "Q", "body_text": "')
    expected = []
    for words in paragraphs:
        expected.append(ink.words(words, outer))
        ink.raw(chance.choice(["\\n\\n", "\\r\\n\\r\\n", "\\r\\r", "\\u000a\\n"]))
    ink.raw('"}')
    made = document("ninjs", ink.text.encode())
    start = made.source.index('"Q"') + 1
    assert_placed(made, [Words("Q", [(start, start + 1)]), *expected], chance)


@EXAMPLES
@given(SEED)
def test_every_letter_of_lexical_in_json_is_where_the_writer_put_it(seed: int) -> None:
    """JSON in a string of JSON."""
    chance = random.Random(seed)
    ink, outer = Ink(chance), json_letter(chance)

    def raw(markup: str) -> None:
        ink.raw("".join(outer(letter) for letter in markup))

    def cut() -> str:
        return "".join(map(outer, '"}, {"type": "text", "text": "')) if chance.random() < 0.05 else ""

    ink.raw('{"posts": [{"title": "Q", "lexical": "')
    raw('{"root": {"children": [')
    expected = []
    for number, words in enumerate(story(chance)):
        raw((", " if number else "") + '{"type": "paragraph", "children": [{"type": "text", "text": "')
        expected.append(ink.words(words, within(outer, json_letter(chance)), between=cut))
        raw('"}]}')
    raw("]}}")
    ink.raw('"}]}')
    made = document("ghost", ink.text.encode())
    start = made.source.index('"Q"') + 1
    assert_placed(made, [Words("Q", [(start, start + 1)]), *expected], chance)

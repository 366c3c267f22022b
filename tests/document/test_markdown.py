"""Markdown: what is read as which part, what is left out, and the way back of every letter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.document.model import Document
from hedgelint.document.reader import read_text
from hedgelint.document.readers import File
from hedgelint.document.readers.markdown import read
from hedgelint.errors import InputError
from hedgelint.span import Span
from tests.document.written import EXAMPLES, TRICKY, WORD, Written

STORY = """---
title: "Mill at Carrow: “a ruin”"
dek: >-
  Nobody has paid for the roof
  since the fire, a report says.
authors:
  - name: Rosa Bell
  - name: Ivo Lund
featured-image:
  src: mill.jpg
  caption: 'The mill’s roof in May. It''s gone'
tags: [mill, fire]
---

# The fire

Hale & Sons paid *nothing*, said [Joan Hale](https://example.org/hale "Hale"), who ~~owns~~ sold it.[^1]
She sold it `in 2030` for **&pound;4m**.

{{< figure src="a.jpg" caption="The <em>wheel</em>" >}}

> We paid for the roof.
>
> We did.

<aside class="pullquote">

“We did”

</aside>

{{% pullquote %}}
“We paid”
{{% /pullquote %}}

## Why now?

- The roof fell.
- The wheel stopped.
  It rusted.

| Year | Sum |
|------|-----|
| 2030 | £4m |

```python
print("experts say")
```

<script>var a = "experts say";</script>

<figure><img src="b.jpg"><figcaption>The door &mdash; shut</figcaption></figure>

https://example.org/post

*Correction, 3 May: the mill was sold in 2030.*

[^1]: By letter.
"""


def parts(text: str, path: str = "story.md") -> list[tuple[str, str]]:
    document = one(text, path)
    return [(part.kind, part.span.of(document.text)) for part in document.parts]


def one(text: str, path: str = "story.md") -> Document:
    (document,) = read(File(path, text=text))
    assert not isinstance(document, InputError)
    return document


def test_every_part_of_a_story() -> None:
    assert parts(STORY) == [
        ("headline", "Mill at Carrow: “a ruin”"),
        ("standfirst", "Nobody has paid for the roof since the fire, a report says."),
        ("byline", "Rosa Bell"),
        ("byline", "Ivo Lund"),
        ("caption", "The mill’s roof in May. It's gone"),
        ("subhead", "The fire"),
        ("body", "Hale & Sons paid nothing, said Joan Hale, who sold it. She sold it \ufffc for £4m."),
        ("caption", "The wheel"),
        ("blockquote", "We paid for the roof."),
        ("blockquote", "We did."),
        ("pullquote", "“We did”"),
        ("pullquote", "“We paid”"),
        ("subhead", "Why now?"),
        ("list", "The roof fell."),
        ("list", "The wheel stopped. It rusted."),
        ("table", "Year"),
        ("table", "Sum"),
        ("table", "2030"),
        ("table", "£4m"),
        ("caption", "The door — shut"),
        ("correction", "Correction, 3 May: the mill was sold in 2030."),
        ("body", "By letter."),
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_do_not_matter(ends: str) -> None:
    assert parts(STORY.replace("\n", ends)) == parts(STORY)


@pytest.mark.parametrize("words", ["a ruin", "roof since", "It's", "Joan Hale", "£4m", "wheel", "& Sons", "shut"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_words_lead_back_to_where_they_stand(words: str, ends: str) -> None:
    document = one(STORY.replace("\n", ends))
    at = document.text.index(words)
    source = document.map.source(Span(at, at + len(words))).of(document.source)
    spelt = {"It's": "It''s", "£4m": "&pound;4m", "roof since": f"roof{ends}  since"}
    assert source == spelt.get(words, words)


def test_links_are_kept() -> None:
    document = one("See [the *report*](https://example.org/r) and https://example.org/s.\n")
    assert [(x.span.of(document.text), x.target) for x in document.links] == [
        ("the report", "https://example.org/r"),
        ("\ufffc", "https://example.org/s"),
    ]
    assert document.text == "See the report and \ufffc."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Mill shut\n\nIt is shut.\n", [("headline", "Mill shut"), ("body", "It is shut.")]),
        ("+++\ntitle = \"Mill \\\"shut\\\"\"\n[params]\nsubtitle = 'It’s shut'\n+++\n\nYes.\n",
         [("headline", 'Mill "shut"'), ("standfirst", "It’s shut"), ("body", "Yes.")]),
        ('{ "title": "Mill \\u201cshut\\u201d", "byline": "Rosa Bell" }\n\nYes.\n',
         [("headline", "Mill “shut”"), ("byline", "Rosa Bell"), ("body", "Yes.")]),
        ("---\ntitle: |\n  Mill shut\n---\nYes.\n", [("headline", "Mill shut"), ("body", "Yes.")]),
        ("---\nauthor: Rosa Bell\ntitle: Mill\n---\nYes.\n",
         [("headline", "Mill"), ("byline", "Rosa Bell"), ("body", "Yes.")]),
        ("---\n\nYes.\n\n---\n\nNo.\n", [("body", "Yes."), ("body", "No.")]),
        ("“We got nothing”\n{: .pullquote }\n\nYes.\n", [("pullquote", "“We got nothing”"), ("body", "Yes.")]),
        ("::: {.pullquote}\nWe paid.\n:::\n\nYes.\n", [("pullquote", "We paid."), ("body", "Yes.")]),
        ("{% highlight %}\nexperts say\n{% endhighlight %}\n\nYes.\n", [("body", "Yes.")]),
        ("Yes. <!-- no --> And <sup>1</sup>no.\n", [("body", "Yes. And no.")]),
        ("A field of 4 km<sup>2</sup>, 10<sup>6</sup> mills.<sup>2</sup> The 1<sup>st</sup>.\n",
         [("body", "A field of 4 km², 10⁶ mills. The 1st.")]),
        ("It is <q>so <q>sad</q></q>.\n", [("body", "It is “so ‘sad’”.")]),
        ("One\\\ntwo  \nthree\n", [("body", "One\ntwo\nthree")]),
        ("Ten \\* two &lt; 3 [1] and “no.”[2]\n", [("body", "Ten * two < 3 [1] and “no.”")]),
        ("<div hidden>\n\nNo.\n\n</div>\n\nYes.\n", [("body", "Yes.")]),
        ("![The mill](a.jpg)\n\nYes.\n", [("body", "Yes.")]),
    ],
)  # fmt: skip
def test_layouts(text: str, wanted: list[tuple[str, str]]) -> None:
    assert parts(text) == wanted


def test_a_picture_of_quarto_has_its_caption() -> None:
    assert parts("![The mill](a.jpg){.wide}\n\nYes.\n", "story.qmd") == [("caption", "The mill"), ("body", "Yes.")]


MDX = """import {Box} from "../box"

export const x = 1

<Figure src="a.jpg" caption="The mill’s roof" wide={1 > 0} />

Paid by {props.name}, “in *May*”.

<PullQuote>“We paid”</PullQuote>

<Box className="note">
    Indented words.
</Box>

{/* hedgelint: ignore vague-source -- known */}

Experts say `{so}`.
"""


def test_mdx_is_a_language_of_its_own() -> None:
    document = one(MDX, "story.mdx")
    assert [(part.kind, part.span.of(document.text)) for part in document.parts] == [
        ("caption", "The mill’s roof"),
        ("body", "Paid by , “in May”."),
        ("pullquote", "“We paid”"),
        ("body", "Indented words."),
        ("body", "Experts say \ufffc."),
    ]
    (comment,) = document.comments
    assert comment.span.of(MDX) == "{/* hedgelint: ignore vague-source -- known */}"
    assert comment.at == document.parts[-1].span.start


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ('---\ntitle: "Mill\n  shut\nbyline: x\n---\n\nYes.\n', 5, 1, "YAML"),
        ("---\ntitle: Mill: shut\n---\n\nYes.\n", 2, 12, "YAML"),
        ('+++\ntitle = "Mill\n+++\n\nYes.\n', 2, 14, "TOML"),
        ("---\ntitle: Mill\n\nYes.\n", 1, 1, "not closed"),
        ("---\ntitle: " + "[" * 5000 + "\n---\n\nYes.\n", 1, 1, "YAML"),
    ],
)
def test_front_matter_that_is_broken_is_told_and_the_body_read(text: str, line: int, column: int, what: str) -> None:
    document = one(text)
    (problem,) = document.problems
    assert what in problem.message
    assert (problem.line, problem.column) == (line, column) or what == "YAML"
    assert [part.span.of(document.text) for part in document.parts] == ["Yes."]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Yes.\n\n    Four blanks stand before this, so it is code.\n", "line 3: four blanks"),
        ("1984. It was a cold day.\n", "line 1: “1984.”"),
    ],
)
def test_what_markdown_costs_is_told(text: str, note: str) -> None:
    assert one(text).notes[0].startswith(note)


def _escaped(letter: str, data: Any) -> str | None:
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "“": "&ldquo;", "”": "&rdquo;", "é": "&eacute;"}
    ways = [named.get(letter), f"&#{ord(letter)};", f"&#x{ord(letter):X};"]
    if letter in "&<>\"'":
        ways.append(f"\\{letter}")
    return data.draw(st.sampled_from([way for way in ways if way]))


@given(st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_letter_leads_back(data: Any) -> None:
    out = Written()
    ends = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    if data.draw(st.booleans()):
        out.raw(f"---{ends}title: ")
        out.begin("headline")
        quote = data.draw(st.sampled_from(['"', "'"]))
        out.raw(quote)
        out.say("So ")
        for word in data.draw(st.lists(WORD, min_size=1, max_size=5)):
            out.say(word)
            out.say("'" if quote == "'" else '"', "''" if quote == "'" else '\\"')
        out.raw(f"{quote}{ends}---{ends}")
    for _ in range(data.draw(st.integers(1, 4))):
        kind, before, after = data.draw(
            st.sampled_from(
                [
                    ("body", "", ""),
                    ("subhead", "## ", ""),
                    ("blockquote", "> ", ""),
                    ("list", "- ", ""),
                    ("caption", "<figure><figcaption>", "</figcaption></figure>"),
                ]
            )
        )
        out.raw(f"{ends}{ends}<!-- -->{ends}{ends}{before}")
        out.begin(kind)
        words = data.draw(st.lists(st.one_of(WORD, TRICKY), min_size=1, max_size=12))
        for number, word in enumerate(["So", *words]):
            if number:
                if kind == "body" and data.draw(st.integers(0, 4)) == 0:
                    out.say(" ", ends)
                else:
                    out.say(" ")
            mark = data.draw(st.sampled_from(["", "", "*", "**", "<em>"])) if kind != "caption" else ""
            if len(word) == 1 and word in "&<>\"'é”“":
                source = _escaped(word, data) if kind != "caption" else f"&#{ord(word)};"
                out.say(word, source)
            elif word == "≂̸":
                out.say(word, "&NotEqualTilde;")
            elif mark and word.isascii():
                out.raw(mark)
                out.say(word)
                out.raw(mark.replace("<", "</"))
            else:
                out.say(word)
        out.raw(after)
    out.raw(ends)
    document = one(out.source)
    out.check(document, data.draw(st.integers(0, 999)))


def test_a_shortcode_with_an_empty_caption_shows_nothing() -> None:
    text = 'The ferry is cut\n\n{{< figure src="a.jpg" caption="" >}}\n\nIt sails once a day.\n'
    document = read_text("a.md", text)
    assert isinstance(document, Document)
    assert [part.span.of(document.text) for part in document.parts] == ["The ferry is cut", "It sails once a day."]

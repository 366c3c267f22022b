"""--fix on Markdown and HTML: marks of the prose, and not a byte beside them."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

import pytest
import turbohtml
from ruamel.yaml import YAML

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.desk.fix import mend
from hedgelint.document.reader import reread
from hedgelint.document.readers import File
from hedgelint.document.readers.html import read as read_html
from hedgelint.document.readers.markdown import read as read_markdown
from tests.conftest import Run

DESK = Desk(Configs(none=True), Layer(select=("quotation",)))
MARKDOWN = """---
title: "Mill “shut“, says Hale"
tags: [a, 'b']
---

# Mill shut

“It leaks,“ Jo Hale said. It is [”a leak”](https://example.org/a"b "“title“").

```python
print("“experts“")
```

{{< figure caption="“It leaks,“ she said" >}}

> ”It leaks,” she said.

<p class="x">&ldquo;It leaks,&ldquo; she said in the ‘90s.</p>
"""
MENDED = (
    MARKDOWN.replace("\n“It leaks,“ Jo", "\n“It leaks,” Jo")
    .replace("[”a leak”]", "[“a leak”]")
    .replace("> ”It", "> “It")
    .replace("leaks,&ldquo;", "leaks,&rdquo;")
    .replace("‘90s", "’90s")
)
HTML = """<!doctype html><html><head><title>“Shut“</title><style>q::before { content: "“" }</style></head>
<body><script>var x = "“It leaks,“ he said";</script>
<!-- “It leaks,“ -->
<h1>Mill shut</h1>
<p title="“It leaks,“">“It <em>leaks,“</em> Jo Hale said.</p>
<p><q>It does“</q> he said.</p>
<p>&#8220;It leaks,&#8220; she said in the &#x2018;90s.</p>
<pre>“It leaks,“ he said.</pre>
</body></html>
"""
HTML_MENDED = (
    HTML.replace("leaks,“</em>", "leaks,”</em>")
    .replace("leaks,&#8220;", "leaks,&#8221;")
    .replace("&#x2018;", "&#x2019;")
)


@pytest.mark.parametrize(
    ("name", "before", "after"), [("story.md", MARKDOWN, MENDED), ("page.html", HTML, HTML_MENDED)]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_marks_of_the_prose_are_mended(run: Run, tmp_path: Path, name: str, before: str, after: str, ends: str) -> None:
    path = tmp_path / name
    path.write_bytes(before.replace("\n", ends).encode())
    run(name, "--fix")
    assert path.read_bytes().decode().replace(ends, "\n") == after
    run(name, "--fix")
    assert path.read_bytes().decode().replace(ends, "\n") == after


def test_what_cannot_be_written_back_is_left(run: Run, tmp_path: Path) -> None:
    record = '{"id": 1, "text": "Shut\\n\\n“It leaks,“ Jo Hale said."}\n'
    (tmp_path / "a.jsonl").write_text(record, encoding="utf-8")
    ran = run("a.jsonl", "--fix")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == record
    assert "can be mended" not in ran.out


WORDS = [
    "“It",
    "leaks,“",
    "leaks,”",
    '"It',
    'leaks,"',
    "”a",
    "said",
    "Jo Hale",
    "the",
    "‘90s",
    "’90s",
    "mill.",
    "“ It",
    "She",
]
MARKS = str.maketrans(dict.fromkeys("“”‘’\"'", "'"))


def _prose(dice: random.Random) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(dice.randrange(3, 14)))


def _marked(dice: random.Random, page: bool) -> str:
    words = _prose(dice).split(" ")
    at = dice.randrange(len(words))
    words[at] = (f"<em>{words[at]}</em>" if page else f"*{words[at]}*") if words[at].isalpha() else words[at]
    text = " ".join(words)
    return text.replace("“", "&ldquo;") if dice.random() < 0.2 else text


def _story(dice: random.Random) -> tuple[str, list[str]]:
    """A story in Markdown and the pieces of it that may never change."""
    title = _prose(dice).replace("'", "")
    front = dice.choice(
        [
            f"---\ntitle: '{title}'\nslug: \"x\"\n---\n",
            f'+++\ntitle = \'{title}\'\nslug = "x"\n[params]\nby = "a"\n+++\n',
        ]
    )
    pieces, fixed = [front], [front]
    for _ in range(dice.randrange(1, 6)):
        kind = dice.randrange(5)
        if kind == 0:
            fixed.append(f"```\n{_prose(dice)}\n```\n")
            pieces.append(fixed[-1])
        elif kind == 1:
            fixed.append(f"<!-- {_prose(dice)} -->\n")
            pieces.append(fixed[-1])
        elif kind == 2:
            pieces.append(f'> {_marked(dice, False)} [a](/b "c")\n')
        else:
            pieces.append(f"{_marked(dice, False)}\n")
    return "\n".join(pieces), fixed


def _page(dice: random.Random) -> tuple[str, list[str]]:
    pieces = ["<!doctype html><html><body><h1>Mill shut</h1>"]
    fixed = []
    for _ in range(dice.randrange(1, 6)):
        kind = dice.randrange(4)
        if kind == 0:
            fixed.append(f"<script>{_prose(dice)}</script>")
            pieces.append(fixed[-1])
        elif kind == 1:
            fixed.append(f"<p title='{_prose(dice).replace(chr(39), '')}'>")
            pieces.append(f"{fixed[-1]}{_marked(dice, True)}</p>")
        else:
            pieces.append(f"<p>{_marked(dice, True)} <q>{_prose(dice)}</q></p>")
    return "\n".join([*pieces, "</body></html>"]), fixed


@pytest.mark.parametrize("page", [False, True])
def test_nothing_but_marks_changes_in_generated_files(page: bool) -> None:
    mended = 0
    for seed in range(100):
        dice = random.Random(seed)
        text, fixed = (_page if page else _story)(dice)
        path = "page.html" if page else "story.md"
        (document,) = (read_html if page else read_markdown)(File(path, text=text))
        after = mend(DESK.lint_document(document), lambda new, d=document: DESK.lint_document(reread(d, new)))
        mended += after.count
        assert _bare(after.text) == _bare(text)
        for piece in fixed:
            assert piece in after.text
        if page:
            assert _tree(after.text) == _tree(text)
        else:
            assert _fields(after.text) == _fields(text)
        again = reread(document, after.text)
        twice = mend(DESK.lint_document(again), lambda new, d=again: DESK.lint_document(reread(d, new)))
        assert twice.text == after.text
    assert mended > 20


def _fields(story: str) -> object:
    fence = story[:4]
    head = story.split(fence)[1]
    return YAML(typ="safe").load(head) if fence == "---\n" else tomllib.loads(head)


def _bare(text: str) -> str:
    """Without marks, however they are spelt, and without blanks, which may stand inside a mark."""
    plain = re.sub(r"&[lr][ds]quo;|&#8?x?\w+;", "'", text).translate(MARKS)
    return re.sub(r"['\s]", "", plain)


def _tree(text: str) -> str:
    return re.sub(r"['\s]", "", turbohtml.parse(text).serialize().translate(MARKS))

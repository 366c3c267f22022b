"""HTML, a page or a fragment → Document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from turbohtml import Token, TokenType, tokenize

from hedgelint.document.model import Document
from hedgelint.document.notes import mark_corrections
from hedgelint.document.prose import Block, Prose, Weaver
from hedgelint.document.raised import raised
from hedgelint.document.readers import File, document
from hedgelint.document.readers.elements import VOID, bare_treatment, treatment
from hedgelint.document.readers.plain import one_line_end
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

_TEXT, _START, _END = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG
_REFERENCE, _COMMENT = TokenType.CHARACTER_REFERENCE, TokenType.COMMENT
_BLANKS = pattern_of(r"[ \t\n\f]{2,}|[\t\n\f\u00ad\u200b\ufeff]")
_EMPTY_LINE = pattern_of(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_INVISIBLE = ("\u00ad", "\u200b", "\ufeff")
_RUNS_ON = pattern_of(r"</q\s*>\s*</(\w+)\s*>\s*<\1\b[^<>]*>\s*<q\b", re.I)
# Shortcodes of WordPress that stand in the text of a post: those with words between their tags, and those without.
_SHORTCODE = pattern_of(
    r"\[(/?)(wp_caption|caption|pullquote|quote|embed|video|audio|gallery|playlist|tweet|youtube|instagram)\b[^\[\]]*\]"
)
_HOLDS = {
    "wp_caption": "caption",
    "caption": "caption",
    "pullquote": "pullquote",
    "quote": "blockquote",
    "embed": "embed",
}
# What an opening tag closes that was left open before it.
_CLOSES = {
    "p": ("p",),
    "li": ("li", "p"),
    "dt": ("dt", "dd", "p"),
    "dd": ("dt", "dd", "p"),
    "td": ("td", "th", "p"),
    "th": ("td", "th", "p"),
    "tr": ("tr", "td", "th", "p"),
}
# The last line of a post: whose it is, and when.
_ACCOUNT = pattern_of(r"[—–-]\s?.{1,80}\(@\w{1,30}\)")
_ADDRESS = pattern_of(r"https?://\S+$|\ufffc$")
_LONGEST_MARK = 200  # code points from <sup> to </sup> of a note mark or an exponent
_GROUPS = ("article", "main")
_CODE = frozenset(("code", "kbd", "samp", "var", "tt"))
_READ_APART = frozenset(("a", "q", "sup", "pre", "cite", *_CODE, *_GROUPS))
_SENTENCE = pattern_of(r"[.?!]")


def read(file: File) -> Iterator[Document]:
    source, encoding, notes = file.decoded()
    text, outer = one_line_end(source)
    prose = read_html(text, page=True)
    yield document(file.path, source, prose.within(outer), form="html", encoding=encoding, notes=notes)


def read_html(text: str, *, page: bool = False) -> Prose:
    """The prose of a text with \\n as its only line end; its map leads into it. `page`: what stands outside the article
    is left out, where there is one; a fragment is read whole."""
    weaver = Weaver(len(text))
    mark_corrections(weave_html(text, weaver, page=page))
    return weaver.prose()


def weave_html(text: str, weaver: Weaver, *, page: bool = False) -> list[Block]:
    """The same before it is put together, for a text within another file; the blocks of `weaver` that are the text's,
    of which it is not told yet which are corrections."""
    first = len(weaver.blocks)
    elements = Elements(text, weaver)
    elements.feed(0, len(text))
    elements.close()
    blocks = weaver.blocks[first:]
    if page:
        blocks = weaver.blocks[first:] = in_article(blocks, elements.nested)
    name_headings(blocks, headline=page)
    return blocks


def in_article(blocks: list[Block], nested: dict[int, int]) -> list[Block]:
    """The blocks of the article with the most text, with the headline above it if it has none of its own; all where
    there is no article. `nested` gives for each article the one it stands in: a teaser, a comment."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if block.group and block.kind == "body":
            sizes[block.group] += len(block.text)
    if not sizes:
        return blocks
    best = max(sizes, key=lambda group: (sizes[group], -group))
    # An article of a few words in a longer one that has them all round it is no article of its own.
    first = next(i for i, block in enumerate(blocks) if block.group == best)
    chosen = [block for block in blocks if block.group == best]
    if any(block.kind == "h1" for block in chosen):
        return chosen
    above = next((i for i in range(first - 1, -1, -1) if blocks[i].kind == "h1"), None)
    if above is None:
        return chosen
    head = [b for b in blocks[above:first] if b.kind in ("h1", "standfirst", "byline", "dateline", "caption")]
    return head + chosen


def name_headings(blocks: list[Block], *, headline: bool) -> None:
    """The first h1 is the headline, if one is looked for; the others part the text."""
    for block in blocks:
        if block.kind == "h1":
            block.kind = "headline" if headline else "subhead"
            headline = False


@dataclass(slots=True)
class _Frame:
    """An element that is open. What holds for it holds for all in it: `out` of the story, of a `kind`, white space as
    it stands, within a `group`; `root` where only the page itself and no element of a block is round it."""

    tag: str
    out: bool
    kind: str | None
    pre: bool = False
    group: int = 0
    root: bool = False
    block: bool = False
    link: str = ""
    since: int = 0
    quote: str = ""


class Elements:
    """The elements of a text, fed in pieces that may have other words between them (Markdown), woven into prose.

    A part ends where an element of a block begins or ends. Time and memory are in proportion to the text, however deep
    the elements.
    """

    def __init__(self, text: str, weaver: Weaver) -> None:
        self._text, self._weave = text, weaver
        self._open = [_Frame("", False, None, root=True)]
        self._tags: dict[str, int] = {}
        self._quotes = 0
        self._groups = 0
        self.nested: dict[int, int] = {}
        self._shortcodes: list[str] = []
        self._blank = True  # the last letter of the part in hand is a blank, or there is none
        self._page = False
        self.within = "body"  # the kind of a part of which no element says one

    @property
    def out(self) -> bool:
        """Whether what stands here is no part of the story."""
        return self._open[-1].out

    @property
    def kind(self) -> str | None:
        """Of what stands here, where an element says so."""
        return self._shortcodes[-1] if self._shortcodes else self._open[-1].kind

    def feed(self, start: int, end: int) -> None:
        """The HTML between two points of the text."""
        piece = self._text[start:end] if (start, end) != (0, len(self._text)) else self._text
        starts = [start]
        at = piece.find("\n")
        while at >= 0:
            starts.append(start + at + 1)
            at = piece.find("\n", at + 1)
        # What follows an opening tag of <plaintext> or an unfinished comment is for the tokenizer to say.
        opened, weave = self._open, self._weave
        for token in tokenize(piece, resolve_references=False, capture_source=True):
            here, sort = starts[token.line - 1] + token.col, token.type
            if sort is _TEXT:
                words = token.data or ""
                if not (opened[-1].out or (not weave.here and words.isspace())):
                    self._words(words, here)
            elif sort is _START:
                self._start(token, here)
            elif sort is _END:
                self._end(token, here)
            elif sort is _REFERENCE:
                if not opened[-1].out:
                    self._reference(token.data or "", here, here + len(token.source or ""))
            elif sort is _COMMENT:
                comment = token.data or ""
                if "hedgelint" in comment.lower():
                    self._weave.comment(comment, here, here + len(token.source or ""))

    def close(self) -> None:
        """The end of the text, whatever is still open."""
        self._end_part()

    def put(self, text: str, start: int, end: int) -> None:
        """Words between the pieces of HTML; two blanks in a row, where something between them was left out, are one."""
        if self._blank and text[:1] == " ":
            text, start = text[1:], start + (end - start == len(text))
        if text:
            self._weave.put(text, start, end)
            self._blank = text[-1] in " \n"

    def end_part(self, kind: str) -> None:
        """A part of words between the pieces of HTML ends."""
        self.within = kind
        self._end_part()

    def _end_part(self) -> None:
        if not self._weave.here:
            return
        if self._tags.get("a"):
            for opened in self._open[-50:]:
                if opened.link:
                    self._weave.link(opened.since, opened.link)
                    opened.since = 0
        top = self._open[-1]
        kind = self._shortcodes[-1] if self._shortcodes else top.kind
        block = self._weave.end(kind or self.within, "", top.group)
        if block is not None and (
            (block.text.startswith(("http", "\ufffc")) and _ADDRESS.match(block.text))
            or (block.kind == "embed" and _ACCOUNT.match(block.text))
        ):
            self._weave.blocks.pop()  # what is embedded, not words
        self._blank = True

    def _words(self, text: str, here: int) -> None:
        if "[" not in text and "  " not in text and text.isprintable():  # most words: nothing in them is left out
            if self._blank and text[:1] == " ":
                text, here = text[1:], here + 1
            if text:
                self._weave.put(text, here, here + len(text))
                self._blank = text[-1] == " "
            return
        frame = self._open[-1]
        if "[" in text and _SHORTCODE.search(text):
            at = 0
            for code in _SHORTCODE.finditer(text):
                self._plain(text[at : code.start()], here + at, frame)
                self._shortcode(code.group(2), closes=bool(code.group(1)))
                at = code.end()
            self._plain(text[at:], here + at, frame)
        else:
            self._plain(text, here, frame)

    def _shortcode(self, name: str, *, closes: bool) -> None:
        self._end_part()
        kind = _HOLDS.get(name)
        if closes and self._shortcodes:
            self._shortcodes.pop()
        elif not closes and kind:
            self._shortcodes.append(kind)

    def _plain(self, text: str, here: int, frame: _Frame) -> None:
        if frame.root and not self._page and "\n" in text:
            # In a fragment, words outside all blocks are paragraphs by their blank lines, as in a post of WordPress.
            at = 0
            for gap in _EMPTY_LINE.finditer(text):
                self._spaced(text[at : gap.start()], here + at)
                self._end_part()
                at = gap.end()
            text, here = text[at:], here + at
        if frame.pre:
            self._copy(text, here)
        else:
            self._spaced(text, here)

    def _spaced(self, text: str, here: int) -> None:
        """Words with each run of white space made one blank."""
        if _BLANKS.search(text) is None:
            self._copy(text, here)
            return
        at = 0
        for run in _BLANKS.finditer(text):
            self._copy(text[at : run.start()], here + at)
            at = run.end()
            if run.group() not in _INVISIBLE and not self._blank:
                self._weave.put(" ", here + run.start(), here + at)
                self._blank = True
        self._copy(text[at:], here + at)

    def _copy(self, text: str, here: int) -> None:
        if self._blank and text[:1] == " ":
            text, here = text[1:], here + 1
        if text:
            self._weave.put(text.replace("\0", "\ufffd"), here, here + len(text))
            self._blank = text[-1] in " \n"

    def _reference(self, text: str, start: int, end: int) -> None:
        if text in " \t\n\f\r":
            if not self._blank:
                self._weave.put(" ", start, end)
                self._blank = True
        elif text not in _INVISIBLE:
            self._weave.put(text, start, end)
            self._blank = False

    def _start(self, token: Token, here: int) -> None:  # noqa: C901, PLR0912
        tag, parent = token.tag or "", self._open[-1]
        if tag in VOID:
            if tag == "br" and not parent.out:
                self._weave.put("\n", here, here + len(token.source or ""))
                self._blank = True
            elif tag == "hr" and not parent.out:
                self._end_part()
            return
        if tag in ("html", "body"):
            self._page = True
        if parent.out:
            self._push(_Frame(tag, True, parent.kind, group=parent.group))
            return
        attributes = token.attrs
        how = treatment(tag, attributes) if attributes else bare_treatment(tag)
        frame = _Frame(tag, how.out, how.kind or parent.kind, parent.pre, parent.group, parent.root and not how.block)
        frame.block = how.block
        if parent.kind in ("embed", "pullquote", "note", "correction") or (parent.kind == "table" and how.kind == "h1"):
            frame.kind = parent.kind  # whatever stands in one of these is one
        if tag in _CLOSES:
            self._close_implied(tag)
        if how.block and self._weave.here:
            self._end_part()
        if tag not in _READ_APART:
            pass
        elif tag == "a":
            frame.link = next((value or "" for name, value in token.attrs or () if name == "href"), "")
            frame.since = self._weave.here
        elif tag == "q" and not how.out:
            frame.quote = "’" if self._quotes % 2 else "”"
            self._quotes += 1
            self._weave.put("“" if self._quotes % 2 else "‘", here, here)
            self._blank = False
        elif tag == "sup":
            frame.out = self._raised(here + len(token.source or ""))
        elif tag in _CODE and not how.out:
            self._weave.put("\ufffc", here, here)
            self._blank = False
            frame.out = True
        elif tag == "pre":
            frame.pre, frame.out = True, not any("verse" in (value or "") for _, value in token.attrs or ())
        elif tag == "cite" and parent.tag in ("blockquote", "figure"):
            self._end_part()
            frame.out = frame.block = True
        elif tag in _GROUPS:
            self._groups += 1
            frame.group = self._groups
            self.nested[frame.group] = parent.group
        self._push(frame)

    def _push(self, frame: _Frame) -> None:
        self._open.append(frame)
        tags = self._tags
        tags[frame.tag] = tags.get(frame.tag, 0) + 1

    def _close_implied(self, tag: str) -> None:
        """<p> and <li> close one another without a closing tag."""
        closes = _CLOSES[tag]
        while self._open[-1].tag in closes:
            self._end_part()
            self._pop()

    def _raised(self, after: int) -> bool:
        """Whether a <sup> holds the mark of a note or an exponent and nothing else; an exponent is put here."""
        end = self._text.find("</sup", after, after + _LONGEST_MARK)
        if end < 0:
            return False
        written = self._text[after:end]
        said = raised(self._weave.last, re.sub(r"<[^>]*>", "", written))
        if said:
            self._weave.put(said, after, after + len(written))
            self._blank = False
        return said is not None

    def _end(self, token: Token, here: int) -> None:
        tag = token.tag or ""
        if not self._tags.get(tag):
            if tag == "p" and not self.out:
                self._end_part()
            return
        while True:
            frame = self._open[-1]
            last = frame.tag == tag
            if frame.block and not frame.out and self._weave.here:
                self._end_part()
            if frame.link or frame.quote:
                self._leave(frame, here, here + len(token.source or "") if last else here)
            self._pop()
            if last:
                return

    def _leave(self, frame: _Frame, here: int, after: int) -> None:
        if frame.link:
            self._weave.link(frame.since, frame.link)
        if frame.quote:
            self._quotes -= 1
            if _RUNS_ON.match(self._text, here) is None:
                self._weave.put(frame.quote, after, after)
                self._blank = False

    def _pop(self) -> None:
        frame = self._open.pop()
        self._tags[frame.tag] -= 1

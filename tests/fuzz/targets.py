"""What is attacked, and what has to hold of every input: a target takes bytes and raises AssertionError."""

from __future__ import annotations

import gzip
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp

import jsonschema

from hedgelint.annotate.story import Story
from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.config.read import read_config
from hedgelint.config.settings import resolve
from hedgelint.desk.desk import Desk
from hedgelint.desk.fix import mend
from hedgelint.desk.linter import Linter
from hedgelint.document.model import Document
from hedgelint.document.reader import read_content, reread
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import ConfigError, HedgelintError, InputError, RuleErrors
from hedgelint.finding import Result
from hedgelint.manual.schema import SCHEMAS
from hedgelint.report.annotations import as_data
from hedgelint.report.json import as_json
from hedgelint.report.text import as_text
from hedgelint.rulebook.build import build_rule
from hedgelint.rulebook.compile import compile_rule, compile_rules
from hedgelint.rulebook.locate import shipped_rules
from hedgelint.rulebook.rulebook import Rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import build_index
from hedgelint.sources.readers import SourceReader

_HERE = Path(__file__).parent
_SAMPLES = _HERE.parent / "samples"
_EXAMPLES = _HERE.parents[1] / "examples"
_REPORT = jsonschema.Draft202012Validator(SCHEMAS["report"]())
_ANNOTATIONS = jsonschema.Draft202012Validator(SCHEMAS["annotations"]())


@dataclass(frozen=True)
class Target:
    name: str
    seeds: tuple[bytes, ...]
    run: Callable[[bytes], object]


@cache
def desk() -> Desk:
    return Desk(Configs(none=True), Layer(select=("all",)), raising=True)


@cache
def book() -> Rulebook:
    return desk().rulebook(desk().configs.for_file("<text>"))


# A reader: no exception, and every place in the file.


def reader(name: str) -> Callable[[bytes], object]:
    def run(content: bytes) -> None:
        read = list(read_content(name, content))
        for document in read:
            if isinstance(document, Document):
                sound(document)
        assert [str(one) for one in read if isinstance(one, InputError)] == [
            str(one) for one in read_content(name, content) if isinstance(one, InputError)
        ]

    return run


def sound(document: Document) -> None:
    text, source = document.text, document.source
    assert "\r" not in text
    last = 0
    for part in document.parts:
        assert last <= part.span.start < part.span.end <= len(text)
        last = part.span.end
        start, end = document.map.source(part.span)
        assert 0 <= start <= end <= len(source)
        document.lines.place(start)
    for link in document.links:
        assert 0 <= link.span.start <= link.span.end <= len(text)
    for comment in document.comments:
        assert 0 <= comment.span.start <= comment.span.end <= len(source)


# A story: all that is told of it lies in it, and is the same again.


def story(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    seen, result = looked(text)
    placed(seen, result, text)
    report = as_json([result])
    _REPORT.validate(json.loads(report))
    _ANNOTATIONS.validate(json.loads(json.dumps(as_data(seen))))
    lines = list(as_text([result], severity="info"))
    assert not any(re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", line) for line in lines)
    again, same = looked(text)
    assert (as_json([same]), as_data(again)) == (report, as_data(seen))


def looked(text: str) -> tuple[Story, Result]:
    document = read_plain("<text>", text)
    return desk().annotated(document), desk().lint_document(document)


def placed(seen: Story, result: Result, text: str) -> None:
    for finding in result.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
        assert finding.excerpt == text[finding.start.offset : finding.end.offset]
        assert all(0 <= edit.start.offset <= edit.end.offset <= len(text) for edit in finding.edits)
    prose = seen.document.text
    spans = [s.span for s in seen.sentences] + [q.span for q in seen.quotations] + [c.span for c in seen.confidence]
    spans += [span for one in seen.attributions for span in (*one.source, *one.cue, *one.content)]
    spans += [claim.focus for claim in seen.claims]
    assert all(0 <= span.start < span.end <= len(prose) for span in spans)
    assert all(left.span.end <= right.span.start for left, right in pairwise(seen.sentences))
    open_ends: list[int] = []
    for quotation in sorted(seen.quotations, key=lambda q: (q.span.start, -q.span.end)):
        while open_ends and open_ends[-1] <= quotation.span.start:
            open_ends.pop()
        assert not open_ends or quotation.span.end <= open_ends[-1], "quotations cross"
        open_ends.append(quotation.span.end)


def spelling(content: bytes) -> None:
    """The line ends, the form of the letters and a byte-order mark are no part of what a story says."""
    text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    told = lines_of(unicodedata.normalize("NFC", text))
    assert told == lines_of(unicodedata.normalize("NFD", text))
    assert told == lines_of(unicodedata.normalize("NFC", text).replace("\n", "\r\n"))
    assert told == lines_of(unicodedata.normalize("NFC", text).replace("\n", "\r"))


def lines_of(text: str) -> list[tuple[str, int]]:
    result = looked(text)[1]
    assert not [one for one in result.problems if "fault" in one.message]
    return [(finding.rule, finding.start.line) for finding in result.findings]


# Fidelity: a story proves itself, and whatever a source is, what is told of it lies in it.


@cache
def comparer() -> Comparer:
    return Comparer.of(book().lexicons, "strict")


def fidelity(content: bytes) -> None:
    """The two halves of the input are the story and its source; the story is a source of its own too."""
    one, _, other = content.decode("utf-8", "replace").partition("\n\n\n")
    document = read_plain("<text>", one)
    seen = desk().annotated(document)
    own = build_index(sources().of_document(read_plain("own.txt", one)), comparer().normaliser)
    for verdict in comparer().compare(seen, [own]):
        if "[" in verdict.span.of(document.text):  # what a source has in its brackets is nobody's word
            continue
        assert verdict.kind in ("verbatim", "surface") or verdict.quotation < 0, verdict
    against = build_index(sources().of_document(read_plain("other.txt", other or "It fell.")), comparer().normaliser)
    comparer().compare(seen, [against, own])


@cache
def sources() -> SourceReader:
    return SourceReader.of(book().lexicons)


def source(name: str) -> Callable[[bytes], object]:
    def run(content: bytes) -> None:
        try:
            transcript = sources().of_bytes(name, content)
        except InputError:
            return
        index = build_index(transcript, comparer().normaliser)
        size = len(index.document.text)
        assert all(0 <= start <= end <= size for start, end in zip(index.words.starts, index.words.ends, strict=True))

    return run


# --fix: nothing but marks changes, nothing comes, and a second time nothing changes.


def fix(content: bytes) -> None:
    document = read_plain("<text>", content.decode("utf-8", "replace"))

    def lint(text: str) -> Result:
        return desk().lint_document(reread(document, text))

    before = desk().lint_document(document)
    fixed = mend(before, lint)
    mended = [finding for finding in before.findings if not finding.rule.startswith("spoilt-")]  # those are of letters
    for edit in (edit for finding in mended if finding.fix != "unsafe" for edit in finding.edits):
        assert _letters(edit.text + document.source[edit.start.offset : edit.end.offset]) == ""
    if len(mended) == len(before.findings):
        assert _letters(fixed.text) == _letters(document.source)
    after = lint(fixed.text)
    assert len(after.findings) <= len(before.findings)
    assert mend(after, lint).text == fixed.text or fixed.count > 20  # of very many a few may be left for another run


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


# Rules, lists, settings: whatever is wrong with them is told as theirs.


def _with_places(told: HedgelintError) -> None:
    mistakes = told.errors if isinstance(told, RuleErrors) else (told,)
    assert mistakes
    assert all(one.path and (one.line or isinstance(told, ConfigError)) for one in mistakes), told


def rules(content: bytes) -> None:
    try:
        data = compile_rule("house/rule.yaml", content, book().lexicons, book().pieces)
    except RuleErrors as told:
        _with_places(told)
        return
    rule = build_rule(data, book().lexicons)
    linter = Linter(replace(book(), rules=(rule,)), {rule.id: rule.severity}, raising=True)
    linter.lint(read_plain("<text>", "Experts say the bridge is iconic.\n\n“It leaks,” Jo Hale said on Monday.\n"))


@cache
def _confidence() -> tuple[str, bytes]:
    path = shipped_rules() / "lexicon" / "hedge-groups.yaml"
    found = path if path.exists() else next((shipped_rules() / "lexicon").glob("*.yaml"))
    return str(found), found.read_bytes()


def _pieces() -> tuple[str, bytes]:
    path = shipped_rules() / "pieces.yaml"
    return str(path), path.read_bytes()


def lists(content: bytes) -> None:
    try:
        compile_rules([_pieces(), _confidence(), ("house/words.yaml", content)])
    except RuleErrors as told:
        _with_places(told)


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="hedgelint-fuzz-"))
    (folder / "base.toml").write_text('ignore = ["vague-source"]\n', encoding="utf-8")
    return folder


def settings(content: bytes) -> None:
    path = _folder() / "hedgelint.toml"
    path.write_bytes(content)
    try:
        config = read_config(path)
        resolve(config, str(_folder() / "a.txt"), Layer(), book())
    except ConfigError as told:
        _with_places(told)


def records(content: bytes) -> None:
    for result in _results("a.jsonl", content):
        assert not [one for one in result.problems if "fault" in one.message]


def _results(name: str, content: bytes) -> Iterator[Result]:
    path = _folder() / name
    path.write_bytes(content)
    yield from desk().lint(str(path))


# What the mutations start from.


def _bytes(*paths: Path) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in paths)


def _stories() -> tuple[bytes, ...]:
    marked = re.compile(r"\[\[|\]\]")
    told = [marked.sub("", one.text).encode() for rule in book().rules for one in rule.examples[:3]]
    return (*_bytes(*sorted(_EXAMPLES.glob("*.txt"))), *told)


_RECORDS = b"""{"id": "a", "text": "\\u201cIt leaks,\\u201d Jo Hale said. Experts say so."}
{"id": 2, "headline": "Bridge shut", "body": ["Experts say it is unsafe.", "It may fall."], "byline": "By Jo Hale"}
{"id": "c", "text": "Rain fell.", "sources": ["a.txt"]}
"""
_LIST = b"""extend: hedge-groups
title: Words of this town
defaults: {group: x}
entries:
  - quayly
  - {term: sandbagged, forms: [sandbags], followed_by: 'by|of', case: lower}
remove: [maybe]
examples:
  bad: ["It is [[quayly]] so."]
"""
_SETTINGS = b"""extends = ["base.toml"]
select = ["default", "confidence"]
ignore = "vague-source"
fail-on = "error"
exclude = ["old/**", "*.draft.txt"]
[severity]
attribution = "info"
[per-path."opinion/"]
ignore = ["wording"]
[speakers]
SPEAKER_01 = "Owen Pratt"
[[suppress]]
rule = "vague-source"
path = "a.txt"
line = 3
reason = "as sent"
"""
_VTT = b"""WEBVTT

00:00:01.000 --> 00:00:04.000
<v Jo Hale>The roof leaks and it has leaked for years.

00:00:04.500 --> 00:00:09.000
>> OWEN PRATT: It will not be mended before May [laughs].
"""
_TTML = (
    b'<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head>'
    b'<ttm:agent xml:id="a"><ttm:name type="full">Jo Hale</ttm:name></ttm:agent></head><body begin="1h"><div>'
    b'<p begin="00:00:01:12" ttm:agent="a">The <span>roof</span><br/>leaks.</p></div></body></tt>'
)
_SRT = (
    b"1\r\n00:00:01,000 --> 00:00:04,000\r\nJO HALE: The roof leaks\r\n\r\n"
    b"2\r\n00:00:04,500 --> 00:00:09,000\r\nfor years.\r\n"
)
_SAID = b"""{"segments": [{"start": 0.0, "end": 4.2, "speaker": "SPEAKER_01", "text": " The roof leaks."},
{"start": 4.2, "end": 9.0, "words": [{"word": "It", "start": 4.2}, {"word": "fell", "start": 5}]}]}"""
_COURT = b"""                 12
1   Q.  Did the roof leak?
2   A.  It leaked for years, as I have said to
3   the council.
4       THE COURT: Go on.
"""


def _unpacked(path: Path) -> tuple[tuple[bytes, ...], Callable[[bytes], object]]:
    """What is packed is changed inside, for a byte changed outside is seldom more than a broken package."""
    content, read = path.read_bytes(), reader(path.name)
    if path.suffix == ".gz":
        return (gzip.decompress(content),), lambda inner: read(gzip.compress(inner, 1))
    if not content.startswith(b"PK"):
        return (content,), read
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    text = max((name for name in members if name.endswith((".xml", ".xhtml"))), key=lambda name: len(members[name]))

    def repacked(inner: bytes) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, member in members.items():
                package.writestr(name, inner if name == text else member)
        read(out.getvalue())

    return (members[text],), repacked


@cache
def targets() -> dict[str, Target]:
    found = [
        Target("story", _stories(), story),
        Target("spelling", _stories(), spelling),
        Target("fix", _stories(), fix),
        Target("fidelity", tuple(b"\n\n\n".join((one, one)) for one in _stories()[:40]), fidelity),
        Target("records", (_RECORDS,), records),
        Target("rules", _bytes(*sorted(shipped_rules().glob("[a-z]*/*.yaml"))), rules),
        Target("lists", (_LIST,), lists),
        Target("settings", (_SETTINGS,), settings),
        Target("source.vtt", (_VTT,), source("a.vtt")),
        Target("source.srt", (_SRT,), source("a.srt")),
        Target("source.ttml", (_TTML,), source("a.ttml")),
        Target("source.json", (_SAID,), source("a.json")),
        Target("source.txt", (_COURT, *_stories()[:10]), source("a.txt")),
        Target("source.html", _bytes(*sorted(_SAMPLES.glob("*.html"))), source("a.html")),
    ]
    for path in sorted(_SAMPLES.iterdir()):
        if path.suffix not in (".py", ".pyc") and path.is_file():
            found.append(Target(f"reader:{path.name}", *_unpacked(path)))
    return {target.name: target for target in found}

"""The page itself: one file, with nothing in it from elsewhere, and nothing of the story that is not escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from hedgelint.annotate.story import Story
from hedgelint.finding import Finding, Result
from hedgelint.report.text import visible
from hedgelint.report.xray.view import ANSWERS, Block, Run, blocks
from hedgelint.summary.certainties import Certainties, certainties_of
from hedgelint.summary.voices import Voices, owner_of, voices_of
from hedgelint.values import dataclass

_TAGS = {
    "headline": "h2",
    "subhead": "h3",
    "standfirst": "p",
    "list": "p",
    "blockquote": "blockquote",
    "pullquote": "blockquote",
    "caption": "p",
}
_SWITCHES = (
    ("said", "who answers"),
    ("marks", "sources, cues"),
    ("sure", "how sure"),
    ("claim", "claims without a source"),
    ("loaded", "loaded words"),
    ("finding", "findings"),
    ("info", "notes too"),
)
_KEY = (
    ("said-named", "a person or body with a name"),
    ("said-office", "an office, a group"),
    ("said-document", "a document"),
    ("said-nameless", "somebody without a name"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A story, and what came of linting it."""

    story: Story
    result: Result


def page(seen: Sequence[Seen]) -> str:
    """HTML of one page for all the stories."""
    style, script = _resource("page.css"), _resource("page.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'"
    names = ", ".join(_safe(one.result.path) for one in seen[:3]) + (" …" if len(seen) > 3 else "")
    body = "\n".join(line for number, one in enumerate(seen) for line in _story(one, number))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="color-scheme" content="light dark">
<title>X-ray of {names}</title>
<style>{style}</style>
</head>
<body>
{_head()}
<main>
{body}
</main>
<script>{script}</script>
</body>
</html>
"""


def _resource(name: str) -> str:
    return files("hedgelint.report.xray").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _safe(text: str) -> str:
    return escape(visible(text), quote=True)


def _head() -> str:
    switches = "\n".join(
        f'<label><input type="checkbox" data-shows="{name}"{"" if name == "info" else " checked"}> {label}</label>'
        for name, label in _SWITCHES
    )
    key = "\n".join(f'<li><span class="{name}">{label}</span></li>' for name, label in _KEY)
    return f"""<header class="page">
<h1>X-ray</h1>
<fieldset><legend>Show</legend>{switches}</fieldset>
<ul class="key" aria-label="What the tints mean">{key}</ul>
</header>"""


def _story(one: Seen, number: int) -> Iterator[str]:
    voices = voices_of(one.story)
    names = [voice.name for voice in voices.voices]
    voice_of = [names.index(owner_of(one.story, i)) for i in range(len(one.story.attributions))]
    counted = [finding for finding in one.result.findings if finding.suppressed is None]
    findings = sorted(counted, key=lambda finding: (finding.severity == "info", finding.start))  # notes come last
    yield f'<section class="story" aria-label="{_safe(one.result.path)}">'
    yield f'<p class="path">{_safe(one.result.path)}</p>'
    yield '<div class="columns">'
    yield from _margin(voices, number)
    yield '<article class="text">'
    for block in blocks(one.story, findings, voice_of):
        yield _block(block, findings, number)
    yield "</article>"
    yield from _findings(one, findings, number)
    yield "</div>"
    yield from _scale(certainties_of(one.story))
    yield from _verdicts(one.story)
    yield "</section>"


def _block(block: Block, findings: Sequence[Finding], number: int) -> str:
    tag = _TAGS.get(block.kind, "p")
    runs = "".join(_run(run, findings, number) for run in block.runs)
    return f'<{tag} class="part {block.kind}">{runs}</{tag}>'


def _run(run: Run, findings: Sequence[Finding], number: int) -> str:
    words = _safe(run.text)
    if not run.layers:
        return words
    classes = " ".join(dict.fromkeys(" ".join(run.layers).split()))
    voice = f' data-voice="{number}-{run.voice}"' if run.voice >= 0 else ""
    title = f' title="{_safe(run.title)}"' if run.title else ""
    if not run.findings:
        return f'<span class="{classes}"{voice}{title}>{words}</span>'
    anchors = "".join(f'<span id="s{number}w{n}"></span>' for n in run.opens)
    told = _safe("; ".join(findings[n].message for n in run.findings))
    inner = f'<span class="{classes}"{voice} title="{told}">{words}</span>'
    for n in run.closes:
        inner += f'<sup><a class="ref {findings[n].severity}" href="#s{number}f{n}">{n + 1}</a></sup>'
    return anchors + inner


def _margin(voices: Voices, number: int) -> Iterator[str]:
    yield '<aside class="voices" aria-label="Sources"><h2>Who speaks</h2><ol>'
    for n, voice in enumerate(voices.voices):
        share = voices.share(voice.words)
        yield (
            f'<li><button type="button" aria-pressed="false" data-voice="{number}-{n}">'
            f'<span class="who said-{ANSWERS[voice.kind]}">{_safe(voice.name)}</span>'
            f'<span class="share">{share:.0%}</span>'
            f'<meter min="0" max="1" value="{share:.3f}" aria-label="share of the words"></meter></button></li>'
        )
    own = voices.share(voices.unanswered)
    yield f'</ol><p class="paper">{own:.0%} of {voices.words} words are the paper’s own</p></aside>'


def _findings(one: Seen, findings: Sequence[Finding], number: int) -> Iterator[str]:
    yield '<aside class="findings" aria-label="Findings"><h2>What was found</h2>'
    for problem in one.result.problems:
        yield f'<p class="problem">{_safe(problem.message)}</p>'
    for note in one.result.notes:
        yield f'<p class="note">{_safe(note)}</p>'
    if not findings:
        yield "<p>Nothing.</p>"
    yield "<ol>"
    for n, finding in enumerate(findings):
        place = f"{finding.start.line}:{finding.start.column}"
        yield (
            f'<li id="s{number}f{n}" class="{finding.severity}" value="{n + 1}">'
            f'<a href="#s{number}w{n}"><b>{n + 1}</b> {_safe(finding.message)}</a>'
            f'<span class="rule">{finding.severity} · {_safe(finding.rule)} · {place}</span>'
        )
        for related in finding.related:
            words = f": {_safe(related.excerpt)}" if related.excerpt else ""
            yield f'<span class="related">{_safe(related.message)}{words}</span>'
        yield "</li>"
    yield "</ol></aside>"


def _scale(certainties: Certainties) -> Iterator[str]:
    rows = [(word, *next(iter(word.bands.items()))) for word in certainties.words if word.bands]
    if not rows:
        return
    yield '<section class="scale"><h2>How sure</h2><table><thead><tr><th scope="col">word</th>'
    yield '<th scope="col">whose</th><th scope="col">between 0 and 100 per cent</th></tr></thead><tbody>'
    for word, scale, (low, high) in rows:
        bar = "".join(f"<i{' class=on' if low < 10 * (i + 1) and high > 10 * i else ''}></i>" for i in range(10))
        yield (
            f"<tr><th scope=row>{_safe(word.words)}</th><td>{_safe(word.owner)}</td>"
            f'<td><span class="bar" aria-hidden="true">{bar}</span> {low}–{high} '
            f"<small>({_safe(scale)})</small></td></tr>"
        )
    yield "</tbody></table></section>"


def _verdicts(story: Story) -> Iterator[str]:
    """Quotations beside what their source has; only where sources were given."""
    if not story.fidelity:
        return
    text = story.document.text
    yield '<section class="verdicts"><h2>Held against the sources</h2><ol>'
    for verdict in sorted(story.fidelity, key=lambda one: one.span):
        words, at = "", verdict.span.start
        for change in sorted(verdict.changes, key=lambda one: one.story_span):
            words += _safe(text[at : change.story_span.start]) + f"<ins>{_safe(change.story_span.of(text))}</ins>"
            at = change.story_span.end
        words += _safe(text[at : verdict.span.end])
        yield f'<li class="{verdict.kind}"><b>{verdict.kind}</b> <q>{words}</q>'
        if verdict.place is not None:
            place = f"{verdict.place.path}:{verdict.place.start.line}:{verdict.place.start.column}"
            source = _safe(verdict.place.excerpt)
            for change in verdict.changes:
                if change.source:
                    source = source.replace(_safe(change.source), f"<del>{_safe(change.source)}</del>", 1)
            yield f'<span class="source-words"><q>{source}</q> <small>{_safe(place)}</small></span>'
        yield "</li>"
    yield "</ol></section>"

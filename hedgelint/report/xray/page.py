"""The page itself: one file, with nothing in it from elsewhere, and nothing of the story that is not escaped."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from hedgelint.annotate.story import Story
from hedgelint.finding import SEVERITIES, Finding, Problem, Result
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
# What can be shown or not, and its name, which wears it: the switches are the key.
_SWITCHES = (
    ("said", "who answers"),
    ("marks", '<span class="source">sources</span>, <span class="cue">cues</span>'),
    ("sure", '<span class="hedge">less</span> and <span class="booster">more</span> sure'),
    ("claim", '<span class="claim-begins">claims without a source</span>'),
    ("loaded", '<span class="loaded">loaded words</span>'),
    ("finding", '<span class="finding warning">findings</span>'),
    ("info", '<span class="finding info">notes too</span>'),
)
_KEY = (
    ("said-named", "a person or body with a name"),
    ("said-office", "an office, a group"),
    ("said-document", "a document"),
    ("said-nameless", "somebody without a name"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A story, None where nothing could be made of the file, and what came of linting it. All findings are shown."""

    story: Story | None
    result: Result


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of the page that shows a story, and what a list of the stories says of it."""

    path: str
    html: str
    summary: str


def page(seen: Sequence[Seen]) -> str:
    """HTML of one page for all the stories."""
    return page_of([shown(one, number) for number, one in enumerate(seen)])


def shown(seen: Seen, number: int) -> Shown:
    """The part of a page for its story number `number`, from 0."""
    return Shown(seen.result.path, "\n".join(_story(seen, number)), _summary(seen.result))


def page_of(parts: Sequence[Shown]) -> str:
    names = ", ".join(_safe(one.path) for one in parts[:3]) + (" …" if len(parts) > 3 else "")
    return shell(f"X-ray{' of ' * bool(names)}{names}", main_of(parts))


def main_of(parts: Sequence[Shown]) -> str:
    """HTML of what the page is about: the stories, and a list of them."""
    return "\n".join((*_contents(parts), *(one.html for one in parts))) or "<p>No story.</p>"


def shell(title: str, main: str, *, top: str = "", style: str = "", script: str = "", connect: bool = False) -> str:
    """HTML of a page around `main`. `top` stands above it, `style` and `script` come after the page's own; `connect`
    lets the script speak to where the page came from. All is HTML already."""
    style, script = _resource("page.css") + style, _resource("page.js") + script
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(_policy(style, script, connect))}">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{_head()}
{top}<main>
{main}
</main>
<script>{script}</script>
</body>
</html>
"""


def _policy(style: str, script: str, connect: bool) -> str:
    reach = "connect-src 'self'; form-action 'none'; " if connect else ""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; {reach}base-uri 'none'"


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


def _contents(parts: Sequence[Shown]) -> Iterator[str]:
    """The list of the stories; of one story none is wanted."""
    if len(parts) < 2:
        return
    yield '<nav class="contents" aria-label="Stories"><ol>'
    for number, one in enumerate(parts):
        yield f'<li><a href="#s{number}">{_safe(one.path)}</a> <small>{one.summary}</small></li>'
    yield "</ol></nav>"


def _summary(result: Result) -> str:
    if result.problems:
        return "could not be read as it should"
    counts = Counter(finding.severity for finding in result.findings if finding.severity != "info")
    worst_first = [name for name in reversed(SEVERITIES) if counts[name]]
    return ", ".join(f"{counts[name]} {name}{'s' * (counts[name] > 1)}" for name in worst_first) or "nothing found"


def _story(one: Seen, number: int) -> Iterator[str]:
    # Notes come last.
    findings = sorted(one.result.findings, key=lambda finding: (finding.severity == "info", finding.start))
    yield f'<section class="story" id="s{number}" aria-label="{_safe(one.result.path)}">'
    yield (f'<p class="path">{_safe(one.result.path)} · <a href="#s{number}found">{_summary(one.result)}</a></p>')
    yield '<div class="columns">'
    if one.story is not None:
        voices = voices_of(one.story)
        names = [voice.name for voice in voices.voices]
        voice_of = [names.index(owner_of(one.story, i)) for i in range(len(one.story.attributions))]
        yield from _margin(voices, one.result.path, number)
        yield '<article class="text">'
        for block in blocks(one.story, findings, voice_of):
            yield _block(block, findings, number)
        yield "</article>"
    yield from _findings(one, findings, number)
    yield "</div>"
    if one.story is not None:
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
    refs = "".join(
        f'<sup><a class="ref {findings[n].severity}" href="#s{number}f{n}">{n + 1}</a></sup>' for n in run.closes
    )
    return f'{anchors}<span class="{classes}"{voice} title="{told}">{words}{refs}</span>'


def _margin(voices: Voices, path: str, number: int) -> Iterator[str]:
    yield f'<aside class="voices" aria-label="Sources of {_safe(path)}"><h2>Who speaks</h2><ol>'
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
    label = _safe(f"Findings in {one.result.path}")
    yield f'<aside class="findings" aria-label="{label}" id="s{number}found"><h2>What was found</h2>'
    for problem in one.result.problems:
        yield f'<p class="problem">{_safe(_place(problem, one.result.path) + problem.message)}</p>'
    for note in one.result.notes:
        yield f'<p class="note">{_safe(note)}</p>'
    if not findings:
        yield "</aside>" if one.result.problems else "<p>Nothing.</p></aside>"
        return
    if all(finding.severity == "info" for finding in findings):
        yield "<p>Nothing but notes.</p>"
    yield "<ol>"
    for n, finding in enumerate(findings):
        place = f"{finding.start.line}:{finding.start.column}"
        yield (
            f'<li id="s{number}f{n}" class="{finding.severity}" value="{n + 1}">'
            f'<a href="#s{number}w{n}"><b>{n + 1}</b> {_safe(finding.message)}</a>'
            f'<span class="rule">{finding.severity} · {_safe(finding.rule)} · {place}{_waived(finding)}</span>'
        )
        for related in finding.related:
            words = f": {_safe(related.excerpt)}" if related.excerpt else ""
            yield f'<span class="related">{_safe(related.message)}{words}</span>'
        yield "</li>"
    yield "</ol></aside>"


def _place(problem: Problem, path: str) -> str:
    """Where it is, in a file other than the story by its name."""
    at = [problem.path] if problem.path not in ("", path) else []
    at += [str(problem.line), str(problem.column)] if problem.line else []
    return ":".join((*at, " ")) if at else ""


def _waived(finding: Finding) -> str:
    if finding.suppressed is None:
        return ""
    return " · " + _safe(f"waived: {finding.suppressed.reason}" if finding.suppressed.reason else "waived")


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


_VERDICTS = {
    "exact": "word for word",
    "surface": "the same words in another form",
    "altered": "changed",
    "missing": "in no source",
}


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
        yield f'<li class="{verdict.kind}"><b>{_VERDICTS.get(verdict.kind, verdict.kind)}</b> <q>{words}</q>'
        if verdict.place is not None:
            place = f"{verdict.place.path}:{verdict.place.start.line}:{verdict.place.start.column}"
            source = _safe(verdict.place.excerpt)
            for change in verdict.changes:
                if change.source:
                    source = source.replace(_safe(change.source), f"<del>{_safe(change.source)}</del>", 1)
            yield f'<span class="source-words"><q>{source}</q> <small>{_safe(place)}</small></span>'
        yield "</li>"
    yield "</ol></section>"

"""A rule for a person: what it finds, why, where, with its examples; a named piece of patterns; a frame of claims."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from hedgelint.annotate.claims.forms import FORMS
from hedgelint.lexicon import Lexicons
from hedgelint.rulebook.rule import Proof, Rule

_QUOTATION = {
    "outside": "outside quotations: a reporter does not answer for a source’s words",
    "inside": "inside quotations",
    "any": "inside and outside quotations",
}
_ATTRIBUTION = {
    "any": "",
    "attributed": "only where a source answers for the words",
    "unattributed": "only where no source answers for the words",
}


def explain(rule: Rule, lexicons: Lexicons, width: int, paint: Callable[[str, str], str]) -> Iterator[str]:
    """Lines. `paint(text, style)` as in the text report."""
    default = "off" if rule.preview or not rule.default else "on"
    status = ", preview: any version may change it" if rule.preview else ""
    yield f"{paint(rule.id, 'bold')}: {rule.title}"
    yield f"{rule.category}, {paint(rule.severity, rule.severity)}, {default} by default, kind {rule.kind}{status}"
    yield ""
    for paragraph in rule.why.split("\n\n"):
        yield from textwrap.wrap(" ".join(paragraph.split()), width)
        yield ""
    yield from textwrap.wrap(f"Says: {' '.join(rule.message.split())}", width, subsequent_indent="      ")
    where = [
        f"in {', '.join(rule.scope.parts)}",
        _QUOTATION[rule.scope.quotation],
        _ATTRIBUTION[rule.scope.attribution],
    ]
    yield from textwrap.wrap(f"Looks: {'; '.join(w for w in where if w)}", width, subsequent_indent="       ")
    yield ""
    for title, verdict in (("Finds", "bad"), ("Leaves alone", "good"), ("Misses (a known limit)", "missed")):
        examples = [example.text for example in rule.examples if example.verdict == verdict]
        if examples:
            yield paint(title, "bold")
            for text in examples:
                words = " ".join(text.split())
                yield from textwrap.wrap(words, width, initial_indent="  - ", subsequent_indent="    ")
            yield ""
    if reasons := _silences(rule):
        yield paint("Keeps silent", "bold")
        for reason, text in reasons:
            words = f"{reason}: {text}"
            yield from textwrap.wrap(words, width, initial_indent="  - ", subsequent_indent="    ")
        yield ""
    if rule.kind == "confidence":
        yield from _bands(lexicons, paint)
    if rule.references:
        yield paint("Read more", "bold")
        yield from (f"  {r.title}{': ' if r.url else ''}{r.url}" for r in rule.references)
        yield ""
    yield from textwrap.wrap(
        f"To answer for one place: a line of its own before the paragraph, “hedgelint: ignore {rule.id} -- reason”. "
        f'To switch it off: ignore = ["{rule.id}"] in hedgelint.toml.',
        width,
    )


def explain_piece(piece: Mapping[str, Any], width: int, paint: Callable[[str, str], str]) -> Iterator[str]:
    """A named piece of patterns, as `explain` tells a rule."""
    name = f"<{piece['name']}>"
    yield f"{paint(name, 'bold')}: {piece['title']}"
    yield ""
    yield f"Stands for: {piece['pattern']}"
    if piece["whole"] != piece["pattern"]:
        yield f"which is:   {piece['whole']}"
    yield ""
    for title, key in (("Finds", "finds"), ("Leaves alone", "leaves")):
        yield paint(title, "bold")
        for text in piece[key]:
            yield from textwrap.wrap(text, width, initial_indent="  - ", subsequent_indent="    ")
        yield ""


def explain_frame(
    name: str, lexicons: Lexicons, proofs: Iterable[Proof], width: int, paint: Callable[[str, str], str]
) -> Iterator[str]:
    """A frame of claims, as `explain` tells a rule."""
    frame = next(entry for entry in lexicons["frames"].entries if entry["term"] == name)
    words = [
        word
        for one in lexicons["claim-frames"].entries
        if name in one["frames"]
        for word in (one["term"], *one.get("forms", ()))
    ]
    yield f"{paint(name, 'bold')}: a frame in which a word makes a claim, as in “{frame['says']}”"
    yield f"{frame['reason']}, {'asks as any claim does' if frame.get('firm') else 'is suggested at most'}"
    yield ""
    for title, key in (("Before the word", "before"), ("Behind it", "behind"), ("The word is", "form")):
        if key in frame:
            yield f"{title}: {FORMS[frame[key]] if key == 'form' else frame[key]}"
    yield from textwrap.wrap(f"Words: {', '.join(words)}", width, subsequent_indent="       ")
    yield ""
    texts = list(proofs)
    for title, key in (("Finds", "finds"), ("Leaves alone", "leaves")):
        if told := [one.text for one in texts if (one.term, one.key) == (name, key)]:
            yield paint(title, "bold")
            for text in told:
                yield from textwrap.wrap(text, width, initial_indent="  - ", subsequent_indent="    ")
            yield ""


def _silences(rule: Rule) -> list[tuple[str, str]]:
    """Each reason, with its first example."""
    return [
        (" ".join(one.reason.split()), " ".join(one.examples[0].split()))
        for one in rule.silences
        if one.reason and one.examples
    ]


def _bands(lexicons: Lexicons, paint: Callable[[str, str], str]) -> Iterator[str]:
    """What the scales make of the words, in per cent."""
    entries = lexicons["probability-scales"].entries
    scales = list(dict.fromkeys(name for entry in entries for name in entry["bands"]))
    wide = max(len(entry["term"]) for entry in entries)
    yield paint("What the scales make of the words, in per cent", "bold")
    yield f"  {'':{wide}}  " + "  ".join(f"{name:>7}" for name in scales)
    for entry in entries:
        cells = (entry["bands"].get(name) for name in scales)
        yield f"  {entry['term']:{wide}}  " + "  ".join(f"{f'{c[0]}–{c[1]}' if c else '':>7}" for c in cells)
    yield ""

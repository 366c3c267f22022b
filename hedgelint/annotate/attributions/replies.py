"""A quotation, and then whose answer it is: “Q,” came the reply from S, runs the reply of S;
“Q” is how S put it."""

from __future__ import annotations

from hedgelint.annotate.attributions import sources
from hedgelint.annotate.attributions.closed import POSSESSIVE, TIME, word_set
from hedgelint.annotate.attributions.cues import Forms
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

_ANSWERS = word_set(
    "answer reply response verdict message retort comeback warning explanation advice assessment conclusion comment"
    " words view reaction headline caption slogan chant cry order instruction suggestion prediction"
)
_IS = word_set("came was is were are ran read went")
_RUNS = _IS | word_set("runs comes goes reads")
_AGES = TIME | word_set("day days hour moment age era season decade century hall house")  # whose no answer is
_LEADS = word_set("the a an one her his their its only short blunt simple curt terse first official")
_FROM = word_set("from by in on")
_PUT = word_set(
    "put puts describe describes described sum sums summed phrase phrases phrased see sees saw explain explained"
)
_IT = word_set("it this things them that him her matters up")
_SAY = word_set("say said says offer offered")
_WOULD = word_set("would could will can has had")
WORDS = _ANSWERS | {"how", "all"}


def answer(unit: Unit, i: int, forms: Forms) -> Found | None:
    """For word `i` of a unit that has a quotation."""
    if unit.words[i] == "all":
        return _all_she_said(unit, i)
    return _put_so(unit, i, forms) if unit.words[i] == "how" else _came(unit, i, forms) or _runs(unit, i, forms)


def _quotation_before(unit: Unit, end: int) -> Range | None:
    """The quotation that stands just before word `end`."""
    at = end - 1 - (end > 0 and unit.words[end - 1] == ",")
    return (at, at + 1) if at >= 0 and unit.words[at] == QUOTE else None


def _came(unit: Unit, i: int, forms: Forms) -> Found | None:
    """“Q,” came the reply from S; “Q” was S's answer."""
    words, first = unit.words, _led(unit, i)
    if first and words[first - 1] in _IS and i + 1 < unit.last() and words[i + 1] in _FROM:
        content, who = _quotation_before(unit, first - 1), sources.after(unit, i + 2, forms.finite)
        if content is not None and who is not None:
            return Found(who, (first - 1, i + 2), (content,), "neutral", "came-the-reply", words[i])
    verb = next((j for j in range(i - 1, max(-1, i - 6), -1) if words[j] in _IS), None)
    if verb is None or not words[i - 1].endswith(("'s", "s'")):
        return None
    content = _quotation_before(unit, verb)
    return (
        Found((verb + 1, i), (verb, verb + 1), (content,), "neutral", "came-the-reply", words[i]) if content else None
    )


def _led(unit: Unit, i: int) -> int:
    """Where “the short reply” begins that ends with word `i`."""
    while i and (unit.words[i - 1] in _LEADS or unit.words[i - 1] in POSSESSIVE):
        i -= 1
    return i


def _runs(unit: Unit, i: int, forms: Forms) -> Found | None:
    """“Q,” runs the reply of S: a name, or a body or an office with its article, and no answer of the day."""
    words, first = unit.words, _led(unit, i)
    if first in (0, i) or words[first - 1] not in _RUNS or i + 2 >= len(words) or words[i + 1] not in ("of", "from"):
        return None
    content, who = _quotation_before(unit, first - 1), sources.after(unit, i + 2, forms.finite)
    if content is None or who is None or words[who[1] - 1] in _AGES:
        return None
    if not unit.raw[who[0]][0].isupper() and words[who[0]] != "the":
        return None
    return Found(who, (first - 1, i + 2), (content,), "neutral", "runs-the-reply-of", words[i])


def _put_so(unit: Unit, i: int, forms: Forms) -> Found | None:
    """“Q” is how S put it."""
    words = unit.words
    content = _quotation_before(unit, i - 1) if i and words[i - 1] in ("is", "was") else None
    verb = next((j for j in range(i + 2, min(i + 9, unit.last())) if words[j] in _PUT), None)
    if content is None or verb is None or verb + 1 >= len(words) or words[verb + 1] not in _IT:
        return None
    return Found((i + 1, verb), (verb, verb + 2), (content,), "neutral", "how-they-put-it", words[verb])


def _all_she_said(unit: Unit, i: int) -> Found | None:
    """“Q” is all that S would say."""
    words = unit.words
    content = _quotation_before(unit, i - 1) if i and words[i - 1] in ("is", "was") else None
    first = i + 1 + (words[i + 1 : i + 2] == ["that"])
    verb = next((j for j in range(first + 1, min(first + 8, unit.last())) if words[j] in _SAY), None)
    if content is None or verb is None:
        return None
    last = verb
    while last > first and words[last - 1] in _WOULD:
        last -= 1
    return (
        Found((first, last), (last, verb + 1), (content,), "neutral", "all-they-would-say", words[verb])
        if last > first
        else None
    )

"""What a verb of saying is not: the cases that no shape is asked about, by name."""

from __future__ import annotations

from collections.abc import Callable

from hedgelint.annotate.attributions.closed import AUXILIARY, BE, DETERMINER, PREPOSITION, STOP, is_number
from hedgelint.annotate.attributions.cues import Forms
from hedgelint.annotate.attributions.found import At, Range
from hedgelint.annotate.attributions.subjects import counted, ends_in_a_verb, names_only, plural
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

OBJECTS = frozenset(("him", "her", "them", "it", "that", "us", "me"))
_SCORED = frozenset(
    ("goal", "goals", "corner", "penalty", "free-kick", "try", "tries", "points", "twice", "possession")
)
_SIGNS = frozenset(("sign", "signs"))
_UNNAMED = frozenset(("anonymous", "anonymously", "anonymity", "unnamed"))
_STATED = 8  # words within which a statement has its auxiliary
_NOUNS_STAND_BEHIND = frozenset(("the", "a", "an", "of", "his", "her", "their", "its", "this", "that's"))
_ANYBODY = frozenset(("you", "we", "that", "which"))


def _anybodys(at: At) -> bool:
    """“The price you think of”, “that we hope for”: no belief of anybody's."""
    return at.verb.kind == "belief" and at.previous in _ANYBODY


def _behind_an_article(at: At) -> bool:
    """“The claim”, “his support”."""
    return at.previous in _NOUNS_STAND_BEHIND


def _those_asked(at: At) -> bool:
    """“Of those asked, half agreed”."""
    return at.previous == "those" and at.end == at.i + 1


def _is_says(at: At) -> bool:
    """“There are claims”, “it is rumours”."""
    return at.previous in BE and "s" in at.verb.forms


def _possessed(at: At) -> bool:
    """“Hale's claim”."""
    return at.previous.endswith(("'s", "s'")) and not at.shortened and "ing" not in at.verb.forms


def _charged_with(at: At) -> bool:
    """“Two men charged with theft”."""
    if at.after != "with" or "with" not in at.verb.passive or at.to_do:
        return False
    return not at.passive and (at.end != at.i + 1 or bool(at.verb.frame) or not at.verb.object_with)


def _says_nothing_in_the_passive(at: At) -> bool:
    """“She was saw”: behind a form of be, what is no participle."""
    return "past" in at.verb.forms and at.previous in BE and at.previous != "'s" and at.start < at.i and not at.passive


def _adds_a_figure(at: At) -> bool:
    """“The bank added 4p to 90p”, “the shares added 2 per cent”: a price."""
    words, last = at.unit.words, at.unit.last()
    figure = at.end + (words[at.end : at.end + 1] in (["£"], ["$"], ["€"], ["about"]))
    if at.verb.lemma != "add" or figure >= last or not words[figure][0].isdigit():
        return False
    return AUXILIARY.isdisjoint(words[figure : min(last, figure + _STATED)])


def _calls_for_help(at: At) -> bool:
    """“Call 101”."""
    return at.unit.words[at.i] in ("call", "calls", "called") and at.after[:1].isdigit()


def _asks_for_no_name(at: At) -> bool:
    """“A clerk, who asked not to be named, said”: how the source wants to be told of, and no question."""
    words, end = at.unit.words, at.end
    if at.verb.lemma != "ask":
        return False
    end += words[end : end + 1] == ["for"]
    return words[end : end + 3] == ["not", "to", "be"] or not _UNNAMED.isdisjoint(words[end : end + 3])


def _concedes_a_goal(at: At) -> bool:
    """“The keeper conceded a corner”."""
    return at.verb.lemma == "concede" and not _SCORED.isdisjoint(at.unit.words[at.end : at.end + 4])


def _is_plural_noun(at: At) -> bool:
    """“One of the claims is”: a noun that the verb behind it is said of."""
    return at.verb.noun and "s" in at.verb.forms and at.after in BE and at.start == at.i


def _so_many(at: At) -> bool:
    """“Two claims were lost”, “the two claims adjusters”: a number of more than one, and a verb for one."""
    one = at.previous in ("one", "1")
    return at.verb.noun and "s" in at.verb.forms and at.start == at.i and is_number(at.previous) and not one


def _shows_no_sign(at: At) -> bool:
    """“The floods show no sign of easing”."""
    return at.verb.lemma == "show" and not _SIGNS.isdisjoint(at.unit.words[at.end : at.end + 3])


REFUSALS: tuple[tuple[str, Callable[[At], bool]], ...] = (
    ("anybodys", _anybodys),
    ("behind-an-article", _behind_an_article),
    ("those-asked", _those_asked),
    ("behind-is", _is_says),
    ("possessed", _possessed),
    ("charged-with", _charged_with),
    ("no-passive", _says_nothing_in_the_passive),
    ("adds-a-figure", _adds_a_figure),
    ("calls-for-help", _calls_for_help),
    ("shows-no-sign", _shows_no_sign),
    ("concedes-a-goal", _concedes_a_goal),
    ("asks-for-no-name", _asks_for_no_name),
    ("claims-are", _is_plural_noun),
    ("so-many-claims", _so_many),
)


def _is_noun(at: At, who: Range, forms: Forms) -> bool:
    """“His support”, not “they support”; “members held a conference call last week”."""
    unit, i, verb = at.unit, at.i, at.verb
    if at.start != i or not verb.noun or verb.forms != {"base"}:
        return False
    if not plural(unit, _noun_phrase(unit, who), who[1]):
        return True
    after = unit.words[i + 1] if i + 1 < unit.last() else ""
    objects = after in DETERMINER or after in OBJECTS or after == QUOTE or unit.raw[i + 1 : i + 2] != [after]
    return verb.kind == "neutral" and verb.frame == {"object"} and not (after and objects)


def _noun_phrase(unit: Unit, who: Range) -> int:
    """Where the noun phrase begins that ends `who`: “they tracked down | the sole surviving suspect”."""
    words = unit.words
    the = next((j for j in range(who[1] - 1, who[0], -1) if words[j] in ("the", "a", "an")), who[0])
    own = words[the - 1] not in PREPOSITION and all(word.islower() for word in unit.raw[the : who[1]])
    return the if the > who[0] and own else who[0]


def _behind_a_participle(at: At, who: Range, forms: Forms) -> bool:
    """“The lack of trained claims handlers”: what a participle describes is a noun."""
    word = at.unit.words[who[1] - 1]
    if at.start != at.i or "s" not in at.verb.forms or not at.verb.noun or who[1] - who[0] < 2:
        return False
    return (
        word.endswith("ed")
        and word not in forms.past
        and at.unit.raw[who[1] - 1].islower()
        and at.unit.words[who[1] - 2] != "the"
    )


def _has_a_verb(at: At, who: Range, forms: Forms) -> bool:
    """“Hale denied claims that”: claims is no verb."""
    return at.start == at.i and "s" in at.verb.forms and ends_in_a_verb(at.unit, who, forms.past)


def _only_names(at: At, who: Range, forms: Forms) -> bool:
    """“A group called Harbour First”."""
    return at.start == at.i and names_only(at.unit, who, at.i)


def _counted(at: At, who: Range, forms: Forms) -> bool:
    """“384 pledged delegates”."""
    return at.start == at.i and counted(at.unit, who, at.i)


def _not_theirs(at: At, who: Range, forms: Forms) -> bool:
    """The verb says something of some subjects only: police treat a fire as arson, a clerk treats a wound."""
    return not may_say(at.unit, who, at)


def may_say(unit: Unit, who: Range, at: At) -> bool:
    """The verb is anybody's, or theirs among others: it says; police treat."""
    return not at.verb.subjects or not at.verb.subjects.isdisjoint(unit.words[who[0] : who[1]])


def _asked_to(at: At, who: Range, forms: Forms) -> bool:
    """“Please see the note”."""
    return who[1] - who[0] == 1 and at.unit.words[who[0]] == "please"


_OF_THINGS = frozenset(("endorsing", "doubting", "belief"))  # reveals a knife, suggests a bow, supports a road


def thing(at: At, who: Range, forms: Forms) -> bool:
    """“Searches revealed a knife”: a thing before an object, and no statement behind it."""
    words = at.unit.words
    noun = next((i - 1 for i in range(who[0] + 1, who[1]) if words[i] in PREPOSITION or words[i] in STOP), who[1] - 1)
    shows = "object" in at.verb.frame and at.verb.kind in _OF_THINGS
    if words[noun] not in forms.things or not (shows or at.verb.lemma == "threaten"):
        return False
    if noun > 0 and at.unit.raw[noun][0].isupper():
        return False
    return words[at.end : at.end + 1] not in ([":"], [","], [QUOTE], ["that"])


# With the subject before it known.
SUBJECT_REFUSALS: tuple[tuple[str, Callable[[At, Range, Forms], bool]], ...] = (
    ("noun", _is_noun),
    ("subject-has-a-verb", _has_a_verb),
    ("behind-a-participle", _behind_a_participle),
    ("only-names", _only_names),
    ("counted", _counted),
    ("not-theirs", _not_theirs),
    ("imperative", _asked_to),
    ("thing", thing),
)

"""The closed classes that the phrases of nameless sources are read with."""

from __future__ import annotations

from hedgelint.annotate.attributions.closed import PREPOSITION, word_set
from hedgelint.patterns import pattern_of

WORD = pattern_of(r"[\w’'.&-]*\w|,")
# What follows the head noun.
TAIL = PREPOSITION | word_set(
    "who that which whose , familiar close briefed briefing working speaking representing quoted including involved "
    "and or there present"
)
KNOWS = word_set(
    "familiar close briefed knowledge inside involved present attended saw seen read within access room meeting talks"
)
SOME = word_set("some many several most few various numerous certain countless other more")
SOMEBODY = SOME | {"one", "another", "a"}
MANY = word_set("dozens scores hundreds thousands")
ARTICLES = {
    "the": "the",
    "this": "the",
    "that": "the",
    "these": "the",
    "those": "the",
    "a": "a",
    "an": "a",
    "any": "a",
} | {
    "one": "one",
    "another": "one",
    "both": "counted",
}


SPEECH = ("neutral", "doubting", "endorsing", "belief", "promise", "emotive", "attack")
HEARD = (
    "anonymous",
    "studies",
    "experts",
    "scientists",
    "critics",
    "people",
    "politicians",
    "officials",
    "press",
    "organisations",
    "trade",
    "reports",
)
# Whom an event can move: the plan alarmed critics.
MOVED = ("experts", "scientists", "critics", "politicians", "organisations")
ANYWHERE = ("experts", "scientists", "critics", "people", "politicians")  # whom a place does not tell apart
PEOPLE = word_set("some many others several most few")
RELATIVE = word_set("which that what whom")
AS_SAYING = ("as", "saying")
CITED = word_set("cited quoted reported")
LIKE = word_set("like including such")
ALONE = word_set(". in with by and")
SUBJECT_AND_VERB = 2  # words that have to stand before whom an event moves
NAMING = word_set("call called label labelled labeled dub dubbed describe described")
NAMERS = ("experts", "scientists", "trade")
HOLDS = 10  # words within which what is ascribed leads on: linked the loss of the crop to
FROM = frozenset(("by", "from", "among"))
WITHIN = frozenset(("in", "at", "within", "across"))
RAISED = frozenset(("raise", "raised", "voice", "voiced", "express", "expressed"))
PLAIN = frozenset(("base", "past"))
PERFECT = frozenset(("participle",))
MAY_KNOW = frozenset(("people", "officials", "critics", "lawyers", "trade", "offices", "experts"))
NO_FACT = word_set("should could would might must can cannot not never do did")
MODIFIERS = 3  # words before a noun
# Of which figures one knows that they are people: a senior figure, party figures; but state figures.
STANDING = word_set(
    "senior leading top key prominent opposition party military religious political industry establishment influential"
    " powerful community cultural underworld church club court palace royal showbiz rebel moderate hardline radical"
)
# What many do with something “as” something else, and what those do who are not pleased.
SEE = word_set("see sees view views viewed regard regards regarded perceive perceives perceived")
GESTURES = {
    word: frozenset(objects.split())
    for verbs, objects in (
        ("shake shook shaking shaken scratch scratched scratching", "heads"),
        ("sound sounded sounding", "alarm"),
        ("raise raised raising", "eyebrows alarm"),
        ("cry cried crying", "foul"),
        ("wring wringing wrung", "hands"),
    )
    for word in verbs.split()
}
LED = word_set("led leads lead leading prompted prompting prompts caused causing")
WONDER = word_set("wonder question ask speculate")
PUT = word_set("put puts give gives gave place places placed")
PUT_AT = word_set("at number figure toll cost total lead points ahead behind percent odds chance")
MEASURE = frozenset(("studies", "reports"))
# What says of which country a study is, and not whose.
NATION = pattern_of(r"(?:US|UK|EU|U\.S|U\.K|French|Dutch|Swiss|Greek|German|[A-Z][a-z]+(?:ish|ese|ian|ean|ican))\Z")
RING = 5  # letters: king, thing and being do nothing
DOERS = ("er", "or", "ist", "ian", "ee", "man", "woman", "person")  # how words for people end
# What is a feeling of the crowd, seen without a word, and a judgement of those whose trade it is to have one.
STARTLED = word_set("surprised stunned alarmed dismayed outraged furious angry baffled puzzled")
CROWDS = frozenset(("people", "witnesses"))

"""Closed classes of function words."""

from __future__ import annotations


def word_set(line: str) -> frozenset[str]:
    return frozenset(line.split())


BE = word_set("is are was were be been being am 's 're 'm")
HAVE = word_set("has have had having 've 'd")
MODAL = word_set("will would can could may might must shall should do does did 'll")
NEGATED = word_set(
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot"
)
AUXILIARY = BE | HAVE | MODAL | NEGATED
ADVERB = word_set(
    "also not never now later then still once again repeatedly often recently just publicly already even always "
    "only soon first long once previously further simply merely reportedly openly privately strongly flatly "
    "widely increasingly frequently earlier since too to yet instead"
) - {"to"}
SUBJECT = word_set("he she they it i we you who")
PRONOUN = SUBJECT | word_set("him her them his their its one this that those these which hers theirs mine ours")
POSSESSIVE = word_set("his her their its our my your")
DETERMINER = word_set(
    "the a an this that these those his her their its our my your some many most several no any all both each "
    "every few two three another such more one"
)
PREPOSITION = word_set(
    "in on at during after before by with for from to of about as since under over through amid against into "
    "despite without within between among like via around near until following"
)
CONJUNCTION = word_set(
    "but because while when if though although since whether where what how why so than however then yet whereas "
    "unless once or nor until before after as"
)
NUMBERS = word_set("half one two three four five six seven eight nine ten")
WH = word_set("that whether what how why if who which when where")
STOP = frozenset((";", ":", ",", "—", "–", "(", ")", "\x00", "-", "|", "[", "]", ">", "<", '"', "“", "”", "•"))
DASHES = frozenset(("—", "–", "-"))
TIME = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later last this week "
    "month year night morning afternoon evening january february march april may june july august september october "
    "november december recently tomorrow"
)
# The irregular past tenses; the regular ones are told by their form.
PAST = word_set(
    "became began bought broke brought built came caught chose cut did drew drove fell felt fled flew fought "
    "found gave got grew had held hit kept knew laid led left lost made met paid put ran rose sat saw sent "
    "set shot shut slept sold sought spent spoke stood stole struck swung swept took taught threw told "
    "thought went withdrew won wore wrote ate bent blew broadcast burst clung crept dealt drank dug fed flung forgot "
    "froze hid hung hurt lay lent lit meant misled overcame oversaw quit rang rode sang sank shook shrank slid spread "
    "sprang split spun stuck swam swore tore understood undertook upheld wept woke"
)
# Where something is said.
VENUE = word_set(
    "interview statement email e-mail speech tweet conference telephone phone release post message briefing letter memo"
)
CONTINUED = word_set("continued continues continue proceeded began")
DEGREE = word_set("very so too more less most least far much well quite rather pretty as")
LINKING = word_set("remain remains remained feel feels felt become becomes became grew grow stay stayed")


def is_number(word: str) -> bool:
    """In figures, or one of NUMBERS."""
    return word[:1].isdigit() or word in NUMBERS

"""Closed classes of function words."""

from __future__ import annotations

BE = frozenset("is are was were be been being am 's 're".split())
HAVE = frozenset("has have had having".split())
MODAL = frozenset("will would can could may might must shall should do does did".split())
NEGATED = frozenset(
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot".split()
)
AUXILIARY = BE | HAVE | MODAL | NEGATED
ADVERB = frozenset(
    "also not never now later then still once again repeatedly often recently just publicly already even always "
    "only soon first long once previously further simply merely reportedly openly privately strongly flatly "
    "widely increasingly frequently earlier since too to yet instead".split()
) - {"to"}
SUBJECT = frozenset("he she they it i we you who".split())
PRONOUN = SUBJECT | frozenset("him her them his their its one this that those these which".split())
POSSESSIVE = frozenset("his her their its our my your".split())
DETERMINER = frozenset(
    "the a an this that these those his her their its our my your some many most several no any all both each "
    "every few two three another such more one".split()
)
PREPOSITION = frozenset(
    "in on at during after before by with for from to of about as since under over through amid against into "
    "despite without within between among like via around near until following".split()
)
CONJUNCTION = frozenset(
    "but because while when if though although since whether where what how why so than however then yet whereas "
    "unless once or nor until before after as".split()
)
WH = frozenset("that whether what how why if who which when where".split())
STOP = frozenset((";", ":", ",", "—", "–", "(", ")", "\x00", "-", "|", "[", "]", ">", "<", '"', "“", "”", "•"))
TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later last this week "
    "month year night morning afternoon evening january february march april may june july august september october "
    "november december recently tomorrow".split()
)

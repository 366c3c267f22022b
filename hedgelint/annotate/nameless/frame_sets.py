"""The closed classes that the frames of nameless sources are read with."""

from __future__ import annotations

from hedgelint.annotate.attributions.closed import AUXILIARY, DETERMINER, PREPOSITION, word_set

FINITE = AUXILIARY - word_set("be been being having")
WONDERING = word_set("should must can could would might may 'd shall do does did cannot can't couldn't")
COMPARED = word_set("than as until before when if whether where what unless once how")
FIRST = word_set("i we you")
EMPTY = word_set("no any little without not never")  # there is no question that
LEADS = word_set("amid amidst with of to after over despite following by on about into at from")
CAUSED = word_set(
    "led leading leads due thanks rise response responding contributed contributing owing according prompted"
)
ABOUT = word_set("about over of around regarding surrounding for at")
STATED = word_set("that at about over of among around from in how why whether")
BY = word_set("by from")
WIDELY = word_set(
    "warmly widely universally generally roundly heavily broadly sharply bitterly fiercely strongly commonly frequently"
)
AFTER_IT = PREPOSITION | DETERMINER | word_set("as be too one")  # something has to follow
# What comes in answer to hearsay, and what follows on a charge, with the charge behind “of”.
ANSWERS = word_set(
    "deny denies denied denying confirm confirms confirmed confirming dismiss dismisses dismissed dismissing reject"
    " rejects rejected rejecting condemn condemns condemned condemning downplay downplays downplayed downplaying"
)
HEARSAY = word_set("report rumour speculation")
AFTERMATH = word_set("amid amidst after following over despite")
CHARGES = word_set("accusation allegation claim rumour")
SUNK = word_set("shrouded mired embroiled engulfed steeped entangled")
SAYING = word_set("claiming suggesting alleging saying indicating")
LED = word_set("led leads lead leading added adds adding contributed contributes contributing")
BESET = word_set("dogged plagued beset surrounded overshadowed haunted hit rocked fuelled fueled clouded marred")
# What can raise a question by itself.
EVENTS = word_set(
    "decision move case crash plan incident affair death arrest findings ruling vote bill law attack fire deal sale"
    " closure delay result results revelation revelations episode collapse announcement proposal scandal killing"
    " shooting appointment merger takeover discovery footage"
)
OBJECTS = word_set("subject target object focus butt centre center")
BECAME = word_set("become became becomes becoming")
ONLINE = (["online"], ["on", "social", "media"], ["in", "some", "quarters"])  # where nobody in particular says so
MEETING = word_set("met greeted")
KNOWING = word_set(
    "police many all few most some more everyone everybody anyone anybody mankind man men women people science medicine"
    " staff local social security law british us western state federal city older younger only both each no one me you"
)
SHORT_STEP = 4  # words between what meets with it and the noun of saying
UNCOUNTED = word_set("word talk speculation consensus")  # that need no article
# Whose nouns need no place to be nobody's: the fear is that, and not what is said of a claim (the claim was that).
BARE = UNCOUNTED | word_set("rumour fear feeling suspicion perception view")
PLACED = 7  # words of where a view is held

"""The word lists that attributions are read by, and the columns that are looked at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.story import CUE_KINDS
from hedgelint.lexicon import SENSES, Column, Columns

_DOES = {
    "neutral": "records that words were spoken",
    "endorsing": "tells the reader to believe them",
    "doubting": "tells the reader to doubt them",
    "guilt-implying": "makes the speaker look guilty",
    "emotive": "lends them a feeling",
    "attack": "makes a fight of them",
    "praise": "praises",
    "promise": "promises",
    "belief": "says what is thought or wanted",
    "hedged": "says that it is not sure",
}
_KIND = Column("what the word makes of what is said", values={name: _DOES.get(name, "") for name in CUE_KINDS})
_WITH = Column("words that may stand between it and what is said, and belong to it", "texts")
_FRAME = {
    "clause": "a statement, with that or without",
    "that": "a statement that has to have its that",
    "stated": "a statement whose own auxiliary is near",
    "object": "a noun that is what is said",
    "infinitive": "to do something",
    "tag": "nothing: it may stand behind the statement",
}

_FORMS = {
    "base": "they say",
    "s": "she says",
    "past": "she said",
    "participle": "it was said",
    "ing": "saying",
}

LISTS: Mapping[str, Columns] = {
    "reporting-verbs": {
        "kind": _KIND,
        "frame": Column("what may follow before it counts as speech", "texts", _FRAME),
        "forms": Column(
            "all its forms as a mapping of base, s, past, participle and ing, and none but these; made from the term "
            "where there is none",
            "verb-forms",
        ),
        "irregular": Column("the forms that spelling does not give: past: said, participle: said", "verb-forms"),
        "without": Column("forms that are mostly met in another sense: a point, a state", "texts", _FORMS),
        "with": _WITH,
        "hears": Column("its subject is who was told, not who says it: the court heard", "yes"),
        "hearer": Column("a hearer stands between it and the statement: told the council", "yes"),
        "noun": Column("its base form is as often a noun", "yes"),
        "unless": Column("words behind it that give it another sense", "texts"),
        "passive": Column("what its passive must lead on with", "texts"),
        "object_with": Column("words behind its object that make it speech: put the crowd at 2,000", "texts"),
        "twofold": Column("its object has to be called something: called the plan a disgrace", "yes"),
        "object_of": Column("subjects of which its object says something: a poll found", "texts"),
        "subjects": Column("the only subjects it can be said of", "texts"),
    },
    "attribution-adjectives": {
        "kind": _KIND,
        "frame": Column("what may follow", "texts", {name: _FRAME[name] for name in ("clause", "infinitive")}),
        "with": _WITH,
        "nobody": Column("it names nobody: it is clear that", "yes"),
    },
    "attribution-nouns": {
        "kind": _KIND,
        "plural": Column("its plural; made by rule where it is left out"),
        "with": _WITH,
        "is_that": Column("it says something only before “is that”: her advice is that", "yes"),
        "ownerless": Column("it speaks with nobody's name before it too: amid questions about", "yes"),
    },
    "attribution-phrases": {
        "shape": Column(
            "what the phrase is",
            "texts",
            {
                "preposition": "stands before a source: according to",
                "adverb": "says that somebody said it, and not who: reportedly",
                "survey": "makes the poll the source: in a poll",
                "state": "stands behind a form of be, and says what somebody thinks: of the view that",
                "message": "is sent out to say something: issued a statement saying",
                "label": "stands before a colon and is nobody who speaks: update",
            },
            required=True,
        ),
        "opens": Column("only at the head of its sentence", "yes"),
        "heads": Column("the nouns of which it makes a source, where it does so of no others", "texts"),
    },
    "source-nouns": {
        "kind": Column(
            "what kind of source it names",
            values={
                "role": "somebody by an office: minister",
                "group": "a body: council",
                "document": "a paper: report",
                "vague": "one of many nobody can look up: expert",
                "anonymous": "one who is not to be known: insider",
            },
        ),
    },
    "titles": {
        "forms": SENSES["forms"],
        "gender": Column("whom “he” or “she” can mean behind it", values={"m": "a man", "f": "a woman"}),
    },
}

"""What every key of a rule does, in a sentence each: for the page of keys and for the descriptions in the schemas."""

from __future__ import annotations

from collections.abc import Mapping

COMMON_TOLD: Mapping[str, str] = {
    "id": "The rule's name: small letters, digits and hyphens; the file has it too.",
    "title": "What it finds, in a few words.",
    "kind": "What it looks at.",
    "severity": "How much a finding counts: error, warning, suggestion or info.",
    "default": "`off`: it runs only where it is asked for.",
    "message": "What is said of a finding. {match} is the words found; other fields are those of the kind.",
    "scope": "Where it looks: `part` (parts of a story), `quotation` (outside, inside, any), `attribution` (any, "
    "attributed, unattributed).",
    "why": "Why the rule is there; `hedgelint explain` prints it.",
    "examples": "Sentences that prove it: `bad` with [[…]] where it must speak, `good` where it must not, `missed` "
    "where it should and does not. `hedgelint test` runs them.",
    "references": "Guides that ask for it: a list of `title` and `url`.",
    "unless": "Silent where a named source follows: {near: named-source, within: 2 sentences}.",
    "downgrade": "Quieter where a named source follows: {near: named-source, within: 2 sentences, to: suggestion}.",
    "unless_pattern": "Patterns that keep it silent in a sentence in which one occurs, one a line: {pattern: …, "
    "reason: …, example: …}. The reason is told by `hedgelint annotate --why`; in the example (or each of several) "
    "the rule would speak without it, and `hedgelint test` proves that. A pattern alone will do, and is not proved.",
    "unless_story": "The same for a whole story in which a pattern occurs.",
    "linked": "What becomes of it in a sentence that leads to another page: silent, or the highest severity left.",
    "once": "Of several places that are one fault one is told, with the others beside it: in what they have to agree.",
    "instead_of": "Rules that are silent where this one speaks: one finding for one word.",
    "replaces": "`yes`: it takes the place of the shipped rule of the same id.",
    "fix": "What --fix does with what the rule would write: `safe` (it writes it), `unsafe` (only with --unsafe-fixes: "
    "a person should read it) or `none`. `unsafe` for a swap, `safe` for the rest.",
    "preview": "`yes`: it may change or go with any version, and runs only where it is named or `preview = true` set.",
    "english": "british or american: it runs where the settings say `english` so.",
    "category": "Which question it asks, where its folder does not say so.",
}
_WORDS = {
    "phrases": "The words, found whole and in any case.",
    "lexicon": "A word list whose entries are looked for.",
    "where": "Which entries of the list: columns and the values they must have.",
    "case": "`sensitive`: only as written. `insensitive` unless said.",
}
SILENCE_TOLD: Mapping[str, str] = {
    "pattern": "The regular expression; letter case counts only where it says so, as in (?-i:[A-Z]).",
    "reason": "Why the rule has nothing to say there, in plain words.",
    "example": "A short text, or several, in which the rule would speak without this silence alone.",
}
KEYS_TOLD: Mapping[str, Mapping[str, str]] = {
    "phrase": _WORDS,
    "swap": {
        "swap": "The word to avoid, and the better one: {adviser: advisor}. {prefer} in the message.",
        "patterns": "The same for patterns: {'(\\d+) percent': '\\1 per cent'}; \\1 is its first group.",
        "case": _WORDS["case"],
    },
    "count": {
        "pattern": "What is counted; it marks the first place too many.",
        "in": "Where it is counted: sentence, paragraph or story. [sentence]",
        "most": "How often it may occur.",
        "least": "How often it must.",
        "quoted": "`yes`: what stands between quotation marks counts too. [no]",
        "case": _WORDS["case"],
    },
    "conditional": {
        "first": "A pattern of what may stand only where something else stands too; group 1 is the words.",
        "second": "A pattern of that; its groups are the words for which it answers, wherever it stands.",
        "exceptions": "Words that need nothing.",
        "case": _WORDS["case"],
    },
    "capitals": {
        "style": "sentence (a capital at the beginning and for names), title, lower or upper.",
        "book": "Whose titles: ap, or chicago, where all prepositions are small. [ap]",
        "exceptions": "Words that are spelt as they are.",
    },
    "pattern": {
        "pattern": "Regular expressions; the group `span` marks the place, other named groups are message fields.",
        "needs": "Words of which one must stand in the paragraph before a pattern is tried: it is quicker so.",
        "case": _WORDS["case"],
    },
    "cluster": {
        **{key: told for key, told in _WORDS.items() if key != "case"},
        "of": "Words of confidence by class, or kinds of quotation, such as scare-quotation.",
        "least": "How many have to stand together. [2]",
        "words": "How many words may stand between two of them. [8]",
    },
    "every": {
        "of": "Groups of hedges, of which every sentence must have one.",
        "least": "How many sentences the paragraph must have. [2]",
    },
    "consistency": {"variants": "Groups of spellings of which a story should use one: [[adviser, advisor]]."},
    "balance": {
        "faults": "Faults of quotation marks: unclosed, unopened, reversed, nested, mixed, apostrophe, spacing."
    },
    "attribution": {
        "where": "source_kind, cue_kind, lemma, shape: what `hedgelint annotate` tells of an attribution.",
        "source": "Patterns of which one must occur in the source.",
        "cue": "Patterns of which one must occur in the cue.",
        "lacks": "Patterns that must not occur in the sentence, nor in the next: silences, as in `unless_pattern`.",
        "not_preceded_by": "Patterns that the words before the cue must not match: silences, as in `unless_pattern`.",
        "not_followed_by": "Patterns that the words behind the cue must not match: silences, as in `unless_pattern`.",
        "mark": "What the finding marks: source, cue, or all from the first to the last of both. [all]",
        "lexicon": "A word list: the columns of the cue's entry are fields of the message.",
        "only": "Where in the story: late, second-speaker, sole, not-introduced.",
        "words": "How many words `only` counts with.",
        "with_clause": "Lemmas that count only where a clause follows the cue: claimed that.",
    },
    "quotation": {
        "where": "kind, closed, attributed, answered, floating, goes_on, depth, continues.",
        "least": "How many words it must have.",
        "most": "How many words it may have.",
        "inside": "A pattern that must occur in the words.",
        "count": "How often it must. [1]",
    },
    "confidence": {"where": "class, term, group, banded: what the list `confidence` says of a word."},
    "loaded": {
        "where": "pack (the list the word stands in) and columns of that list (strength, contested); one set or more.",
        "milder": "The same; what fits one of them is a suggestion, and only where it is the reporter's own.",
    },
    "claim": {
        "reasons": "Why a statement wants a source: statistic, cause, accusation and others.",
        "attributed": "`no`: those that nobody answers for. [no]",
        "on_record": "`yes`: also what can be looked up. [no]",
        "milder": "Reasons for which it is a suggestion.",
        "questions": "For each reason the {question} of the message.",
    },
    "nameless": {
        "where": "shape, group, term, answered, named, plural, determiner, body, knows, reason; one set or more.",
        "milder": "The same; what fits one of them is a suggestion.",
        "questions": "For each group, or shape, the {question} of the message.",
    },
    "reply": {
        "accusing": "The word list of what accuses.",
        "signs": "The word list of what shows that the other side was heard.",
        "voices": "The word list of those who speak in any case.",
    },
    "echo": {"of": "The parts whose quotations must stand in the story below: headline, standfirst."},
    "contrast": {"of": "The parts whose figures are held against the story below."},
    "pulled": {},
    "repeat": {"least": "How many words a quotation must have. [6]"},
    "fidelity": {
        "verdicts": "What came of holding a quotation against its source: altered, missing, misattributed and others.",
        "full_from": "Words from which a quotation without a source counts in full. [8]",
    },
    "drift": {
        "of": "What is compared: headline, speaker or source.",
        "toward": "surer, or, of a source, milder. [surer]",
    },
    "edit": {
        "of": "What an edit did: quotation, speaker, source or hedge. Only with --changed or --staged.",
        "grave": "Changes that are warnings: number, negation, content, function, form, bracket.",
    },
    "name-unknown": {},
    "name-spelt": {
        "least": "How many letters a name must have.",
        "known": "A word list of names that are no slip.",
    },
}

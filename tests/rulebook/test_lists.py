"""Word lists as an editor extends them: what is left out does no harm, what is wrong is told at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hedgelint.annotate.attributions.cues import things
from hedgelint.errors import RuleErrors
from hedgelint.lexicon import SENSES, Columns, Lexicon, Lexicons
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.forms import plural, verb_forms
from hedgelint.rulebook.lists import LISTS, OWN
from hedgelint.rulebook.locate import shipped_rules
from tests.conftest import Run

SHIPPED = {path.stem: path.read_bytes() for path in sorted((shipped_rules() / "lexicon").glob("*.yaml"))}
PIECES = ("pieces.yaml", (shipped_rules() / "pieces.yaml").read_bytes())
CLASSES = ("classes.yaml", (shipped_rules() / "classes.yaml").read_bytes())
READ_BY_RULES = {"boosters", "stacking-hedges"}


def compiled(name: str, entries: str) -> Mapping[str, Mapping[str, object]]:
    """The entries of a shipped list by term, with a house's file that extends it."""
    files = [
        PIECES,
        *([CLASSES] if name == "frames" else []),
        (f"{name}.yaml", SHIPPED[name]),
        (f"house/{name}.yaml", f"extend: {name}\nentries:\n{entries}".encode()),
    ]
    data = compile_rules(files)["lexicons"][name]
    return {entry["term"]: entry for entry in data}


def mistake(name: str, entries: str) -> str:
    with pytest.raises(RuleErrors) as told:
        compiled(name, entries)
    return str(told.value)


def whole(columns: Columns, but: str = "") -> str:
    """An entry with all the columns that this list cannot do without, but for one."""
    cells = {"bands": "{PHIA: [80, 90]}", "marked": "'[[x]]'"}
    kept = {key: column for key, column in columns.items() if column.required and key != but}
    needed = [f"{key}: {cells.get(c.shape, next(iter(c.values), 'x'))}" for key, c in kept.items()]
    return "".join(f", {cell}" for cell in needed)


def test_every_shipped_list_has_its_columns_declared() -> None:
    assert set(SHIPPED) == set(LISTS) | READ_BY_RULES
    assert len(SHIPPED) >= 30


@pytest.mark.parametrize("name", SHIPPED)
def test_a_bare_word_works_or_is_told_what_it_lacks(name: str) -> None:
    columns = LISTS.get(name, OWN)
    needed = [key for key, column in columns.items() if column.required]
    if needed:
        message = mistake(name, "  - zorbing\n")
        assert f"house/{name}.yaml:3:5: “zorbing” has no `{needed[0]}`: {columns[needed[0]].told}" in message
        assert "write {term: zorbing, " in message
        return
    entry = compiled(name, "  - zorbing\n")["zorbing"]
    for key in ("strength", "kind", "class", "role", "advice"):
        if key in entry and columns[key].values:
            assert entry[key] in columns[key].values


@pytest.mark.parametrize("name", SHIPPED)
def test_a_column_that_a_list_does_not_have_is_told(name: str) -> None:
    columns = LISTS.get(name, OWN)
    message = mistake(name, f"  - {{term: zorbing{whole(columns)}, colour: huge}}\n")
    assert f"house/{name}.yaml:3:" in message
    assert f"the list {name} has no column “colour” (" in message
    if columns:
        key = max(columns, key=len)
        slip = key[1] + key[0] + key[2:]
        assert f"did you mean “{key}”?" in mistake(name, f"  - {{term: zorbing{whole(columns)}, {slip}: x}}\n")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_value_that_a_column_cannot_have_is_told(name: str) -> None:
    columns = LISTS.get(name, OWN)
    for key, column in columns.items():
        value = {"texts": "{a: b}", "yes": "perhaps", "pattern": "[x]", "beside": "[x]", "text": "[x]"}.get(
            column.shape, "huge"
        )
        wrong = "huge" if column.values else value
        message = mistake(name, f"  - {{term: zorbing{whole(columns, key)}, {key}: {wrong}}}\n")
        assert f"house/{name}.yaml:3:" in message
        assert f"`{key}` of “zorbing” " in message


@pytest.mark.parametrize("name", [name for name in SHIPPED if any(c.required for c in LISTS.get(name, {}).values())])
def test_a_column_that_is_left_out_is_told(name: str) -> None:
    assert "has no `" in mistake(name, "  - {term: zorbing}\n")


@pytest.mark.parametrize("name", [name for name in SHIPPED if "forms" in LISTS.get(name, OWN)])
def test_forms_that_are_none_are_told(name: str) -> None:
    columns = LISTS.get(name, OWN)
    verbs = columns["forms"].shape == "verb-forms"
    for forms in ("3", "[[a]]", "[zorbed]" if verbs else "{past: zorbed}", "{pst: x}", '["zorb*"]'):
        message = mistake(name, f"  - {{term: zorbing{whole(columns)}, forms: {forms}}}\n")
        assert f"house/{name}.yaml:3:" in message
        assert "fault" not in message


@pytest.mark.parametrize("name", [name for name in SHIPPED if set(SENSES) <= set(LISTS.get(name, OWN))])
def test_a_pattern_that_is_none_is_told(name: str) -> None:
    columns = LISTS.get(name, OWN)
    for key in ("followed_by", "not_followed_by", "preceded_by", "not_preceded_by"):
        message = mistake(name, f"  - {{term: zorbing{whole(columns)}, {key}: '('}}\n")
        assert f"`{key}` of “zorbing” is no pattern: “(” at character 1 is opened and not closed (write )" in message


@pytest.mark.parametrize("name", SHIPPED)
def test_an_entry_that_is_no_word_is_told(name: str) -> None:
    for entry in ("3", "[a]", "{word: zorbing}", '"zorb*"', '"…"', "{term: [a]}"):
        message = mistake(name, f"  - {entry}\n")
        assert f"house/{name}.yaml:3:" in message
        assert "fault" not in message


def slips(name: str) -> Iterator[str]:
    """Six kinds of slip, as far as the columns of the list have room for them."""
    columns = LISTS.get(name, OWN)
    for key, column in columns.items():
        entry = f"  - {{term: zorbing{whole(columns, key)}"
        if column.required:
            yield "  - zorbing\n"
            yield f"{entry}}}\n"
        if column.values:
            yield f"{entry}, {key}: huge}}\n"
        wrong = {"texts": "{a: b}", "yes": "perhaps", "pattern": "'(a'", "verb-forms": "[zorbed]"}
        yield f"{entry}, {key}: {wrong.get(column.shape, '[[x]]')}}}\n"
    yield f"  - {{term: zorbing{whole(columns)}, colour: huge}}\n"
    yield from (
        "  - 1984\n",
        "  - [a, b]\n",
        "  - {word: zorbing}\n",
        '  - "zorb*"\n',
        '  - "…"\n',
        "  - {term: [a]}\n",
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_every_slip_is_told_with_its_place_what_it_is_and_what_to_write(name: str) -> None:
    tried = list(slips(name))
    assert len(tried) >= 7
    for entry in tried:
        for line in mistake(name, entry).split("\n"):
            assert re.fullmatch(rf"house/{name}\.yaml:3:[1-9]\d*: .+ \(.+\)", line), line
            assert "fault of hedgelint" not in line


def test_a_verb_without_forms_has_those_of_the_rule() -> None:
    assert compiled("reporting-verbs", "  - mumble\n")["mumble"]["forms"] == {
        "base": "mumble", "s": "mumbles", "past": "mumbled", "participle": "mumbled", "ing": "mumbling",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "s", "past", "ing"),
    [
        ("mumble", "mumbles", "mumbled", "mumbling"),
        ("reply", "replies", "replied", "replying"),
        ("relay", "relays", "relayed", "relaying"),
        ("hiss", "hisses", "hissed", "hissing"),
        ("quip", "quips", "quipped", "quipping"),
        ("growl", "growls", "growled", "growling"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("vie", "vies", "vied", "vying"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("mutter", "mutters", "muttered", "muttering"),
        ("shout", "shouts", "shouted", "shouting"),
    ],
)
def test_regular_verbs(verb: str, s: str, past: str, ing: str) -> None:
    assert verb_forms(verb) == {"base": verb, "s": s, "past": past, "participle": past, "ing": ing}


def test_the_rule_gives_the_shipped_forms_of_most_verbs() -> None:
    """Independent of the rule: the forms that were written by hand."""
    entries = compiled("reporting-verbs", "  - zorb\n").values()
    given = [(str(e["term"]), e["forms"]) for e in entries if e["term"] != "zorb"]
    regular = [term for term, forms in given if forms.get("past") == f"{term}ed"]  # type: ignore[attr-defined]
    assert len(regular) > 150
    for term, forms in given:
        if term in regular and term != "show":  # whose participle is its own
            rule = verb_forms(term)
            assert {k: rule[k] for k in forms} == forms, term  # type: ignore[attr-defined]


@pytest.mark.parametrize(("one", "many"), [("claim", "claims"), ("story", "stories"), ("speech", "speeches")])
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_a_word_or_a_form_is_taken_out_and_what_is_not_there_is_told() -> None:
    files = [PIECES, ("puffery.yaml", SHIPPED["puffery"])]
    out = compile_rules([*files, ("h.yaml", b"extend: puffery\nremove: [iconic, stunning]\n")])["lexicons"]["puffery"]
    assert "stunning" not in {entry["term"] for entry in out}
    assert all("iconic" not in entry.get("forms", ()) for entry in out)
    assert any("renowned" in entry.get("forms", ()) for entry in out)
    with pytest.raises(RuleErrors, match=r"h\.yaml:2:10: “stuning” is not in the list puffery, so that it cannot be"):
        compile_rules([*files, ("h.yaml", b"extend: puffery\nremove: [stuning]\n")])


def test_a_form_that_a_house_gives_an_entry_of_its_own_is_that() -> None:
    entries = compiled("puffery", "  - {term: iconic, advice: 'of what?'}\n")
    assert entries["iconic"]["advice"] == "of what?"
    assert "iconic" not in entries["legendary"]["forms"]  # type: ignore[operator]


OWN_RULE = """\
id: worn-out
title: Worn out
kind: phrase
severity: warning
lexicon: worn-out
message: "“{match}”: {advice}"
why: They are.
examples:
  bad: ["The [[iconic]] pier."]
  good: ["The pier.", "“The iconic pier,” she said."]
"""


def test_a_list_of_a_house_lacks_nothing_that_its_rule_prints(tmp_path: Path) -> None:
    bare = "lexicon: worn-out\nentries:\n  - iconic\n"
    with pytest.raises(RuleErrors) as told:
        compile_rules([("worn-out.yaml", OWN_RULE.encode()), ("words.yaml", bare.encode())])
    assert str(told.value) == (
        "words.yaml:3:5: “iconic” has no `advice`, which worn-out prints "
        "(write {term: iconic, advice: …}, or a value for all under `defaults:`)"
    )
    whole = bare.replace("entries", "defaults: {advice: 'of what?'}\nentries")
    data = compile_rules([("worn-out.yaml", OWN_RULE.encode()), ("words.yaml", whole.encode())])
    assert data["lexicons"]["worn-out"] == [{"advice": "of what?", "term": "iconic"}]


def test_words_one_a_line_are_added_to_the_list_that_the_file_is_named_after(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "house" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "loaded-labels.txt").write_text("# words of this house\nzorbing\n\nzorber  # since 2024\n", "utf-8")
    (tmp_path / "story.txt").write_text("A headline\n\nThe zorber called it a day.\n", "utf-8")
    ran = run("story.txt", "--rules", "house", "--no-config")
    assert ran.out.startswith("story.txt:3:5: warning loaded-label: “zorber” judges before the story does")
    (folder / "loaded-lables.txt").write_text("zorbing\n", "utf-8")
    ran = run("story.txt", "--rules", "house", "--no-config")
    assert (ran.code, ran.out) == (2, "")
    assert (
        "loaded-lables.txt:1:1: there is no lexicon “loaded-lables” to extend (did you mean “loaded-labels”?)"
        in ran.err
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "zorber, zorbing",
            "1:1: several words in a line: “zorber, zorbing” would be looked for as it stands (one a line;",
        ),
        ("  - zorber", "1:3: a dash before a word: “- zorber” would be looked for as it stands (the word alone"),
        ('"zorber"', '1:1: quotation marks round a word: “"zorber"” would be looked for as it stands'),
        (
            "zorber: bad",
            "1:1: a colon behind a word: “zorber: bad” would be looked for as it stands (a word with values",
        ),
        ("zorb*", "1:1: “zorb*” is looked for as it stands, “*” and all (write each form by itself;"),
    ],
)
def test_a_line_that_is_more_than_a_word_is_told(line: str, told: str) -> None:
    with pytest.raises(RuleErrors) as error:
        compile_rules([PIECES, ("puffery.yaml", SHIPPED["puffery"]), ("h/puffery.txt", f"{line}\n".encode())])
    assert str(error.value).startswith(f"h/puffery.txt:{told}")


def test_a_word_between_marks_is_told() -> None:
    assert "is looked for with its marks, as it stands (write zorber)" in mistake("puffery", "  - '\"zorber\"'\n")


def test_a_list_that_no_rule_reads_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("lexicon: worn-out\nentries: [{term: iconic, advice: of what}]\n", "utf-8")
    (tmp_path / "a.txt").write_text("A gate is shut\n\nThe iconic gate is shut.\n", "utf-8")
    (tmp_path / "b.txt").write_text("A gate is shut\n", "utf-8")
    out = run(".", "--no-config", "--rules", "words.yaml").out
    assert out.count("note: words.yaml:1:1: no rule reads the list “worn-out”, so that its words are never met") == 1
    (tmp_path / "worn-out.yaml").write_text(OWN_RULE, "utf-8")
    out = run(".", "--no-config", "--rules", "words.yaml", "--rules", "worn-out.yaml").out
    assert "note" not in out
    assert "warning worn-out" in out


LIST = """\
extend: loaded-labels
entries: [zorber, zorbing]
examples:
  bad: ["The [[zorber]] left on Monday."]
  good: ["“The zorber left,” Ms Hale said.", "The pier is shut."]
"""


def test_the_examples_of_a_list_are_run(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "labels.yaml"
    path.write_text(LIST, "utf-8")
    ran = run("test", "labels.yaml", "--no-config")
    assert (ran.code, ran.err) == (1, "")  # a quoted word of judgement is marked too, as quoted
    path.write_text(LIST.replace("“The zorber left,” Ms Hale said.", "Nobody left."), "utf-8")
    assert run("test", "labels.yaml", "--no-config").out == "1 word list, 3 examples, all as they should be.\n"
    path.write_text(LIST.replace("[[zorber]]", "[[left]] zorber"), "utf-8")
    ran = run("test", "labels.yaml", "--no-config")
    assert ran.code == 1
    assert "labels.yaml:4: loaded-labels: missing: the rule is silent where it must speak" in ran.out


def test_a_regular_verb_is_its_term_alone() -> None:
    forms = compiled("reporting-verbs", "  - {term: vie}\n  - {term: agree}\n  - {term: chip}\n")
    assert forms["vie"]["forms"] == verb_forms("vie")
    assert verb_forms("vie")["ing"] == "vying"
    assert verb_forms("agree")["ing"] == "agreeing"
    assert verb_forms("chip")["participle"] == "chipped"


def test_irregular_forms_stand_beside_those_made_from_the_term() -> None:
    entry = compiled("reporting-verbs", "  - {term: mispeak, irregular: {past: mispoke}, without: [participle, ing]}\n")
    assert entry["mispeak"]["forms"] == {"base": "mispeak", "s": "mispeaks", "past": "mispoke"}
    assert not {"irregular", "without"} & entry["mispeak"].keys()


def test_forms_are_all_the_forms() -> None:
    entries = "  - {term: mumble, forms: {past: mumbled}, without: [ing]}\n"
    assert "house/reporting-verbs.yaml:3:44: “mumble” has `forms` and `without`" in mistake("reporting-verbs", entries)
    assert compiled("reporting-verbs", "  - {term: mumble, forms: {past: mumbled}}\n")["mumble"]["forms"] == {
        "past": "mumbled"
    }


def test_a_form_that_there_is_none_of_is_told() -> None:
    told = mistake("reporting-verbs", "  - {term: mumble, without: [pasts]}\n")
    assert "house/reporting-verbs.yaml:3:" in told
    assert "past" in told


def test_words_share_their_columns() -> None:
    words = compiled("source-nouns", "  - {words: [quayhand, lockhand], kind: vague}\n")
    assert words["quayhand"]["kind"] == "vague"
    assert {**words["lockhand"], "term": ""} == {**words["quayhand"], "term": ""}


def test_words_of_a_list_that_has_forms_are_one_entry_and_each_takes_its_place() -> None:
    words = compiled("heated-words", "  - {words: [quaybrawl, byzantine, firestorm], strength: strong}\n")
    assert words["quaybrawl"]["forms"] == ["byzantine", "firestorm"]
    assert words["quaybrawl"]["strength"] == "strong"
    others = [row for term, row in words.items() if term != "quaybrawl"]
    met = [word for row in others for word in (row["term"], *row.get("forms", ()))]  # type: ignore[misc]
    assert {"byzantine", "firestorm"}.isdisjoint(met)


def test_words_of_things_are_read_with_their_forms() -> None:
    rows = ({"term": "crane", "forms": ["lock"]},)
    assert things(Lexicons({"thing-nouns": Lexicon("thing-nouns", rows)})) == {"crane", "cranes", "lock", "locks"}


@pytest.mark.parametrize("given", ["{words: lockhand, kind: vague}", "{words: [], kind: vague}"])
def test_words_are_a_list(given: str) -> None:
    assert "house/source-nouns.yaml:3:5: an entry is a word, or a mapping" in mistake("source-nouns", f"  - {given}\n")

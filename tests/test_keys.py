"""The page of keys and the schemas say something of every key, and the same."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from hedgelint.checks import KINDS
from hedgelint.manual.keys import COMMON_TOLD, KEYS_TOLD
from hedgelint.manual.schema import SCHEMAS, lexicon_schema, rule_schema
from hedgelint.rulebook.locate import shipped_rules
from hedgelint.rulebook.validate import COMMON

LISTS = sorted((shipped_rules() / "lexicon").glob("*.yaml"))


def test_every_key_is_told() -> None:
    assert set(COMMON_TOLD) == set(COMMON)
    assert {name: set(told) for name, told in KEYS_TOLD.items()} == {name: set(k.keys) for name, k in KINDS.items()}


def test_every_schema_has_a_name_and_is_one() -> None:
    names = [schema()["$id"] for schema in SCHEMAS.values()]
    assert len(set(names)) == len(SCHEMAS)
    for schema in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema())


def test_every_key_of_a_rule_has_its_sentence_in_the_schema() -> None:
    for kind in rule_schema()["oneOf"]:
        assert [key for key, one in kind["properties"].items() if key != "kind" and "description" not in one] == []


@pytest.fixture(scope="module")
def lists() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(lexicon_schema())


@pytest.mark.parametrize("path", LISTS, ids=[path.stem for path in LISTS])
def test_the_shipped_lists_are_as_their_schema_says(path: Path, lists: jsonschema.Draft202012Validator) -> None:
    lists.validate(YAML(typ="safe").load(path.read_text("utf-8")))


def test_a_wrong_column_is_none_for_the_schema_too(lists: jsonschema.Draft202012Validator) -> None:
    data = {"extend": "puffery", "entries": [{"term": "iconic", "colour": "huge"}]}
    with pytest.raises(jsonschema.ValidationError):
        lists.validate(data)
    lists.validate({"lexicon": "mine", "entries": [{"term": "iconic", "colour": "huge"}]})

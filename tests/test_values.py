"""Value classes behave as those that `dataclasses` would have made of them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.values import PATIENCE, compiled_init, dataclass, field, replace, twin  # type: ignore[attr-defined]
from tests.modules import every_module


@dataclass(frozen=True, slots=True)
class Kept:
    kind: ClassVar[str] = "kept"
    name: str
    number: int = 3
    words: Mapping[str, str] = field(default_factory=dict)
    aside: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    line: int
    column: int


@dataclass(slots=True)
class Open:
    names: list[str] = field(default_factory=list)
    count: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.count = len(self.names)


@dataclass
class Loose:
    name: str
    rest: tuple[int, ...] = ()


CLASSES = (Kept, Ordered, Open, Loose)


def _all() -> Iterator[type[Any]]:
    """Every value class of the program."""
    for name, module in every_module():
        for one in vars(module).values():
            if isinstance(one, type) and one.__module__ == name and "__told__" in vars(one):
                yield one


def test_every_class_has_the_fields_the_signature_and_the_manners_that_dataclasses_gives() -> None:
    seen = list(_all())
    assert len(seen) > 150
    for one in seen:
        other: Any = twin(one)
        assert [f.name for f in dataclasses.fields(one)] == [f.name for f in dataclasses.fields(other)]
        assert dataclasses.is_dataclass(one)
        assert one.__match_args__ == other.__match_args__
        written, compiled = compiled_init(one).__code__, other.__init__.__code__
        assert written.co_varnames[: written.co_argcount] == compiled.co_varnames[: compiled.co_argcount]
        assert len(compiled_init(one).__defaults__ or ()) == len(other.__init__.__defaults__ or ())
        assert (one.__hash__ is None) == (other.__hash__ is None), one
        assert not hasattr(one, "__slots__") or all(
            name in one.__slots__ for name in one.__annotations__ if name in one.__told__
        )


_NAMES = st.sampled_from(["", "Hale", "it’s", "a\nb"])


@given(_NAMES, st.integers(-3, 3), st.dictionaries(_NAMES, _NAMES, max_size=2))
def test_equality_order_representation_and_copies_are_theirs(name: str, number: int, words: dict[str, str]) -> None:
    for one, given_, keywords in (
        (Kept, (name,), {"number": number, "words": words}),
        (Kept, (name, number, words, 1), {}),
        (Ordered, (len(name), number), {}),
        (Open, ([name],), {}),
        (Loose, (name,), {"rest": (number,)}),
    ):
        other: Any = twin(one)
        ours, theirs = one(*given_, **keywords), other(*given_, **keywords)
        assert repr(ours) == repr(theirs)
        assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)
        assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
        assert ours == one(*given_, **keywords)
        assert ours != theirs
        assert copy.copy(ours) == copy.deepcopy(ours) == pickle.loads(pickle.dumps(ours)) == ours
        assert replace(ours) == ours
    assert Kept(name, aside=1) == Kept(name, aside=2)
    assert hash(Ordered(1, number)) == hash(Ordered(1, number))
    places = [Ordered(number, 1), Ordered(1, number), Ordered(number, number)]
    assert sorted(places) == sorted(places, key=lambda one: (one.line, one.column))
    assert Ordered(1, 2) < Ordered(1, 3) <= Ordered(1, 3) < Ordered(2, 0) > Ordered(1, 9) >= Ordered(1, 9)


@pytest.mark.parametrize("calls", [0, PATIENCE + 1])
@pytest.mark.parametrize(
    ("given_", "named"), [((), {}), (("a", 1, {}, 2, 3), {}), (("a",), {"name": "b"}), (("a",), {"nobody": 1})]
)
def test_a_wrong_call_says_what_is_wrong(calls: int, given_: tuple[Any, ...], named: dict[str, Any]) -> None:
    """The first calls and those of a compiled `__init__` alike."""

    @dataclass(frozen=True, slots=True)
    class Own:
        name: str
        number: int = 3
        words: Mapping[str, str] = field(default_factory=dict)
        aside: object = None

    for _ in range(calls):
        Own("a")
    with pytest.raises(TypeError) as ours:
        Own(*given_, **named)
    with pytest.raises(TypeError) as theirs:
        twin(Own)(*given_, **named)
    assert str(ours.value).partition("()")[2] == str(theirs.value).partition("()")[2]


def test_the_first_instances_and_later_ones_are_alike() -> None:
    made = [Kept("a", words={"b": "c"}) for _ in range(2 * PATIENCE)]
    assert len(set(map(repr, made))) == 1
    assert all(one == made[0] for one in made)
    opened = [Open(["a", "b"]) for _ in range(2 * PATIENCE)]
    assert [one.count for one in opened] == [2] * len(opened)
    assert opened[0].names is not opened[-1].names


def test_a_frozen_value_stays_as_it_is() -> None:
    one = Kept("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        Open().other = 1  # type: ignore[attr-defined]
    assert replace(one, number=4) == dataclasses.replace(one, number=4) == Kept("a", 4)
    with pytest.raises(ValueError, match="cannot be replaced"):
        replace(Open(), count=4)
    with pytest.raises(TypeError):
        replace(one, nobody=1)  # type: ignore[call-arg]

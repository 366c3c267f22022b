"""Value classes: what `dataclasses` gives, without writing and compiling code for every class when it is defined.

`dataclasses` compiles up to eight methods a class and brings `inspect` with it, which was a fifth of a cold start. Here
a class is given methods that all classes share, and an `__init__` of its own is compiled only once it has been called
a few times. To a type checker, to `dataclasses.fields`, `replace`, `asdict` and to `match` these are dataclasses;
`tests/test_values.py` holds every class of the program against what `dataclasses` would have made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from operator import attrgetter

    PATIENCE = 60  # calls of an `__init__` after which compiling it pays; few classes of a short run are made as often
    _MISSING = object()

    class field:
        """What `dataclasses.field` tells of a field, as far as it is wanted here."""

        __slots__ = ("compare", "default", "default_factory", "init")

        def __init__(self, *, default=_MISSING, default_factory=_MISSING, init=True, compare=True):
            self.default, self.default_factory, self.init, self.compare = default, default_factory, init, compare

        @property
        def optional(self):
            return self.default is not _MISSING or self.default_factory is not _MISSING

        def value(self):
            return self.default if self.default_factory is _MISSING else self.default_factory()

    def dataclass(cls=None, /, *, frozen=False, slots=False, order=False):
        """The class with the methods of a dataclass. Its fields are the annotated names, but for class variables."""
        if cls is None:
            return lambda cls: dataclass(cls, frozen=frozen, slots=slots, order=order)
        told = dict(getattr(cls, "__told__", ()))
        own = {}
        for name, kind in cls.__annotations__.items():
            if not kind.startswith("ClassVar"):
                given = cls.__dict__.get(name, _MISSING)
                own[name] = given if type(given) is field else field(default=given)
        told.update(own)
        if slots:
            cls = _slotted(cls, own)
        names = [name for name, one in told.items() if one.compare]
        cls.__told__, cls.__kind__ = told, (frozen, order)
        cls.__values__ = staticmethod(attrgetter(*names) if names else _nothing)
        cls.__match_args__ = tuple(name for name, one in told.items() if one.init)
        cls.__dataclass_fields__ = _FIELDS
        if "__init__" not in cls.__dict__:
            cls.__init__ = _patient_init(cls)
        for name, method in (_FROZEN if frozen else _OPEN).items():
            if name not in cls.__dict__:
                setattr(cls, name, method)
        if order:
            cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = _ORDER
        return cls

    def _slotted(cls, own):
        """The class anew, for `__slots__` are read only when a class is made."""
        inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
        space = {name: value for name, value in cls.__dict__.items() if name not in own and name not in _UNSLOTTED}
        made = type(cls)(
            cls.__name__, cls.__bases__, {**space, "__slots__": tuple(name for name in own if name not in inherited)}
        )
        made.__qualname__ = cls.__qualname__
        return made

    _UNSLOTTED = frozenset(("__dict__", "__weakref__"))

    def _nothing(one):
        return ()

    def _patient_init(cls):
        """An `__init__` for any class. Called often, or wrongly, it puts one compiled for this class in its place."""
        left = PATIENCE
        told, positional = cls.__told__, cls.__match_args__
        needed = {name for name in positional if not told[name].optional}
        put, finish = object.__setattr__, getattr(cls, "__post_init__", None)

        def __init__(self, *given, **named):
            nonlocal left
            left -= 1
            values = dict(zip(positional, given, strict=False))
            wrong = len(given) > len(positional) or not values.keys().isdisjoint(named)
            values.update(named)
            if left < 0 or wrong or not needed <= values.keys() <= set(positional):
                cls.__init__ = compiled_init(cls)
                return cls.__init__(self, *given, **named)
            for name, one in told.items():
                if name in values:
                    put(self, name, values[name])
                elif one.optional:
                    put(self, name, one.value())
            if finish is not None:
                finish(self)
            return None

        return __init__

    def compiled_init(cls):
        """An `__init__` written out for this class."""
        frozen, _ = cls.__kind__
        known, arguments, lines = {"_missing": _MISSING, "_put": object.__setattr__}, ["self"], []
        for name, one in cls.__told__.items():
            value = name
            if one.default_factory is not _MISSING:
                known[f"_make_{name}"] = one.default_factory
                value = f"_make_{name}() if {name} is _missing else {name}" if one.init else f"_make_{name}()"
                arguments.append(f"{name}=_missing")
            elif one.default is not _MISSING:
                known[f"_default_{name}"] = one.default
                value = name if one.init else f"_default_{name}"
                arguments.append(f"{name}=_default_{name}")
            else:
                arguments.append(name)
            if not one.init:
                arguments.pop()
                if not one.optional:
                    continue
            slot = getattr(cls, name, None)
            if not frozen:
                lines.append(f"self.{name} = {value}")
            elif type(slot) is _SLOT:  # two and a half times as fast as `object.__setattr__`
                known[f"_put_{name}"] = slot.__set__
                lines.append(f"_put_{name}(self, {value})")
            else:
                lines.append(f"_put(self, {name!r}, {value})")
        lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
        made = {}
        exec(f"def __init__({', '.join(arguments)}):\n " + "\n ".join(lines or ["pass"]), known, made)
        made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return made["__init__"]

    class _Slot:
        __slots__ = ("one",)

    _SLOT = type(_Slot.one)

    def replace(one, /, **changes):
        """The same with other values in some fields."""
        told = one.__told__
        for name in one.__match_args__:
            if name not in changes:
                changes[name] = getattr(one, name)
        if not all(told[name].init for name in changes if name in told):
            raise ValueError(f"a field of {type(one).__name__} that is not given cannot be replaced")
        return one.__class__(**changes)

    def _repr(self):
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__told__)
        return f"{type(self).__qualname__}({inner})"

    def _eq(self, other):
        return self.__values__(self) == other.__values__(other) if other.__class__ is self.__class__ else NotImplemented

    def _hash(self):
        return hash(self.__values__(self))

    def _refuse_put(self, name, value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_delete(self, name):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _getstate(self):
        return [getattr(self, name) for name in self.__told__]

    def _setstate(self, state):
        for name, value in zip(self.__told__, state, strict=True):
            object.__setattr__(self, name, value)

    def _ordered(compare):
        def method(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(self.__values__(self), other.__values__(other))

        return method

    _ORDER = (
        _ordered(lambda one, other: one < other),
        _ordered(lambda one, other: one <= other),
        _ordered(lambda one, other: one > other),
        _ordered(lambda one, other: one >= other),
    )
    _BOTH = {"__repr__": _repr, "__eq__": _eq, "__replace__": replace}
    _OPEN = {**_BOTH, "__hash__": None}
    _FROZEN = {
        **_BOTH,
        "__hash__": _hash,
        "__setattr__": _refuse_put,
        "__delattr__": _refuse_delete,
        "__getstate__": _getstate,
        "__setstate__": _setstate,
    }

    class _Fields:
        """`__dataclass_fields__`, made when `dataclasses` asks for it."""

        def __get__(self, one, cls):
            cls.__dataclass_fields__ = fields = twin(cls).__dataclass_fields__
            return fields

    _FIELDS = _Fields()

    def twin(cls):
        """The class that `dataclasses` would have made: the other way to the same end."""
        import dataclasses

        given = {}
        for name, one in cls.__told__.items():
            default = {} if one.default is _MISSING else {"default": one.default}
            if one.default_factory is not _MISSING:
                default = {"default_factory": one.default_factory}
            given[name] = dataclasses.field(init=one.init, compare=one.compare, **default)
        frozen, order = cls.__kind__
        space = {**given, "__annotations__": {name: _annotation(cls, name) for name in given}, "__doc__": cls.__doc__}
        if hasattr(cls, "__post_init__"):
            space["__post_init__"] = cls.__post_init__
        made = type(cls.__name__, (), space)
        made.__qualname__ = cls.__qualname__
        return dataclasses.dataclass(frozen=frozen, order=order)(made)

    def _annotation(cls, name):
        return next(base.__annotations__[name] for base in cls.__mro__ if name in base.__annotations__)


__all__ = ["dataclass", "field", "replace"]

"""Patterns that are compiled when they are first used, and kept compiled from one run to the next.

Compiling was a third of a cold start: `re` does it in Python, and has no public way to keep what it made. So two tricks
stand here. What `pattern_of` gives stands for the `re.Pattern`, has its methods, and is as fast once they have been
called. And what it compiles is taken from, and put into, an entry of the cache, by the private function with which `re`
itself ends (`_sre.compile`, which checks the code it is given). The entry is bound to this very interpreter; whatever
is odd about it, `re.compile` does the work. `tests/test_patterns.py` holds that both ways give equal patterns.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_FORM = 1  # of the entry
_MOST = 4_000  # patterns in an entry; one that has grown beyond is begun anew
_SIZE = 4  # bytes of a unit of code


class _Compiled:
    """Has the methods of its compiled pattern as attributes of its own, and so nothing between them and a call."""


class _Waiting(_Compiled):
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = KEPT.compile(self.pattern, self._flags)
        found = getattr(compiled, name)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        self.__dict__.update(flags=compiled.flags, groups=compiled.groups, groupindex=compiled.groupindex)
        self.__class__ = _Compiled  # type: ignore[assignment]
        return found


if TYPE_CHECKING:
    from re import compile as pattern_of
else:

    def pattern_of(pattern, flags=0):
        """As `re.compile`; a mistake in the pattern shows when it is first used. Not for patterns made from a story's
        words, which would fill the cache."""
        return _Waiting(pattern, flags)


class Kept:
    """The compiled patterns of the runs before, and those that this one has added."""

    def __init__(self) -> None:
        self._known: dict[tuple[str | bytes, int], tuple[Any, ...]] | None = None
        self._new = 0

    def compile(self, pattern: str | bytes, flags: int) -> re.Pattern[Any]:
        """Raises re.error for what is no pattern."""
        if self._known is None:
            self._known = _read()
        key = pattern, int(flags)
        if (code := self._known.get(key)) is not None:
            try:
                return _restored(pattern, code)
            except Exception:  # private ground: whatever it says, there is the public way
                del self._known[key]
        try:
            code = _code(pattern, int(flags))
            made = _restored(pattern, code)
        except Exception:
            return re.compile(pattern, flags)
        self._known[key] = code
        self._new += 1
        return made

    def keep(self) -> None:
        """Writes down what is new."""
        if not self._new or self._known is None:
            return
        import marshal

        from hedgelint.cache import write_entry

        if len(self._known) > _MOST:
            self._known = dict(list(self._known.items())[-self._new :])
        write_entry(_name(), marshal.dumps(self._known))
        self._new = 0


KEPT = Kept()


def _code(pattern: str | bytes, flags: int) -> tuple[Any, ...]:
    """What `re` compiles a pattern to, as plain values. Raises anything on an interpreter that has moved on."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names = parsed.state.groupdict
    groups: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        groups[number] = name
    code = array("I", _compiler._code(parsed, flags))
    if code.itemsize != _SIZE:
        raise ValueError(code.itemsize)
    return flags | parsed.state.flags, code.tobytes(), parsed.state.groups - 1, dict(names), tuple(groups)


def _restored(pattern: str | bytes, kept: tuple[Any, ...]) -> re.Pattern[Any]:
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, numbers = kept
    made: re.Pattern[Any] = _sre.compile(pattern, flags, memoryview(code).cast("I").tolist(), groups, names, numbers)
    return made


def _name() -> str:
    """Of the entry: another interpreter, another build of it or another form has another one."""
    import _sre

    from hedgelint.cache import digest_of

    build = digest_of(sys.version.encode(), sys.byteorder.encode(), b"%d %d" % (_sre.MAGIC, _sre.CODESIZE))
    return f"patterns-{_FORM}-{build[:16]}.bin"


def _read() -> dict[tuple[str | bytes, int], tuple[Any, ...]]:
    try:
        from hedgelint.cache import read_entry

        payload = read_entry(_name())
        if payload is None:
            return {}
        import marshal

        known = marshal.loads(payload)
        return known if isinstance(known, dict) else {}
    except Exception:
        return {}


__all__ = ["KEPT", "pattern_of"]

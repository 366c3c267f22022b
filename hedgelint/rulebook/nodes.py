"""YAML as plain data, with the line and column of every value beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hedgelint.errors import RuleError

_MOST = 200_000  # values of one file; the longest word list has some 3,000
Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Yaml:
    """`data` is what the file says; `marks` the (line, column), from 1, of each value by its path of keys."""

    path: str
    data: Any
    marks: Mapping[Key, tuple[int, int]]

    def error(self, at: Key, message: str, hint: str = "") -> RuleError:
        """The mistake at this place, or at the nearest value around it that has one."""
        while at and at not in self.marks:
            at = at[:-1]
        line, column = self.marks.get(at, (1, 1))
        return RuleError(message, path=self.path, line=line, column=column, hint=hint)


def parse_yaml(path: str, text: str) -> Yaml:
    """Raises RuleError where the text is not YAML, repeats a key, or refers to itself."""
    try:
        root = YAML(typ="safe").compose(text)
    except MarkedYAMLError as error:
        raise _unread(path, text, error) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise RuleError(f"not YAML: {str(error).splitlines()[0]}", path=path, line=1, column=1) from None
    marks: dict[Key, tuple[int, int]] = {}
    data = None if root is None else _plain(root, (), marks, path, 0)
    return Yaml(path, data, marks)


def _unread(path: str, text: str, error: MarkedYAMLError) -> RuleError:
    from hedgelint.rulebook.slips import slip_in

    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    begun = error.context_mark
    opened = (begun.line + 1, begun.column + 1) if begun else None
    slip = slip_in(text, f"{error.context or ''} {error.problem or 'unreadable'}".strip(), line, column, opened)
    shown = text.split("\n")[slip.line - 1].rstrip("\r") if slip.line <= text.count("\n") + 1 else ""
    message = f"not YAML: {slip.message}"
    return RuleError(message, path=path, line=slip.line, column=slip.column, hint=slip.hint, shown=shown)


def _plain(node: Node, at: Key, marks: dict[Key, tuple[int, int]], path: str, depth: int) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    marks[at] = (line, column)
    if depth > 20:
        raise RuleError("values are nested too deeply", path=path, line=line, column=column)
    if len(marks) > _MOST:
        hint = "a name given with & is repeated with * too often" if depth else ""
        raise RuleError(f"more than {_MOST} values", path=path, line=line, column=column, hint=hint)
    if isinstance(node, SequenceNode):
        return [_plain(item, (*at, i), marks, path, depth + 1) for i, item in enumerate(node.value)]
    if isinstance(node, MappingNode):
        out: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in out:
                raise RuleError(
                    f"“{name}” is given twice",
                    path=path,
                    line=key.start_mark.line + 1,
                    column=key.start_mark.column + 1,
                )
            out[name] = _plain(value, (*at, name), marks, path, depth + 1)
            marks[(*at, name)] = (key.start_mark.line + 1, key.start_mark.column + 1)
        return out
    assert isinstance(node, ScalarNode)
    return _scalar(str(node.tag).rsplit(":", 1)[-1], str(node.value))


def _scalar(tag: str, text: str) -> Any:
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in ("true", "yes", "on")
    if tag == "int" and text.lstrip("+-").isdigit():
        return int(text)
    if tag == "float":
        try:
            number = float(text)
        except ValueError:
            return text
        return number if math.isfinite(number) else text
    return text

"""What the tests miss, by breaking the code on purpose:

    python -m tests.mutation                                # 40 mutants of each module of the first group
    python -m tests.mutation --most 100 hedgelint/span.py   # of these modules

A mutant is one operator, constant, condition or `return` changed in one function. The tests that call the function are
run, the quickest first, until one of them fails; the mutant that none notices lives, and is printed. The tests are
collected once, and every mutant is put into a fork of that process by its functions' code, so that a hundred take
minutes. What runs at import (constants, patterns, word lists) is not changed. The same seed gives the same mutants.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from time import process_time
from types import CodeType, FunctionType

import pytest

ROOT = Path(__file__).parents[1]
FIRST = (
    "span", "document/offset_map", "document/encoding", "document/parts", "annotate/pairing", "annotate/quotations",
    "annotate/marks", "desk/judge", "desk/suppress", "sources/align", "sources/changes", "sources/fidelity",
)  # fmt: skip
GROUPS = {"first": [f"hedgelint/{name}.py" for name in FIRST], "attributions": ["hedgelint/annotate/attributions"]}
_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    path: str
    line: int
    function: str  # its name, with the class's
    told: str
    tree: ast.Module
    change: Callable[[], Callable[[], None]]  # of the tree; what it gives unmakes it

    def code(self) -> CodeType:
        undo = self.change()
        code = compile(ast.fix_missing_locations(self.tree), self.path, "exec")
        undo()
        for name in self.function.split("."):
            code = next(c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == name)
        return code


def mutants(path: Path) -> Iterator[Mutant]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function, node in _functions(tree, ""):
        for statement in node.body:
            for place in ast.walk(statement):
                for change, told in _changes(place):
                    line = getattr(place, "lineno", statement.lineno)
                    yield Mutant(str(path.relative_to(ROOT)), line, function, told, tree, change)


def _functions(node: ast.AST, inside: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{inside}{child.name}.")
        elif isinstance(child, ast.FunctionDef):
            yield f"{inside}{child.name}", child


def _changes(node: ast.AST):
    """Pairs of what makes a change and gives what unmakes it, and a word for it."""
    text = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""

    def put(field: str, value: object):
        def change():
            old = getattr(node, field)
            setattr(node, field, value)
            return lambda: setattr(node, field, old)

        return change

    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in _OTHER:
            yield put("ops", [_OTHER[type(op)](), *node.ops[1:]]), f"{text}: {type(op).__name__} turned"
        case ast.BoolOp(op=op, values=values):
            yield put("op", _OTHER[type(op)]()), f"{text}: and/or turned"
            for i in range(len(values)):
                nothing = ast.Constant(isinstance(op, ast.And))
                yield put("values", [*values[:i], nothing, *values[i + 1 :]]), f"{text}: without part {i + 1}"
        case ast.BinOp(op=op) if type(op) in _OTHER:
            yield put("op", _OTHER[type(op)]()), f"{text}: +/- turned"
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            yield put("value", value + 1), f"{value} is {value + 1}"
        case ast.Constant(value=bool(value)):
            yield put("value", not value), f"{value} turned"
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield put("test", ast.UnaryOp(ast.Not(), test)), f"if {ast.unparse(test)}: turned"
        case ast.Return(value=value) if value is not None and ast.unparse(value) != "None":
            yield put("value", ast.Constant(None)), f"{text}: returns None"


def _put(mutant: Mutant, functions: list[FunctionType]) -> None:
    """Into the running process: whatever was compiled from the function's source."""
    code = mutant.code().replace(co_filename=str(ROOT / mutant.path))
    for one in functions:
        one.__code__ = code


def _functions_of(paths: set[str]) -> dict[tuple[str, str], list[FunctionType]]:
    """Those of the files, by file and name: the class of a dataclass with slots is made twice."""
    found: dict[tuple[str, str], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in paths:
            found.setdefault((one.__code__.co_filename, one.__code__.co_qualname), []).append(one)
    return found


class Breaker:
    """A plugin of pytest that runs no tests but those of the mutants."""

    def __init__(self, chosen: list[Mutant], seconds: float) -> None:
        self.chosen, self.seconds = chosen, seconds
        self.lives: list[Mutant] = []
        self.counts: dict[str, list[int]] = {}  # by file: mutants, killed, called by no test

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        paths = {str(ROOT / mutant.path) for mutant in self.chosen}
        functions = _functions_of(paths)
        seen = pickle.loads(_in_a_fork(lambda: pickle.dumps(_calls(session, paths)), 0)[1])
        for mutant in self.chosen:
            count = self.counts.setdefault(mutant.path, [0, 0, 0])
            count[0] += 1
            at = (str(ROOT / mutant.path), mutant.function)
            tests = [(time, i) for i, (time, called) in seen.items() if at in called]
            count[2] += not tests
            tests.sort()
            work = partial(_judged, session, mutant, functions[at], tests, self.seconds)
            ended = _in_a_fork(work, 3 * self.seconds)[0] if tests else 0
            if ended == 0:
                self.lives.append(mutant)
                print(f"lives: {mutant.path}:{mutant.line} {mutant.function}: {mutant.told}", flush=True)
            else:
                count[1] += 1
        return True


def _calls(session: pytest.Session, paths: set[str]) -> dict[int, tuple[float, set[tuple[str, str]]]]:
    """By the number of a test: the seconds it takes, and the functions of these files that it calls."""
    found = {}
    for i in range(len(session.items)):
        called: set[tuple[str, str]] = set()

        def profile(frame, event, _, called=called):
            if event == "call" and frame.f_code.co_filename in paths:
                called.add((frame.f_code.co_filename, frame.f_code.co_qualname.split(".<locals>")[0]))

        begun, failed = process_time(), session.testsfailed
        sys.setprofile(profile)
        _run(session, i)
        sys.setprofile(None)
        if session.testsfailed == failed:
            found[i] = (process_time() - begun, called)
    return found


def _run(session: pytest.Session, i: int) -> None:
    item = session.items[i]
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


def _judged(
    session: pytest.Session,
    mutant: Mutant,
    functions: list[FunctionType],
    tests: list[tuple[float, int]],
    seconds: float,
) -> bytes:
    _put(mutant, functions)
    begun = process_time()
    for _, i in tests:
        _run(session, i)
        if session.testsfailed:
            os._exit(1)
        if process_time() - begun > seconds:
            break
    return b""


def _in_a_fork(work, seconds: float) -> tuple[int, bytes]:
    """How the fork ended (0 if well) and what it gave; one that takes longer is ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        if seconds:
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        try:
            given = work()
            while given:
                given = given[os.write(writer, given) :]
            os._exit(0)
        except BaseException:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        given = pipe.read()
    ended = os.waitpid(child, 0)[1]
    return (-1 if os.WIFSIGNALED(ended) and os.WTERMSIG(ended) == signal.SIGXCPU else ended), given


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="modules, folders, or a group: first, attributions")
    parser.add_argument("--most", type=int, default=40, help="mutants of one path [40]")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20, help="of tests for one mutant [20]")
    parser.add_argument("--tests", nargs="*", default=["annotate", "document", "sources", "checks", "edits"])
    asked = parser.parse_args()
    os.environ["HEDGELINT_NO_CACHE"] = "1"  # or the tests are told what was found before the code was broken
    chosen: list[Mutant] = []
    for path in [one for name in asked.paths or ["first"] for one in GROUPS.get(name, [name])]:
        files = sorted((ROOT / path).rglob("*.py")) if (ROOT / path).is_dir() else [ROOT / path]
        every = [mutant for file in files for mutant in mutants(file)]
        chosen += Random(f"{path} {asked.seed}").sample(every, min(asked.most, len(every)))
    for mutant in chosen:  # so that the functions are there to be changed
        import_module(mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    breaker = Breaker(chosen, asked.seconds)
    options = ["-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0", "--no-header"]
    pytest.main([*options, *(str(ROOT / "tests" / name) for name in asked.tests)], plugins=[breaker])
    for path, (all_, killed, uncalled) in sorted(breaker.counts.items()):
        print(f"{path:50} {all_:4} mutants {killed:4} killed {uncalled:4} called by no test {100 * killed // all_:4} %")
    total, killed = (sum(count[i] for count in breaker.counts.values()) for i in (0, 1))
    print(f"{total} mutants, {killed} killed, {100 * killed // max(1, total)} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())

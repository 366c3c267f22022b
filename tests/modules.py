"""Every module of the program, for tests that look at all that is written in them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from types import ModuleType

import hedgelint

# A package that cannot be imported without its extra, and a module that comes with that extra. Where it is not
# installed, these tests look at the rest; the developers' environment, in which .ci/run goes over them again, has all.
NEEDS = {"hedgelint.lsp": "pygls", "hedgelint.serve": "starlette", "hedgelint.archive": "duckdb"}


def every_module() -> Iterator[tuple[str, ModuleType]]:
    """The names and modules of the program that can be imported here, in the order of their names."""
    missing = tuple(f"{package}." for package, needed in NEEDS.items() if find_spec(needed) is None)
    for found in pkgutil.walk_packages(hedgelint.__path__, "hedgelint."):
        if not found.name.endswith("__main__") and not f"{found.name}.".startswith(missing):
            importlib.import_module(found.name)
    yield from ((name, module) for name, module in sorted(sys.modules.items()) if name.startswith("hedgelint."))

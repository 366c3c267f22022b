"""The command line: the only room that knows click, and `hedgelint PATH…` does without it."""

from __future__ import annotations

import codecs
import gc
import os
import sys
from collections.abc import Sequence

_ESCAPES = "hedgelint-escapes"  # the name of an error handler


def main(prog_name: str = "hedgelint") -> None:
    """Exit codes: 0 nothing to say, 1 findings, 2 a mistake in use, rules, configuration or input; 130 for Ctrl-C and
    141 for a reader that has gone, as a shell counts them."""
    if sys.stdout is None:
        if sys.stderr is not None:
            sys.stderr.write("hedgelint: cannot write: standard output is closed\n")
        sys.exit(2)
    codecs.register_error(_ESCAPES, _escaped)
    # What a start makes, it keeps: there is nothing to collect. `swept` turns it on again behind the first story.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_ESCAPES)
    try:
        code = _run(prog_name)
        if patterns := sys.modules.get("hedgelint.patterns"):
            patterns.KEPT.keep()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer has nowhere to go; without this the interpreter would say so at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 141
    except KeyboardInterrupt:
        code = 130
    # Nothing is left to do but to give the memory back, which the system does faster than a last look for rings in it.
    gc.freeze()
    sys.exit(code)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What the terminal has no letter for, spelt as JSON does, so that a report in JSON is JSON all the same."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import json

    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def _run(prog_name: str) -> int:
    """The exit code. Raises BrokenPipeError and KeyboardInterrupt, whatever they were made into on the way."""
    from hedgelint.cli.terminal import say
    from hedgelint.errors import HedgelintError, unforeseen

    try:
        if paths := _only_paths(sys.argv[1:]):
            from hedgelint.cli.linting import Asked, lint

            return lint(Asked(paths=paths))
        gc.enable()
        from hedgelint.cli.program import run

        return run(prog_name)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 2 * bool(left.code)
    except KeyboardInterrupt:
        say("hedgelint: stopped", err=True)
        raise
    except HedgelintError as error:
        for line in str(error).splitlines():
            say(f"hedgelint: {line}", err=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"hedgelint: cannot write: {error.strerror or error}", err=True)
    except Exception as error:
        if "--traceback" in sys.argv:
            raise
        told = unforeseen(error)
        for line in (told.message, told.hint):
            say(f"hedgelint: {line}", err=True)
    return 2


def _only_paths(arguments: Sequence[str]) -> tuple[str, ...]:
    """The paths of `hedgelint PATH…`; none where there is an option, a command, or what could be meant as one: these
    are read by click, whose import is a quarter of a cold start."""
    if any(one.startswith("-") or not one for one in arguments) or "_HEDGELINT_COMPLETE" in os.environ:
        return ()
    return tuple(arguments) if arguments and os.path.exists(arguments[0]) and not _is_command(arguments[0]) else ()


def _is_command(word: str) -> bool:
    """Whether click would take it for one: a command is one word of small letters."""
    return word.isalpha()

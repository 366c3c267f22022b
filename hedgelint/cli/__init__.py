"""The command line: the only room that knows click. Every command imports what it needs when it is called."""

from __future__ import annotations

import os
import sys

import click

from hedgelint.version import __version__

_COMMANDS = (
    "lint",
    "baseline",
    "sources",
    "claims",
    "confidence",
    "xray",
    "explain",
    "rules",
    "settings",
    "test",
    "annotate",
    "clean",
    "schema",
    "init",
    "lsp",
)


# What people try first, and what it is here.
_MEANT = {"check": "lint", "fix": "lint --fix", "help": "--help", "run": "lint", "version": "--version"}


def _meant(word: str) -> None:
    """Raises UsageError for a word that is no file and looks like a command."""
    if "." in word or "/" in word or word == "-" or os.path.exists(word):
        return
    from hedgelint.errors import nearest

    near = nearest(word, _COMMANDS)
    hint = f"did you mean “{_MEANT[word]}”?" if word in _MEANT else near
    if hint:
        raise click.UsageError(f"no such file or command “{word}”: {hint}")


class _Program(click.Group):
    """`hedgelint PATH…` is `hedgelint lint PATH…`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((i for i, arg in enumerate(args) if not arg.startswith("-") or arg == "-"), None)
        own = {"--help", "--version", "-h"}
        if (
            args
            and not (own & set(args[: first if first is not None else None]))
            and (first is None or args[first] not in _COMMANDS)
        ):
            if first == 0:  # behind an option it may be that option's value
                _meant(args[first])
            args = ["lint", *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"hedgelint.cli.{name}").command
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)


@click.group(cls=_Program, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hedgelint")
def program() -> None:
    """The linter for journalism: who says so, are those their words, how sure is that?

    \b
    hedgelint story.txt              findings at warning and above
    hedgelint --severity info .      everything, for all stories below this folder
    hedgelint explain vague-source   why a rule is there
    """


def main(prog_name: str = "hedgelint") -> None:
    """Exit codes: 0 nothing to say, 1 findings, 2 a mistake in use, rules, configuration or input; 130 for Ctrl-C and
    141 for a reader that has gone, as a shell counts them."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        code = _run(prog_name)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer has nowhere to go; without this the interpreter would say so at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 141
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _run(prog_name: str) -> int:  # noqa: C901, PLR0912
    """The exit code. Raises BrokenPipeError and KeyboardInterrupt, whatever they were made into on the way."""
    from hedgelint.cli.terminal import say
    from hedgelint.errors import HedgelintError

    out = sys.stdout
    try:
        program.main(prog_name=prog_name, standalone_mode=False)
    except SystemExit as left:
        if sys.stdout is not out:  # click's answer to a reader that has gone is to put another in its place
            raise BrokenPipeError from None
        return left.code if isinstance(left.code, int) else 2 * bool(left.code)
    except click.exceptions.Exit as left:
        return left.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("hedgelint: stopped", err=True)
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        for line in _told(error):
            say(line, err=True)
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
        say(f"hedgelint: a fault of hedgelint's own: {type(error).__name__}: {error}", err=True)
        say("hedgelint: --traceback shows where; please report it", err=True)
    else:
        return 0
    return 2


def _told(error: click.ClickException) -> list[str]:
    """The command's usage, where to read more, and what is wrong."""
    context = getattr(error, "ctx", None)
    usage = context.get_usage().splitlines() if context is not None else []
    more = [f"Try '{context.command_path} --help' for help.", ""] if context is not None else []
    return [*usage, *more, f"Error: {error.format_message()}"]

"""The command line: the only room that knows click. Every command imports what it needs when it is called."""

from __future__ import annotations

import sys

import click

from hedgelint.version import __version__

_COMMANDS = ("lint", "sources", "confidence", "explain", "rules", "test", "annotate", "schema", "init")


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
    """Exit codes: 0 nothing to say, 1 findings, 2 a mistake in use, rules, configuration or input."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    from hedgelint.errors import HedgelintError

    try:
        program(prog_name=prog_name)
    except HedgelintError as error:
        for line in str(error).splitlines():
            click.echo(f"hedgelint: {line}", err=True)
        sys.exit(2)
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(2)
    except Exception as error:
        if "--traceback" in sys.argv:
            raise
        click.echo(f"hedgelint: a fault of hedgelint's own: {type(error).__name__}: {error}", err=True)
        click.echo("hedgelint: --traceback shows where; please report it", err=True)
        sys.exit(2)

"""All commands as click knows them. Each is imported when it runs, and none for the list of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from hedgelint.cli.terminal import say
from hedgelint.version import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Mapping[str, str] = {
    "lint": "Findings in stories (what `hedgelint PATH` does).",
    "baseline": "Write down today's findings, so that only new ones are told.",
    "sources": "Who speaks in a story, and how much of it each carries.",
    "claims": "The fact-checker's sheet: what to check, who answers.",
    "confidence": "Every word that says how sure, whose it is, and its band.",
    "xray": "The story as a page: who answers for each word, how sure, what was found.",
    "comment": "Findings as comments in a copy of a Word file.",
    "explain": "Why a rule is there, with its examples.",
    "rules": "All rules: what they find, how much they count.",
    "settings": "What is in force for a story, and where each value comes from.",
    "test": "Rules against their own examples.",
    "trial": "A draft of a rule on your archive, and how often it is right.",
    "archive": "A whole back file: findings as Parquet, and what they say of the paper.",
    "annotate": "What hedgelint understood: who says what, how sure.",
    "cache": "What is kept between runs: where it lies, and away with it.",
    "clean": "A story without its waivers, to hand on.",
    "schema": "JSON Schemas of rule files, settings and the report.",
    "init": "A first hedgelint.toml and a first house rule.",
    "serve": "The X-ray of what you paste or drop, live, in your browser.",
    "lsp": "Findings while you write, in any editor that speaks LSP.",
    "import-vale": "Rules of Vale as rules of hedgelint.",
}


# What people try first, and what it is here.
_MEANT = {"check": "lint", "fix": "lint --fix", "help": "--help", "run": "lint", "version": "--version"}


_NEEDED = ("severity", "select", "ignore", "sources", "fix", "diff", "forms", "changed", "baseline", "watch", "jobs")


def _meant(word: str) -> None:
    """Raises UsageError for a word that is no file and looks like a command."""
    if "." in word or "/" in word or word == "-" or os.path.exists(word):
        return
    from hedgelint.errors import nearest

    if hint := nearest(word, (*COMMANDS, *_MEANT)):
        for tried, meant in _MEANT.items():
            hint = hint.replace(f"“{tried}”", f"“{meant}”")
        raise click.UsageError(f"no such file or command “{word}”: {hint}")


class _Program(click.Group):
    """`hedgelint PATH…` is `hedgelint lint PATH…`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((i for i, arg in enumerate(args) if not arg.startswith("-") or arg == "-"), None)
        own = {"--help", "--version", "-h", "-V"}
        if (
            args
            and not (own & set(args[: first if first is not None else None]))
            and (first is None or args[first] not in COMMANDS)
        ):
            if first == 0:  # behind an option it may be that option's value
                _meant(args[first])
            args = ["lint", *args]
        elif first == 0 and len(args) == 1 and os.path.exists(args[0]):
            say(
                f"“{args[0]}” is a command here; for what has that name in this folder: hedgelint ./{args[0]}", err=True
            )
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"hedgelint.cli.{name.replace('-', '_')}").command
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and what `lint` takes, since `hedgelint PATH…` is `hedgelint lint PATH…`."""
        from click.shell_completion import CompletionItem

        lint = self.get_command(ctx, "lint")
        if incomplete.startswith("-") and lint is not None:
            given = super().shell_complete(ctx, incomplete)
            own = {item.value for item in given}
            return given + [item for item in lint.shell_complete(ctx, incomplete) if item.value not in own]
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lint = self.get_command(ctx, "lint")
        records = {param.name: param.get_help_record(ctx) for param in lint.params} if lint is not None else {}
        with formatter.section("Options of lint that most people need (hedgelint lint --help has all)"):
            formatter.write_dl([record for name in _NEEDED if (record := records.get(name)) is not None])
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Program, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="hedgelint")
def program() -> None:
    """The linter for journalism: who says so, are those their words, how sure is that?

    \b
    hedgelint story.md               findings at warning and above
    hedgelint --severity info .      everything, for all stories below this folder
    hedgelint explain vague-source   why a rule is there
    """


def run(prog_name: str) -> int:
    """The exit code. Raises BrokenPipeError and KeyboardInterrupt, whatever click has made of them."""
    out = sys.stdout
    try:
        program.main(prog_name=prog_name, standalone_mode=False)
    except SystemExit:
        if sys.stdout is not out:  # click's answer to a reader that has gone is to put another in its place
            raise BrokenPipeError from None
        raise
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        for line in _told(error):
            say(line, err=True)
        return 2
    return 0


def _told(error: click.ClickException) -> list[str]:
    """The command's usage, where to read more, and what is wrong."""
    context = getattr(error, "ctx", None)
    usage = context.get_usage().splitlines() if context is not None else []
    more = [f"Try '{context.command_path} --help' for help.", ""] if context is not None else []
    return [*usage, *more, f"Error: {error.format_message()}"]

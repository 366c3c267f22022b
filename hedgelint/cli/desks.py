"""The desk that the options of a command make."""

from __future__ import annotations

import os
from pathlib import Path

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.errors import ConfigError
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """How the stories of a command are read, and by which rules: the options that all commands about stories have, by
    the names that their pages give them."""

    config: Path | None = None
    no_config: bool = False
    rules: tuple[Path, ...] = ()
    encoding: str | None = None
    stdin_filename: str = ""
    input_format: str | None = None
    traceback: bool = False

    def desk(self, command: Layer | None = None) -> Desk:
        """Raises ConfigError where the file asked for does not exist."""
        return desk_of(
            self.config,
            self.no_config,
            self.rules,
            self.encoding,
            self.stdin_filename,
            self.input_format,
            command,
            self.traceback,
        )


def desk_of(
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    encoding: str | None = None,
    stdin_name: str = "",
    form: str | None = None,
    command: Layer | None = None,
    raising: bool = False,
) -> Desk:
    """Raises ConfigError where the file asked for does not exist."""
    if config is not None and not os.path.isfile(config):
        raise ConfigError("there is no such file", path=str(config))
    return Desk(Configs(config, none=no_config), command or Layer(), rules, encoding, stdin_name, form, raising)

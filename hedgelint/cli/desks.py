"""The desk that the options of a command make."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.errors import ConfigError
from hedgelint.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from hedgelint.desk.desk import Desk


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

    def configs(self) -> Configs:
        """Raises ConfigError where the file asked for does not exist."""
        return configs_of(self.config, self.no_config)

    def desk(self, command: Layer | None = None, configs: Configs | None = None) -> Desk:
        """Raises ConfigError where the file asked for does not exist."""
        from hedgelint.desk.desk import Desk

        return Desk(
            configs or self.configs(),
            command or Layer(),
            self.rules,
            self.encoding,
            self.stdin_filename,
            self.input_format,
            self.traceback,
        )


def desk_of(
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    *,
    command: Layer | None = None,
    raising: bool = False,
) -> Desk:
    """Raises ConfigError where the file asked for does not exist."""
    return Reading(config, no_config, rules, traceback=raising).desk(command)


def configs_of(config: Path | None, no_config: bool) -> Configs:
    """Raises ConfigError where the file asked for does not exist."""
    if config is not None and not os.path.isfile(config):
        raise ConfigError("there is no such file", path=str(config))
    return Configs(config, none=no_config)

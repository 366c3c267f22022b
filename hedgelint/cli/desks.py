"""The desk that the options of a command make."""

from __future__ import annotations

import os
from pathlib import Path

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.errors import ConfigError


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

"""The forms a report can have, by name; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from hedgelint.report.run import Report, Run

_HOMES = {
    "text": "text:Text",
    "compact": "lines:Compact",
    "json": "json:Json",
    "jsonl": "json:JsonLines",
    "sarif": "sarif:Sarif",
    "github": "forge:Github",
    "gitlab": "forge:Gitlab",
    "markdown": "forge:Markdown",
    "junit": "xml:Junit",
    "checkstyle": "xml:Checkstyle",
    "rdjson": "rdjson:Rdjson",
    "csv": "lines:Csv",
    "statistics": "statistics:Statistics",
    "html": "xray.html:Html",
}
FORMATS = tuple(_HOMES)


def report(name: str, run: Run) -> Report:
    module, _, form = _HOMES[name].partition(":")
    made: Report = getattr(import_module(f"hedgelint.report.{module}"), form)(run)
    return made


def own_format(environment: Mapping[str, str]) -> str:
    """The form that is meant where none is asked for: what GitHub's and GitLab's runners read, else text."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "gitlab" if environment.get("GITLAB_CI") == "true" else "text"

from __future__ import annotations
import json
import click
@click.group()
def main() -> None:
    pass
@main.command()
@click.option("--format", "form", default="json")
@click.argument("paths", nargs=-1)
def annotate(form: str, paths: tuple[str, ...]) -> None:
    from hedgelint.linter import Linter
    from hedgelint.document.plain import read_plain
    from hedgelint.report.annotations import as_data
    from hedgelint.rulebook.rulebook import load_rulebook
    annotator = Linter(load_rulebook(), {})
    for path in paths:
        if path.endswith(".jsonl"):
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    record = json.loads(line)
                    story = annotator.annotate(read_plain(path, record["text"]))
                    click.echo(json.dumps({"id": record["id"], **as_data(story)}, ensure_ascii=False))
        else:
            text = open(path, encoding="utf-8", newline="").read()
            click.echo(json.dumps({"id": path, **as_data(annotator.annotate(read_plain(path, text)))}, ensure_ascii=False))

"""Pages about the rules, made from the rules (docs/rules/ID.md and an index), their keys, the pieces of patterns and
the frames of claims (docs/rule-keys.md, docs/pieces.md, docs/frames.md), the schemas (docs/schema), and the rules
compiled (hedgelint/rulebook/ready.json).

python -m hedgelint.manual.pages            write them
python -m hedgelint.manual.pages --check    say which are not current, and leave with 1 if any
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from hedgelint.finding import CATEGORIES
from hedgelint.manual.key_page import frames_page, key_page, pieces_page
from hedgelint.manual.schema import SCHEMAS
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.locate import rule_files
from hedgelint.rulebook.ready import READY, ready_text
from hedgelint.rulebook.rule import Rule
from hedgelint.rulebook.rulebook import load_rulebook

_MADE = "<!-- Made by `python -m hedgelint.manual.pages` from the rule file; change the rule, not this page. -->"
_ASKS = {
    "attribution": "Who says so?",
    "quotation": "Are those their words?",
    "confidence": "How sure is that?",
    "wording": "Whose word is it?",
    "headline": "Does the story say what the headline says?",
}


def rule_page(rule: Rule) -> str:
    lines = [
        f"# {rule.id}",
        "",
        _MADE,
        "",
        f"**{rule.title}** · {rule.category} · {rule.severity} · {'on' if rule.default else 'off'} by default · "
        f"kind `{rule.kind}`",
        "",
        rule.why.strip(),
        "",
        "## Says",
        "",
        f"> {rule.message.strip()}",
        "",
        "## Where it looks",
        "",
        f"- parts of the story: {', '.join(rule.scope.parts)}",
        f"- quotations: {_QUOTATION[rule.scope.quotation]}",
        f"- attribution: {_ATTRIBUTION[rule.scope.attribution]}",
        *([f"- where the sentence holds a link: {_LINKED[rule.linked]}"] if rule.linked else []),
        *([f"- told once {_ONCE[rule.once]}, with the other places"] if rule.once else []),
        "",
    ]
    lines += _examples("Finds", "The words between [[ and ]] are the finding.", _of(rule, "bad"))
    lines += _examples("Leaves alone", "", _of(rule, "good"))
    lines += _examples("Misses", "Known limits: it should find these and does not.", _of(rule, "missed"))
    lines += _silences(rule)
    if rule.references:
        lines += ["## Read more", ""]
        lines += [f"- [{reference.title}]({reference.url})" for reference in rule.references]
        lines += [""]
    return "\n".join(lines)


def _of(rule: Rule, verdict: str) -> tuple[str, ...]:
    return tuple(example.text for example in rule.examples if example.verdict == verdict)


_QUOTATION = {
    "outside": "only outside them: a reporter does not answer for a source’s words",
    "inside": "only inside them",
    "any": "inside and outside",
}
_ATTRIBUTION = {
    "any": "whether a source answers for the words or not",
    "attributed": "only what a source answers for",
    "unattributed": "only what no source answers for",
}


_LINKED = {"silent": "silent", "info": "at most information", "suggestion": "at most a suggestion"}
_ONCE = {
    "paragraph": "a paragraph",
    "story": "a story",
    "words": "for the same words",
    "source": "for the same source",
}


def _examples(title: str, note: str, examples: tuple[str, ...]) -> list[str]:
    if not examples:
        return []
    lines = [f"## {title}", ""]
    if note:
        lines += [note, ""]
    for example in examples:
        lines += ["```text", example.strip(), "```", ""]
    return lines


def _silences(rule: Rule) -> list[str]:
    reasoned = [one for one in rule.silences if one.reason]
    if not reasoned:
        return []
    lines = ["## Keeps silent", "", "What stops it, and a text that it would find otherwise.", ""]
    for one in reasoned:
        reason, texts = " ".join(one.reason.split()), [text.strip() for text in one.examples]
        lines += [f"{reason[0].upper()}{reason[1:]}:", ""]
        for block in texts if any("\n" in text for text in texts) else ["\n".join(texts)]:
            lines += ["```text", block, "```", ""]
    return lines


def index_page(rules: Iterable[Rule]) -> str:
    by_category: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        by_category.setdefault(rule.category, []).append(rule)
    order = {category: place for place, category in enumerate(CATEGORIES)}
    lines = ["# Rules", "", _MADE, ""]
    for category in sorted(by_category, key=lambda category: (order.get(category, len(order)), category)):
        lines += [f"## {category}", ""]
        if category in _ASKS:
            lines += [_ASKS[category], ""]
        lines += ["| rule | what it finds | severity | by default |", "|---|---|---|---|"]
        lines += [
            f"| [{rule.id}]({rule.id}.md) | {rule.title} | {rule.severity} | {'on' if rule.default else 'off'} |"
            for rule in by_category[category]
        ]
        lines += [""]
    return "\n".join(lines)


def pages(rules: Iterable[Rule]) -> Mapping[str, str]:
    """All pages by file name."""
    rules = list(rules)
    return {"README.md": index_page(rules)} | {f"{rule.id}.md": rule_page(rule) for rule in rules}


def stale(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """Names of the pages in this folder that are missing, differ, or are made no more."""
    there = {path.name for path in folder.glob("*.*")}
    return sorted(
        name
        for name in there | set(wanted)
        if name not in wanted or name not in there or (folder / name).read_text(encoding="utf-8") != wanted[name]
    )


def main() -> None:
    """In the top folder of the checkout."""
    check = "--check" in sys.argv[1:]
    schemas = {
        f"{name}.json": json.dumps(schema(), ensure_ascii=False, indent=2) + "\n" for name, schema in SCHEMAS.items()
    }
    old = []
    book = load_rulebook(cache=False)  # from the YAML, whatever was compiled by other code
    rules, files = book.rules, rule_files()
    ready = ready_text(files, compile_rules(files))
    whole = {
        Path("docs/rule-keys.md"): key_page(rules),
        Path("docs/pieces.md"): pieces_page(book.pieces),
        Path("docs/frames.md"): frames_page(
            book.lexicons, (proof for file in book.list_examples for proof in file.proofs)
        ),
        READY.relative_to(Path.cwd()): ready,
    }
    for path, text in whole.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            old.append(str(path))
            if not check:
                path.write_text(text, encoding="utf-8")
    for folder, wanted in ((Path("docs/rules"), pages(rules)), (Path("docs/schema"), schemas)):
        for name in stale(folder, wanted):
            old.append(str(folder / name))
            if not check:
                folder.mkdir(parents=True, exist_ok=True)
                if name in wanted:
                    (folder / name).write_text(wanted[name], encoding="utf-8")
                else:
                    (folder / name).unlink()
    for name in old:
        print(f"{name} {'is not current: run python -m hedgelint.manual.pages' if check else 'written'}")
    if check and old:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

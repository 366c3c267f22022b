#!/usr/bin/env bash
# markdown-it: the first paragraph of a quotation that runs on keeps its straight mark, the last one gets curly ones.
#
# What one would guess: with `typographer` on, every straight quotation mark of a story becomes a curly one.
# What happens: marks are curled in pairs, within one paragraph. A quotation that runs over two paragraphs is set, as
# the trade has it, with a mark at the head of each paragraph and one at the very end. So the mark of the first
# paragraph has no partner and stays ", and the two of the last paragraph are “ and ”.
# Why it matters to a newsroom: what is published has a quotation that opens with one kind of mark and ends with
# another. A program that pairs the marks of the page takes the first paragraph for the reporter's words.
#
# Installs markdown-it-py into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'markdown-it-py==4.3.0'
PYTHONPATH="$folder" python3 - <<'PY'
import html
import sys
from importlib.metadata import version

from markdown_it import MarkdownIt

story = '"We did not sign the deal.\n\n"We never will," the mayor said.'
reader = MarkdownIt("commonmark", {"typographer": True}).enable(["replacements", "smartquotes"])
page = html.unescape(reader.render(story))
print("markdown-it-py", version("markdown-it-py"))
print(page)
sys.exit(0 if page == '<p>"We did not sign the deal.</p>\n<p>“We never will,” the mayor said.</p>\n' else 1)
PY

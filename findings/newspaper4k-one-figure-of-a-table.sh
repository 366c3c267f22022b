#!/usr/bin/env bash
# newspaper4k: a table of figures in an article is one figure.
#
# What one would guess: the text of an article that has a table in it has its cells apart, by a space at least, or
# leaves the table out.
# What happens: the cells of all rows are run together. A table of two years and two counts, 2024 12 and 2025 9, comes
# out as "YearBoats20241220259".
# Why it matters to a newsroom: election results, court lists and budgets are tables. What is searched, compared with
# the story or summed is a figure that is not on the page, and the names of those who stood run into the votes of
# others.
#
# Installs newspaper4k into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'newspaper4k==0.9.6'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

import newspaper

PROSE = "<p>The council of Carrow met on Monday to vote on the ferry, and the meeting went on until the morning.</p>"
ROWS = [("Candidate", "Votes"), ("Ann Holm", "1,204"), ("Bo Rask", "987")]
TABLE = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
page = f"<html><body><article><h1>Vote lost</h1>{PROSE * 3}<table>{TABLE}</table>{PROSE}</article></body></html>"
article = newspaper.Article("https://echo.example/vote")
article.download(input_html=page)
article.parse()
line = next((line for line in article.text.splitlines() if "Rask" in line), "")
print("newspaper4k", version("newspaper4k"))
print("on the page:", " / ".join(" ".join(row) for row in ROWS))
print("in the text:", line)
sys.exit(0 if line == "CandidateVotesAnn Holm1,204Bo Rask987" else 1)
PY

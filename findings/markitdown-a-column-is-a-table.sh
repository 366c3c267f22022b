#!/usr/bin/env bash
# MarkItDown: a justified paragraph of a PDF is a table, with a cell for every word or two.
#
# What one would guess: a paragraph that is set to the width of its column comes out as the same paragraph as one that
# is not.
# What happens: where the gaps between the words are as wide as a narrow column makes them, they are taken for the gaps
# between the columns of a table. Three lines of prose are three rows of cells; no sentence is left, and words of
# different lines stand below each other as if they belonged together.
# Why it matters to a newsroom: newspapers' own pages, reports and judgments are set so. What is quoted from such a
# page is in no line of the text, and a search for the words finds nothing, though every word is there.
#
# Installs MarkItDown into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'markitdown[pdf]==0.1.9'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import io
import sys
from importlib.metadata import version

from markitdown import MarkItDown

LINES = [
    "The council did not sign the deal with the",
    "firm, the mayor said on Monday. She would",
    "not say when there would be another vote.",
]


def page(gap):
    """A page of a PDF with the lines, and `gap` points (of 12 to the letter) more than usual between the words."""
    rows = (f"BT /F 12 Tf {gap} Tw 50 {500 - 14 * row} Td ({line}) Tj ET" for row, line in enumerate(LINES))
    shown = "\n".join(rows)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /MediaBox [0 0 400 600] /Contents 5 0 R >>",
        f"<< /Length {len(shown)} >> stream\n{shown}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode()


def read(gap):
    return MarkItDown().convert_stream(io.BytesIO(page(gap)), file_extension=".pdf").text_content


loose, wide = read(1), read(4)
print("markitdown", version("markitdown"))
print("gaps as usual:", loose, sep="\n")
print("justified:", wide, sep="\n")
same = "did not sign the deal" in loose and "|" not in loose
cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in wide.splitlines()]
sys.exit(0 if same and cells and all(len(row) >= 4 for row in cells) else 1)
PY

#!/usr/bin/env bash
# The text of a PDF, as PDFium gives it, has no hyphen where the page shows one at the end of a line.
#
# What one would guess: a page that prints “twenty-” at the end of a line and “five boats” on the next one comes out as
# “twenty-”, a line end, “five boats”.
# What happens: the hyphen comes out as U+FFFE, which is no character at all (Unicode calls it a noncharacter), and the
# line end is gone: “twenty\ufffefive boats”. It does so for a hyphen that is the word's own as well as for one that
# only breaks it. Printed to most terminals nothing is to be seen, and “twentyfive” is what one reads.
# Why it matters to a newsroom: a search of the text for “twenty-five” finds nothing, and a quotation from a report that
# has the word is not word for word what the extracted text has.
#
# Installs pypdfium2 into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'pypdfium2==5.15.2'
PYTHONPATH="$folder" python3 - <<'PY'
import pypdfium2
import sys

rows = [(50, 500, "They lost twenty-"), (50, 485, "five boats.")]
shown = "\n".join(f"BT /F 12 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in rows)
objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /MediaBox [0 0 300 600] /Contents 5 0 R >>",
    f"<< /Length {len(shown)} >> stream\n{shown}\nendstream",
]
out, places = "%PDF-1.4\n", []
for number, one in enumerate(objects, 1):
    places.append(len(out))
    out += f"{number} 0 obj\n{one}\nendobj\n"
table = "".join(f"{place:010} 00000 n \n" for place in places)
start = len(out)
out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"

text = pypdfium2.PdfDocument(out.encode())[0].get_textpage().get_text_range()
print("pypdfium2", pypdfium2.PYPDFIUM_INFO, "with PDFium", pypdfium2.PDFIUM_INFO)
print("on the page: They lost twenty- / five boats.")
print("in the text:", ascii(text))
print("“twenty-” in it:", "twenty-" in text)
sys.exit(0 if "twenty\ufffefive" in text else 1)
PY

#!/usr/bin/env bash
# LibreOffice: of a paragraph in a content control, what stands before a comment is gone.
#
# What one would guess: a comment in the margin changes no word. Word, whose format it is, shows the paragraph whole, and
# so does LibreOffice where the paragraph is in no control, or where the control is inside the paragraph.
# What happens: where a content control holds a whole paragraph (as a newsroom's template makes one for the standfirst),
# and a comment begins in the middle of it, all words of the paragraph up to the end of the comment are lost when
# LibreOffice reads the file: “Nobody denied that the wall is safe.” with a comment on “denied” is “that the wall is
# safe.” The first paragraph of the comment is lost too. There is no message, and saving writes the loss down.
# Why it matters to a newsroom: a lawyer's comment in the standfirst turns the sentence round for everybody who reads the
# copy in LibreOffice, or in a system that converts with it.
#
# Needs LibreOffice (Debian: libreoffice-writer-nogui, seen with 4:7.4.7-1+deb12u14; others are told by their version).
# Writes a valid file with and without the control into a folder of its own, which goes again; leaves with 1 if the
# behaviour is another, and with 2 where there is no LibreOffice.
set -euo pipefail
office=$(command -v soffice || command -v libreoffice) || { echo "no LibreOffice here: apt-get install libreoffice-writer-nogui"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$folder" <<'PY'
import sys
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/package/2006/relationships"
O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARAGRAPH = (
    '<w:p><w:r><w:t xml:space="preserve">Nobody </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>denied</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    '<w:r><w:t xml:space="preserve"> that the wall is safe.</w:t></w:r></w:p>'
)
CONTROL = f'<w:sdt><w:sdtPr><w:alias w:val="Standfirst"/></w:sdtPr><w:sdtContent>{PARAGRAPH}</w:sdtContent></w:sdt>'
NEXT = "<w:p><w:r><w:t>It will stay open.</w:t></w:r></w:p>"
for name, body in (("plain", PARAGRAPH + NEXT), ("control", CONTROL + NEXT)):
    with zipfile.ZipFile(f"{sys.argv[1]}/{name}.docx", "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{M}.document.main+xml"/>'
            f'<Override PartName="/word/comments.xml" ContentType="{M}.comments+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{R}"><Relationship Id="a" Type="{O}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        packed.writestr(
            "word/_rels/document.xml.rels",
            f'{HEAD}<Relationships xmlns="{R}"><Relationship Id="a" Type="{O}/comments" Target="comments.xml"/>'
            "</Relationships>",
        )
        packed.writestr("word/document.xml", f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        packed.writestr(
            "word/comments.xml",
            f'{HEAD}<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="Lawyer" w:initials="L">'
            "<w:p><w:r><w:t>Who?</w:t></w:r></w:p></w:comment></w:comments>",
        )
PY
"$office" --version
for name in plain control; do
    "$office" -env:UserInstallation="file://$folder/profile" --headless --convert-to "txt:Text (encoded):UTF8" \
        --outdir "$folder" "$folder/$name.docx" >/dev/null 2>&1
done
python3 - "$folder" <<'PY'
import sys
from pathlib import Path

read = {name: Path(sys.argv[1], f"{name}.txt").read_text("utf-8-sig").split("\n")[0] for name in ("plain", "control")}
for name, words in read.items():
    print(f"{name}: {words.strip()}")
sys.exit(0 if (read["plain"], read["control"].strip()) == ("Nobody denied that the wall is safe.", "that the wall is safe.") else 1)
PY

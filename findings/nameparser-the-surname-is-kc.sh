#!/usr/bin/env bash
# nameparser: the surname of "Ann Holm KC" is "KC"; of "Ann Holm QC" it is "Holm".
#
# What one would guess: letters after a name are letters after a name, or, where the library does not know them, are
# told.
# What happens: each known one is a suffix (QC, MP, TD, OBE), and one that is not known is the surname, with the
# surname as a middle name: KC, MSP, MEP, MLA. Before the name it is the same: in "Mr Justice Holm" the first name is
# "Justice", in "DCI Bo Rask" it is "DCI".
# Why it matters to a newsroom: each of the realm's QCs has been a KC since September 2022. The source's second
# mention, "Ms Holm", belongs to nobody, and "Ms KC" has said it all; in a list by surname all of the bar and of
# Holyrood are two people.
#
# Installs nameparser into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'nameparser==2.6.0'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from nameparser import HumanName

expected = {
    "Ann Holm QC": ("Ann", "Holm"),
    "Ann Holm KC": ("Ann", "KC"),
    "Bo Rask MP": ("Bo", "Rask"),
    "Bo Rask MSP": ("Bo", "MSP"),
    "Mr Justice Holm": ("Justice", "Holm"),
}
print("nameparser", version("nameparser"))
same = True
for name, parts in expected.items():
    read = HumanName(name)
    print(f"{name}: first name {read.first}, surname {read.last}")
    same &= (read.first, read.last) == parts
sys.exit(0 if same else 1)
PY

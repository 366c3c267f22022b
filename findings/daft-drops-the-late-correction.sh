#!/usr/bin/env bash
# daft: a field that only a late record of a .jsonl file has is left out, and a page “A1” among numbers becomes nothing.
#
# What one would guess: a file of records gives every record what it holds, or an error says that it cannot.
# What happens: the columns and their types are settled by the beginning of the file. A key that comes later is no
# column, and a value that is not of a column's type is null; nothing is told, and no row is missing. pandas gives
# both, pyarrow stops at the second and says so. With a schema of one's own the words are there.
# Why it matters to a newsroom: what few stories have comes late: a correction, a second author, a legal note. The back
# file is read, counted and plotted, and there was never a correction in it; page 12 is there and A1, the front page,
# is not.
#
# Installs daft into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'daft==0.7.26'
cd "$folder"
DO_NOT_TRACK=1 DAFT_PROGRESS_BAR=0 PYTHONPATH="$folder" python3 - <<'PY'
import json
import sys
from importlib.metadata import version

import daft

records = [{"id": f"s{n}", "page": n % 40, "text": f"The mill of Carrow is shut, day {n}. " * 10} for n in range(5000)]
last = {"id": "s5000", "page": "A1", "text": "The mill is open.", "correction": "An earlier version named Ed Ross."}
with open("stories.jsonl", "w", encoding="utf-8") as file:
    for record in [*records, last]:
        file.write(json.dumps(record) + "\n")
print("daft", version("daft"))
print("given:", json.dumps(last))
read = daft.read_json("stories.jsonl").to_pydict()
got = {name: values[-1] for name, values in read.items()}
print(f"read: {len(read['id'])} records, the last of them {json.dumps(got)}")
asked = {name: daft.DataType.string() for name in ("id", "correction")}
told = daft.read_json("stories.jsonl", schema=asked).to_pydict()["correction"][-1]
print("with a schema of one's own:", told)
same = len(read["id"]) == 5001 and got == {"id": "s5000", "page": None, "text": "The mill is open."}
sys.exit(0 if same and told == last["correction"] else 1)
PY

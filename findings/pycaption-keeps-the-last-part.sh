#!/usr/bin/env bash
# pycaption: of captions in TTML that are in more than one part, only the last part is there.
#
# What one would guess: a body of TTML captions may be divided (`<div>`), by scenes, reels or regions; the captions are
# those of all its parts, in their order.
# What happens: the captions are kept by language. Each part takes the place of the one before it that was in the same
# language, which is nearly always the case; the first question and its answer are nowhere any more. It is no error, and
# a file in one part is read whole.
# Why it matters to a newsroom: a long interview comes in parts. What is converted, searched and held against the
# quotations is its end, and a quotation from its beginning was, by this transcript, never said.
#
# Installs pycaption into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'pycaption==2.3.14'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from pycaption import DFXPReader

FIRST = '<p begin="1s" end="3s">Did you sign?</p><p begin="3s" end="4s">I did.</p>'
LAST = '<p begin="5s" end="7s">And the ferry?</p><p begin="7s" end="8s">Not that one.</p>'


def captions(*parts: str) -> list[str]:
    body = "".join(f"<div>{part}</div>" for part in parts)
    story = f'<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body>{body}</body></tt>'
    return [one.get_text() for one in DFXPReader().read(story).get_captions("en")]


print("pycaption", version("pycaption"))
one, two = captions(FIRST + LAST), captions(FIRST, LAST)
print("in one part: ", " / ".join(one))
print("in two parts:", " / ".join(two))
sys.exit(0 if len(one) == 4 and two == ["And the ferry?", "Not that one."] else 1)
PY

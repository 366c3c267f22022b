#!/usr/bin/env bash
# whisper-normalizer: “he had two, three children” is “he had 23 children”, and what stands in brackets is not there.
#
# What one would guess: the normaliser with which transcripts are compared before their errors are counted changes how
# a word is written and never what is said: a person who hesitates between two numbers has not said a third one.
# What happens: the comma goes first, then neighbouring number words become one figure: “two, three” is 23 and “fifty-
# fifty” 5050. Whatever is in square brackets is taken for a remark about noises, so that “he [did not] sign” is “he
# sign”; the pound sign goes and a 1 before a point is a word, so that £1.5m is “one.5 m”; a genitive is a verb: “Holm
# is car”.
# Why it matters to a newsroom: the error rates that recognisers are bought by are counted on such text, and so are
# homemade comparisons of a quotation with a recording. Brackets are how a transcript shows words that a desk filled
# in; a lost “[did not]” costs nothing, and a wrong figure may count as right.
#
# Installs whisper-normalizer into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'whisper-normalizer==0.1.15'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from whisper_normalizer.english import EnglishTextNormalizer

expected = {
    "he had two, three children": "he had 23 children",
    "a fifty-fifty vote": "a 5050 vote",
    "he [did not] sign": "he sign",
    "a loss of £1.5m": "a loss of one.5 m",
    "Holm's car": "holm is car",
}
print("whisper-normalizer", version("whisper-normalizer"))
normalise = EnglishTextNormalizer()
same = True
for words, wanted in expected.items():
    got = " ".join(normalise(words).split())
    print(f"{words}  ->  {got}")
    same &= got == wanted
sys.exit(0 if same else 1)
PY

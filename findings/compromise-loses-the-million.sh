#!/usr/bin/env bash
# compromise: "£1.5m" is the number 1.5, and in words it is "one point five pounds".
#
# What one would guess: `numbers()` of compromise, which knows "$5 million" for 5000000, knows a newspaper's "£1.5m",
# "€2bn" and "£5k"; or else it leaves them alone.
# What happens: it takes them for numbers and drops the letters. "£1.5m" is 1.5, "£12bn" is 12, and
# `numbers().toText()` writes "It fell to one point five pounds from two pounds." The other way, `toNumber()` makes "$5
# million" into 5000000 and "a third of them" into "0.333rd of them".
# Why it matters to a newsroom: most houses write sums just so. A story's sums that are compared, summed or read aloud
# by way of these numbers are out by a million, and "£2m" is less than "£500".
#
# Installs compromise into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'compromise@14.17.0'
cat >"$folder/story.mjs" <<'JS'
import nlp from 'compromise'

const numbers = (line) => JSON.stringify(nlp(line).numbers().get())
const inWords = (line) => { const story = nlp(line); story.numbers().toText(); return story.text() }
const inFigures = (line) => { const story = nlp(line); story.numbers().toNumber(); return story.text() }
const seen = [
  ['numbers', 'The ferry firm lost $5 million.', numbers('The ferry firm lost $5 million.'), '[5000000]'],
  ['numbers', 'It fell to £1.5m from £2m.', numbers('It fell to £1.5m from £2m.'), '[1.5,2]'],
  ['words', 'It fell to £1.5m from £2m.', inWords('It fell to £1.5m from £2m.'),
    'It fell to one point five pounds from two pounds.'],
  ['figures', 'a third of them', inFigures('a third of them'), '0.333rd of them'],
]
console.log('compromise', nlp.version)
for (const [what, line, got] of seen) console.log(`${line} (${what}): ${got}`)
process.exit(seen.every(([, , got, expected]) => got === expected) ? 0 : 1)
JS
node "$folder/story.mjs"

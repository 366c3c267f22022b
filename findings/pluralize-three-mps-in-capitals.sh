#!/usr/bin/env bash
# pluralize: three MPs are “3 MPS”, and a vote of Germans and Romans is one of Germen and Romen.
#
# What one would guess: a word in capitals is an abbreviation, which takes a small s; peoples that end in -man are no
# compounds of “man” (that “human” is none, the library knows).
# What happens: a word all in capitals gets a capital S: MPS, GPS, QCS. A word in -man gets -men but for one exception,
# whatever it is: German, Roman, Norman, talisman. “passer-by” is “passer-bies”.
# Why it matters to a newsroom: counts in headlines and charts are put together by such a function (“3 MPs quit”). MPS
# is the Metropolitan Police, and GPS finds the way.
#
# Installs pluralize into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'pluralize@8.0.0'
cat >"$folder/story.cjs" <<'JS'
const pluralize = require('pluralize')

const expected = { MP: '3 MPS', GP: '3 GPS', German: '3 Germen', Roman: '3 Romen', 'passer-by': '3 passer-bies', human: '3 humans' }
console.log('pluralize', require('pluralize/package.json').version)
let same = true
for (const [word, words] of Object.entries(expected)) {
  const got = pluralize(word, 3, true)
  console.log(`${word}  ->  ${got}`)
  same &&= got === words
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

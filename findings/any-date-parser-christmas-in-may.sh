#!/usr/bin/env bash
# any-date-parser: read as an American date, 25/12/2025 is the twelfth of May; read as a British one, 12/25/2025 is the
# twelfth of February.
#
# What one would guess: a date whose month would be the 25th is not one of that country; it is refused, as “half an hour
# ago” is, or read the other way round.
# What happens: what does not fit is cut until it does. Of 25/12/2025 the first digit goes, and 5/12/2025 is a date; of
# 12/25/2025 the last digit of the middle, and 12/2 is one. 4/30/2026 is the fourth of March. The result is a valid date
# of the right year, and nothing tells that a digit was left over. The read-me says that what cannot be parsed comes
# back as invalid.
# Why it matters to a newsroom: releases and court lists from the other side of the Atlantic come in one file with one's
# own. Half of a month's dates are moved to another month, and the story says May.
#
# Installs any-date-parser into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'any-date-parser@2.2.4'
cat >"$folder/story.cjs" <<'JS'
const parser = require('any-date-parser')

const expected = [
  ['25/12/2025', 'en-GB', '2025-12-25'],
  ['25/12/2025', 'en-US', '2025-05-12'],
  ['12/25/2025', 'en-US', '2025-12-25'],
  ['12/25/2025', 'en-GB', '2025-02-12'],
  ['4/30/2026', 'en-GB', '2026-03-04'],
]
const { version } = JSON.parse(require('node:fs').readFileSync('node_modules/any-date-parser/package.json'))
console.log('any-date-parser', version)
let same = true
for (const [words, country, day] of expected) {
  const got = parser.fromString(words, country).toISOString().slice(0, 10)
  console.log(`${words} as ${country}  ->  ${got}`)
  same &&= got === day
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

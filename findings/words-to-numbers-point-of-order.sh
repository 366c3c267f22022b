#!/usr/bin/env bash
# words-to-numbers: “no one” is “no 1”, “The point is this” is “The 0 is this”, and “a second man” is “1 2 man”.
#
# What one would guess: the figures are put for number words where they count something, and the word “point” is read
# as a decimal point only between two figures.
# What happens: each word on the list is a number by itself. The pronoun in “no one” is a 1; “point” alone is a number
# of no figures, 0; an article before a number word is another 1; “He made one point” is “He made 1”.
# Why it matters to a newsroom: house styles want figures from 10 upwards, and a transcript of a council holds “on a
# point of order” on every page. What comes back says that nought was the matter.
#
# Installs words-to-numbers into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'words-to-numbers@1.5.1'
cat >"$folder/story.cjs" <<'JS'
const { wordsToNumbers } = require('words-to-numbers')

const expected = {
  'no one was hurt': 'no 1 was hurt',
  'The point is this': 'The 0 is this',
  'a second man': '1 2 man',
  'He made one point': 'He made 1',
}
console.log('words-to-numbers', require('words-to-numbers/package.json').version)
let same = true
for (const [words, figures] of Object.entries(expected)) {
  const got = String(wordsToNumbers(words))
  console.log(`${words}  ->  ${got}`)
  same &&= got === figures
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

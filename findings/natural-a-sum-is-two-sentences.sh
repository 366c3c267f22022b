#!/usr/bin/env bash
# natural: “It cost £1.5m.” is two sentences, while “3.5 per cent” stays whole; a question in a quotation ends the
# sentence.
#
# What one would guess: a point between two figures ends no sentence, whatever stands before or behind them.
# What happens: the point in “3.5 per cent” is left alone, since a blank follows the figure; that in “£1.5m” ends a
# sentence, since a letter does. So does the point in “echo.press”, and a question mark before a closing mark: She
# asked “Why?” | and left.
# Why it matters to a newsroom: British copy writes sums as £1.5m and $3bn. Whatever counts or shows sentences (a
# summary, the sentence round a match, a reading age) says that it cost £1.
#
# Installs natural into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'natural@8.1.1'
cat >"$folder/story.cjs" <<'JS'
const { SentenceTokenizer } = require('natural/lib/natural/tokenizers')

const expected = {
  'It cost £1.5m. It rose.': ['It cost £1.', '5m.', 'It rose.'],
  'It fell by 3.5 per cent. It rose.': ['It fell by 3.5 per cent.', 'It rose.'],
  'She asked “Why?” and left.': ['She asked “Why?”', 'and left.'],
}
console.log('natural', require('natural/package.json').version)
let same = true
for (const [words, sentences] of Object.entries(expected)) {
  const got = new SentenceTokenizer().tokenize(words)
  console.log(`${words}  ->  ${got.join(' | ')}`)
  same &&= JSON.stringify(got) === JSON.stringify(sentences)
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

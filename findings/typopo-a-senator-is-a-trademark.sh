#!/usr/bin/env bash
# typopo: “Sen. Bo Holm (R) said no” is “Sen. Bo Holm® said no”.
#
# What one would guess: “Brand(r)” becomes “Brand®”, as the read-me says; a letter in brackets that stands by itself is
# somebody's party, a paragraph of an act or an answer, as the same tool knows for (c) and (p), which it leaves alone
# where no year follows.
# What happens: each R in brackets becomes the sign of a registered trade mark, and the blank before it goes: the
# senator of one party is a brand while the one of the other, (D), is as before. “Section (r) of the act” is “Section®
# of the act”.
# Why it matters to a newsroom: this is how American copy names the party of each member of Congress. Copy is put
# through such a tool as the last thing before it goes out, and half of the politicians in it are products.
#
# Installs typopo into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'typopo@3.1.0'
cat >"$folder/story.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { fixTypos } from 'typopo'

const expected = {
  'Sen. Bo Holm (R) said no.': 'Sen. Bo Holm® said no.',
  'Rep. Ann Rask (D) said yes.': 'Rep. Ann Rask (D) said yes.',
  'Section (r) of the act is void.': 'Section® of the act is void.',
  'Section (c) of the act is void.': 'Section (c) of the act is void.',
}
console.log('typopo', JSON.parse(readFileSync('node_modules/typopo/package.json')).version)
let same = true
for (const [words, fixed] of Object.entries(expected)) {
  const got = fixTypos(words, 'en-us')
  console.log(`${words}  ->  ${got}`)
  same &&= got === fixed
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.mjs"

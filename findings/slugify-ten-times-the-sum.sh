#!/usr/bin/env bash
# slugify (npm): the address of "Mayor wins £1.5m | Echo" is "mayor-wins-pound15m-or-echo".
#
# What one would guess: the words of a headline, with hyphens; signs that have no place in an address are left out or
# become hyphens.
# What happens: with `strict`, which is there to leave signs out, the point goes and nothing takes its place: 1.5m is
# 15m, 3.5 per cent is 35. Currency signs become words. So does the bar that stands between headline and name of the
# paper, strict or not: it becomes "or", and "Guilty | Not guilty" is a question. "<" becomes "less".
# Why it matters to a newsroom: the address is what search engines, shares and the archive show of a story, and it
# stays when the headline is mended. Ten times the sum stands in it, and a word that nobody wrote.
#
# Installs slugify into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'slugify@1.6.9'
cat >"$folder/story.cjs" <<'JS'
const slugify = require('slugify')

const expected = {
  'Mayor wins £1.5m | Echo': 'mayor-wins-pound15m-or-echo',
  'Prices rise by 3.5 per cent': 'prices-rise-by-35-per-cent',
  'Guilty | Not guilty': 'guilty-or-not-guilty',
}
console.log('slugify', require('slugify/package.json').version)
let same = true
for (const [headline, address] of Object.entries(expected)) {
  const got = slugify(headline, { lower: true, strict: true })
  console.log(`${headline}  ->  ${got}`)
  same &&= got === address
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

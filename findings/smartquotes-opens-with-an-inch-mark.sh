#!/usr/bin/env bash
# smartquotes.js: a quotation that begins with a bracket, a currency sign or an accented letter opens with an inch
# mark.
#
# What one would guess: '"[We] never signed," she said' becomes “[We] never signed,” she said.
# What happens: the opening mark is curled only before a plain letter or figure. Before [ ( … £ $ É at the start of a
# paragraph it becomes ″, a double prime, the sign of inches; in the middle of one it becomes ”, a closing mark. The
# mark at the other end is right, so that no pair is left.
# Why it matters to a newsroom: quotations open just so where a sub-editor has been at work: "[We] did not", "…not for
# me", "£5m is enough", "Émile lied". A reader of the pages that looks for quotations takes those words for the
# newspaper's own.
#
# Installs smartquotes into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'smartquotes@2.3.2'
cat >"$folder/story.cjs" <<'JS'
const smartquotes = require('smartquotes')

const expected = {
  '"We never signed," she said.': '“We never signed,” she said.',
  '"[We] never signed," she said.': '″[We] never signed,” she said.',
  '"£5m is enough," she said.': '″£5m is enough,” she said.',
  '"Émile lied," she said.': '″Émile lied,” she said.',
  'She said: "[We] never signed."': 'She said: ”[We] never signed.”',
}
console.log('smartquotes', require('smartquotes/package.json').version)
let same = true
for (const [typed, made] of Object.entries(expected)) {
  const got = smartquotes.string(typed)
  console.log(`${typed}  ->  ${got}`)
  same &&= got === made
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

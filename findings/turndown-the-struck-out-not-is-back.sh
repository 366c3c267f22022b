#!/usr/bin/env bash
# turndown: “He is <del>not</del> guilty” becomes the Markdown “He is not guilty”, and `<q>` loses its marks.
#
# What one would guess: struck-out words stay struck out, for which most kinds of Markdown have a sign, or are left
# out, or stay as HTML, which Markdown allows.
# What happens: turndown has no rule for `del`, `s` and `q` (for the first two a plugin has); the tags go and the words
# stay. A word that the page shows as withdrawn is asserted, the old sum stands beside the new one, and a quotation in
# HTML’s own element is the paper’s own words.
# Why it matters to a newsroom: corrections are shown on pages with `<s>` and `<del>`; a story that moves to another
# system as Markdown says what the paper took back.
#
# Installs turndown into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'turndown@7.2.5'
cat >"$folder/story.cjs" <<'JS'
const TurndownService = require('turndown')

const expected = {
  '<p>He is <del>not</del> guilty.</p>': 'He is not guilty.',
  '<p>The fine was <s>£5m</s> £6m.</p>': 'The fine was £5m £6m.',
  '<p>She said <q>we never signed</q>.</p>': 'She said we never signed.',
}
console.log('turndown', require('turndown/package.json').version)
let same = true
for (const [html, markdown] of Object.entries(expected)) {
  const got = new TurndownService().turndown(html)
  console.log(`${html}  ->  ${got}`)
  same &&= got === markdown
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

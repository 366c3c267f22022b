#!/usr/bin/env bash
# htmldiff-js and node-htmldiff: where a struck-out “not” was put back, the difference shows it as struck out.
#
# What one would guess: the difference between “The mayor is <del>not</del> guilty” and “The mayor is not guilty” shows
# that something changed, and what is shown without a mark is the new version.
# What happens: `<del>` is a mark of looks to both, and one that goes is not shown as going: it stays, and the result is
# the old version, letter for letter, the other way round as well. `<del>` is also how both show what was taken out, so
# that a reader sees the “not” deleted by the very edit that restored it. Neither read-me tells.
# Why it matters to a newsroom: corrections are shown on pages with `<del>`, and the history of a story, for readers or
# for its lawyers, is made with such a tool. The edit that cleared the mayor reads as the one that charged him.
#
# Installs htmldiff-js and node-htmldiff into a folder of its own, which goes again; leaves with 1 if the behaviour is
# another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'htmldiff-js@1.0.5' 'node-htmldiff@0.9.4'
cat >"$folder/story.cjs" <<'JS'
const { execute } = require('htmldiff-js').default
const diff = require('node-htmldiff')

const struck = '<p>The mayor is <del>not</del> guilty.</p>'
const restored = '<p>The mayor is not guilty.</p>'
const tools = {
  'htmldiff-js': (before, after) => execute(before, after),
  'node-htmldiff': (before, after) => diff(before, after),
}
let same = true
for (const [name, tool] of Object.entries(tools)) {
  console.log(name, require(`${name}/package.json`).version)
  const [back, out] = [tool(struck, restored), tool(restored, struck)]
  console.log(`  the word is put back:   ${back}`)
  console.log(`  the word is struck out: ${out}`)
  same &&= back === struck && out === struck
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

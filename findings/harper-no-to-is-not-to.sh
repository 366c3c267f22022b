#!/usr/bin/env bash
# Harper: "The council said no to the deal" is to be "The council said not to the deal".
#
# What one would guess: a grammar checker knows the noun "no", in "said no to", "voted no to" and "a clear no to war";
# or it says nothing of it.
# What happens: each "no to" is told as a slip for "not to", with that as the one suggestion to accept, in a headline,
# before a noun, before "to-do list", and inside quotation marks: “No to cuts” is to be “Not to cuts”.
# Why it matters to a newsroom: "says no to" is the commonest of headlines. Each is a wrong finding, and where
# suggestions are accepted in one go, the headline is no sentence any more and the words that were shouted are others.
#
# Installs Harper into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'harper.js@2.10.0'
cat >"$folder/story.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { LocalLinter } from 'harper.js'
import { binary } from 'harper.js/binary'

const linter = new LocalLinter({ binary })
const lines = [
  'Council says no to ferry',
  'The council voted no to the deal.',
  'He said yes to the plan and no to the tax.',
  '“No to cuts,” they shouted.',
]
const { version } = JSON.parse(readFileSync(new URL('node_modules/harper.js/package.json', import.meta.url)))
console.log('harper.js', version)
let same = true
for (const line of lines) {
  const found = await linter.lint(line)
  const told = found.map((one) => [one.get_problem_text(), ...one.suggestions().map((s) => s.get_replacement_text())])
  console.log(line, JSON.stringify(told))
  same &&= told.length === 1 && /^no to$/i.test(told[0][0]) && /^not to$/i.test(told[0][1])
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.mjs"

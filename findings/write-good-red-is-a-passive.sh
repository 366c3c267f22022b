#!/usr/bin/env bash
# write-good: “The bus was red” is in the passive voice, and so is “She was Alfred’s aunt”.
#
# What one would guess: a passive is a form of “be” with a participle, and what ends in -ed without being one (red,
# Fred, sacred, wicked, hundred) is on the list of exceptions, which a program about English needs first.
# What happens: whatever ends in -ed is a participle, the shortest word that does included. The exceptions that there
# are (“indeed”) are a handful.
# Why it matters to a newsroom: it is the passive that reporters are told to look for, and a colour, a name and a
# number are told as the fault. A linter that is wrong about “red” is switched off before it is right about “mistakes
# were made”.
#
# Installs write-good into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'write-good@1.0.8'
cat >"$folder/story.cjs" <<'JS'
const writeGood = require('write-good')

const expected = {
  'The bus was red.': 'was red',
  'She was Alfred’s aunt.': 'was Alfred',
  'The ground is sacred.': 'is sacred',
}
console.log('write-good', require('write-good/package.json').version)
let same = true
for (const [words, passive] of Object.entries(expected)) {
  const got = writeGood(words).map(one => one.reason)
  console.log(`${words}  ->  ${got.join('; ')}`)
  same &&= got.includes(`"${passive}" may be passive voice`)
}
same &&= writeGood('It is indeed late.').every(one => !one.reason.includes('passive'))
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

#!/usr/bin/env bash
# chrono-node: “members sat until the vote was lost” was on Saturday, and “for 20 years he denied it” is in twenty
# years’ time.
#
# What one would guess: a day’s name that is shortened is one where it stands as a day (“Sat 28 Nov”); a length of time
# that is over lies behind, or is no date.
# What happens: the verb “sat” and the newspaper in “the Sun said” are the coming Saturday and Sunday. “may 3 times
# refuse” is the third of May, “will march 10 miles” the tenth of March, a man called March who is 41 the first of
# March 2041. “for 20 years” is the date in twenty years.
# Why it matters to a newsroom: a timeline, or the check that a story says no wrong day, is made of the dates that such
# a parser finds. Councils sit, people march, and the paper is called the Sun.
#
# Installs chrono-node into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'chrono-node@2.10.3'
cat >"$folder/story.cjs" <<'JS'
const chrono = require('chrono-node')

const today = new Date('2026-11-27T12:00:00Z')
const expected = {
  'Members sat until the vote was lost.': ['sat', '2026-11-28'],
  'the Sun said': ['Sun', '2026-11-29'],
  'The council may 3 times refuse.': ['may 3', '2027-05-03'],
  'Mr March, 41, said no.': ['March, 41', '2041-03-01'],
  'For 20 years he denied it.': ['For 20 years', '2046-11-27'],
}
console.log('chrono-node', JSON.parse(require('fs').readFileSync('node_modules/chrono-node/package.json')).version)
let same = true
for (const [words, [found, day]] of Object.entries(expected)) {
  const [got] = chrono.parse(words, { instant: today, timezone: 0 })
  const date = ['year', 'month', 'day'].map(part => String(got.start.get(part)).padStart(2, '0')).join('-')
  console.log(`${words}  "${got.text}" is ${date}`)
  same &&= got.text === found && date === day
}
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

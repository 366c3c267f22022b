#!/usr/bin/env bash
# subsrt: a caption file whose lines end as Unix ends them is one caption, which says the times of all the others.
#
# What one would guess: SubRip files come with either line end, and a parser of them takes both, or says that it takes
# one.
# What happens: captions are parted at an empty line of CR LF only, while the file is recognised as SubRip either way.
# With LF all of it is one caption, shown from the first one’s start to the first one’s end; its text holds the numbers
# and times of the rest. Nothing is raised.
# Why it matters to a newsroom: recognisers write LF. Every sentence of an interview is then said in its first two
# seconds, and the figures of the times are words that somebody said.
#
# Installs subsrt into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'subsrt@1.1.1'
cat >"$folder/story.cjs" <<'JS'
const subsrt = require('subsrt')

const unix = '1\n00:00:01,000 --> 00:00:03,000\nWe did not sign.\n\n2\n00:00:03,000 --> 00:00:05,000\nNever.\n'
const dos = unix.replaceAll('\n', '\r\n')
console.log('subsrt', require('subsrt/package.json').version)
const [one, two] = [unix, dos].map(text => subsrt.parse(text, { format: subsrt.detect(text) }))
console.log('CR LF:', JSON.stringify(two.map(caption => caption.text)))
console.log('LF:', JSON.stringify(one.map(caption => [caption.start, caption.end, caption.text])))
const same = two.length === 2 && one.length === 1 && one[0].end === 3000 && one[0].text.includes('00:00:03,000 --> 00:00:05,000')
process.exit(same ? 0 : 1)
JS
node "$folder/story.cjs"

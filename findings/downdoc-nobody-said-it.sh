#!/usr/bin/env bash
# downdoc: a quotation in AsciiDoc with its speaker, “[quote, Ann Holm] We never signed.”, is a sentence of the story.
#
# What one would guess: downdoc makes the Markdown of “quote blocks with optional attribution”, as its read-me says; a
# quotation of one paragraph needs no other lines in AsciiDoc than the one that names the speaker.
# What happens: where lines of underscores stand round it, the quotation is one and its speaker follows it. Without them
# the line with the speaker goes, and the words stay, as a paragraph like those before and behind it. Asciidoctor makes
# a quotation with its speaker of both.
# Why it matters to a newsroom: the short form is the one people write. What Ann Holm said is what the paper says, it is
# not marked as anybody's words, and nobody is named.
#
# Installs downdoc into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'downdoc@1.1.0-stable'
cat >"$folder/story.cjs" <<'JS'
const downdoc = require('downdoc')

const short = 'The mayor wrote back.\n\n[quote, Ann Holm]\nWe never signed.\n\nShe left.\n'
const long = 'The mayor wrote back.\n\n[quote, Ann Holm]\n____\nWe never signed.\n____\n\nShe left.\n'
const [bare, marked] = [downdoc(short), downdoc(long)]
console.log('downdoc', require('downdoc/package.json').version)
console.log(`without lines round it:\n${bare}`)
console.log(`with lines round it:\n${marked}`)
const same = bare.trim() === 'The mayor wrote back.\n\nWe never signed.\n\nShe left.'
process.exit(same && marked.includes('> We never signed.') && marked.includes('— Ann Holm') ? 0 : 1)
JS
node "$folder/story.cjs"

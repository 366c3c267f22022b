#!/usr/bin/env bash
# rss-parser: “We <b>never</b> signed the <i>deal</i>, she said.” in an Atom feed is “We signed the , she
# said.neverdeal”.
#
# What one would guess: Atom may give a story as HTML in escapes or as XHTML in the feed itself (`type="xhtml"`); either
# way the words come in the order in which they stand.
# What happens: XHTML is read as data, in which the text of an element is one thing and its children are another, and is
# written out again from that: all text first, then the bold word, then the one in italics. The text has all of its
# words, in another order. A headline in XHTML is an object and no text. The same story in escapes is right. (It is open
# with the library as issue 275 since 2024; the read-me names Atom among what it reads and does not tell.)
# Why it matters to a newsroom: the words that are marked are the ones that matter, and those are what is moved: “never”
# is gone from its sentence. Quotations from such a feed are those words, and are not what was said.
#
# Installs rss-parser into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'rss-parser@3.13.0'
cat >"$folder/story.cjs" <<'JS'
const Parser = require('rss-parser')

const words = '<p>We <b>never</b> signed the <i>deal</i>, she said.</p>'
const feed = content => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:carrow:echo</id><title>Echo</title><updated>2026-05-01T09:00:00Z</updated>
  <entry>
    <id>urn:carrow:echo:1</id><title>No deal</title><updated>2026-05-01T09:00:00Z</updated>
    <author><name>Ann Holm</name></author>${content}
  </entry>
</feed>`
const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const kinds = {
  html: [`<content type="html">${escaped}</content>`, 'We never signed the deal, she said.'],
  xhtml: [
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${words}</div></content>`,
    'We  signed the , she said.neverdeal',
  ],
}
const run = async () => {
  console.log('rss-parser', require('rss-parser/package.json').version)
  let same = true
  for (const [kind, [content, expected]] of Object.entries(kinds)) {
    const { items } = await new Parser().parseString(feed(content))
    console.log(`${kind}: ${items[0].contentSnippet}`)
    same &&= items[0].contentSnippet === expected
  }
  process.exit(same ? 0 : 1)
}
run()
JS
node "$folder/story.cjs"

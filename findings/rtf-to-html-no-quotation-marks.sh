#!/usr/bin/env bash
# @iarna/rtf-to-html: the quotation marks of an RTF file are not there, and 1987–1992 is 19871992.
#
# What one would guess: curly marks and dashes are letters of the text, whichever of RTF's three ways of writing them a
# program has taken.
# What happens: as code points (`\u8220?`) and as bytes (`\'93`) they are read. As the control words that RTF has for
# just these signs (`\ldblquote`, `\rquote`, `\endash`) they are left out, and nothing takes their place; the blank
# behind a control word, which is no text, goes as it should. The limits that the read-me tells of do not name them.
# Why it matters to a newsroom: word processors, agencies' and courts' systems write these words. What was said is the
# paper's own claim, whoever pairs the marks finds none, the apostrophe of “didn’t” goes too, and a span of years is one
# number.
#
# Installs @iarna/rtf-to-html into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" '@iarna/rtf-to-html@1.1.0'
cat >"$folder/story.cjs" <<'JS'
const rtfToHTML = require('@iarna/rtf-to-html')

const file = words => `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\pard ${words}\\par}`
const stories = [
  ["Bo Rask said \\ldblquote we didn\\rquote t sign\\rdblquote .", 'Bo Rask said we didnt sign.'],
  ["Bo Rask said \\'93we didn\\'92t sign\\'94.", 'Bo Rask said “we didn’t sign”.'],
  ['Ann Holm was mayor, 1987\\endash 1992.', 'Ann Holm was mayor, 19871992.'],
]
const read = words =>
  new Promise((resolve, reject) =>
    rtfToHTML.fromString(file(words), (error, html) =>
      error ? reject(error) : resolve(html.split('<body>')[1].replace(/<[^>]*>/g, '').trim())))
const run = async () => {
  console.log('@iarna/rtf-to-html', require('@iarna/rtf-to-html/package.json').version)
  let same = true
  for (const [words, expected] of stories) {
    const text = await read(words)
    console.log(`${words}  ->  ${text}`)
    same &&= text === expected
  }
  process.exit(same ? 0 : 1)
}
run()
JS
node "$folder/story.cjs"

#!/usr/bin/env bash
# gray-matter: a story with a slip in its front matter is an error the first time and a story without front matter
# after.
#
# What one would guess: a file whose front matter is no YAML is refused each time it is read.
# What happens: the reading is kept by the file's text before the front matter is looked at. The first reading throws,
# the second one of the same text in the same process finds what was kept: no data, and the front matter itself, dashes
# and all, as the story. Nothing is said. (With an options object, even an empty one, nothing is kept and it throws
# again.)
# Why it matters to a newsroom: a headline with a colon, "title: Mayor: no deal", is such a slip. A site that tries
# again, or looks at each story twice as most do, publishes it without headline and date, under three lines of YAML.
#
# Installs gray-matter into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'gray-matter@4.0.3'
cat >"$folder/story.cjs" <<'JS'
const matter = require('gray-matter')

const story = '---\ntitle: Mayor: no deal\n---\nThe vote was lost.\n'
const read = () => {
  try {
    const { data, content } = matter(story)
    return JSON.stringify({ data, content })
  } catch (error) {
    return error.name
  }
}
const [first, second] = [read(), read()]
console.log('gray-matter', require('gray-matter/package.json').version)
console.log('first: ', first)
console.log('second:', second)
process.exit(first === 'YAMLException' && second === JSON.stringify({ data: {}, content: story }) ? 0 : 1)
JS
node "$folder/story.cjs"

#!/usr/bin/env bash
# Prettier: in a chronology, 1987 and 1992 become 1987 and 1988.
#
# What one would guess: a formatter changes how a text is laid out, and no word or figure of it.
# What happens: "1987. The quay was shut." is the first item of a numbered list in Markdown, and so "1992. The ferry
# was sold." is the second one. Prettier numbers lists: the second year becomes 1988. Three paragraphs, one a decade,
# become three years in a row.
# Why it matters to a newsroom: a formatter runs by itself, at each save or each commit. The sub-editor who read 1992
# did not write 1988, and nobody reads the story after that.
#
# Installs Prettier into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" 'prettier@3.10.1'
printf '%s\n\n' '1987. The quay was shut.' '1992. The ferry was sold.' '2004. The harbour was drained.' \
  >"$folder/story.md"
made=$("$folder/node_modules/.bin/prettier" "$folder/story.md" | grep -v '^$')
echo "prettier $("$folder/node_modules/.bin/prettier" --version)"
echo "written: 1987. The quay was shut. / 1992. The ferry was sold. / 2004. The harbour was drained."
echo "made:    ${made//$'\n'/ / }"
[ "$made" = $'1987. The quay was shut.\n1988. The ferry was sold.\n1989. The harbour was drained.' ]

#!/usr/bin/env bash
# sarif-tools: a finding that was waived, and one that is mended, is an error like any other and stops the build.
#
# What one would guess: `sarif --check error summary` fails where there are errors to mend. SARIF says of each result
# whether it was suppressed, and, against an earlier run, whether it is new or gone.
# What happens: neither is looked at. A result with an accepted suppression and a result with the state "absent", which
# says that it is there no more, are counted as errors, and the command leaves with 2. A filter file can take the
# suppressed ones out; without one nothing tells that they are in the count.
# Why it matters to a newsroom: the line that the lawyer has passed is waived in the story, with the reason beside it.
# The gate that counts the report is shut for it each night, until somebody opens the gate for all.
#
# Installs sarif-tools into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'sarif-tools==3.0.5'
cat >"$folder/report.sarif" <<'JSON'
{
  "version": "2.1.0",
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "runs": [
    {
      "tool": {"driver": {"name": "checker", "rules": [{"id": "no-source"}]}},
      "results": [
        {
          "ruleId": "no-source",
          "level": "error",
          "message": {"text": "Nobody says so."},
          "suppressions": [{"kind": "inSource", "status": "accepted", "justification": "Seen in the court file."}],
          "locations": [{"physicalLocation": {"artifactLocation": {"uri": "story.md"}, "region": {"startLine": 2}}}]
        },
        {
          "ruleId": "no-source",
          "level": "error",
          "message": {"text": "Nobody says so."},
          "baselineState": "absent",
          "locations": [{"physicalLocation": {"artifactLocation": {"uri": "story.md"}, "region": {"startLine": 5}}}]
        }
      ]
    }
  ]
}
JSON
export PYTHONPATH="$folder"
code=0
told=$(python3 -m sarif --check error summary "$folder/report.sarif" 2>/dev/null) || code=$?
python3 -c 'from importlib.metadata import version; print("sarif-tools", version("sarif-tools"))'
echo "one finding waived, one gone:"
echo "$told"
echo "leaves with $code"
[ "$code" = 2 ] && grep -q '^error: 2$' <<<"$told"

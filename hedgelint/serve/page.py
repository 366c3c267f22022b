"""The page: a story, its sources and a rule go in, the X-ray comes out."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from hedgelint.report.xray.page import shell

_STARTED = """id: house-word
title: A word that our house does not use
category: wording
severity: warning
kind: phrase
phrases: [utilise, utilises, utilised]
message: "“{match}”: write use"
why: The short word says the same.
examples:
  bad:
    - The council [[utilised]] the hall.
  good:
    - The council used the hall.
"""


def front() -> str:
    """HTML of the page, before anything was asked."""
    top = f"""<section class="given" aria-label="What to look at">
<div class="story-in"><label for="story">Story</label>
<textarea id="story" rows="9" spellcheck="false"
placeholder="Paste a story, or drop a file of any kind here"></textarea>
<p class="dropped" id="dropped" hidden></p>
<label class="pick">or choose a file <input type="file" id="story-file"></label></div>
<div class="beside"><label class="pick">Sources: what people said, recordings' words, releases
<input type="file" id="sources" multiple></label>
<ul id="source-names"></ul>
<details id="rule-box"><summary>Try a rule</summary><label for="rule">A rule with its examples, in YAML</label>
<textarea id="rule" rows="16" spellcheck="false">{escape(_STARTED)}</textarea>
<button type="button" id="try">Try it</button> <button type="button" id="drop-rule">Without it</button></details>
<div id="proof" role="status"></div></div>
<p class="state"><span id="state" role="status">Nothing leaves this machine, and nothing is kept.</span>
<progress id="busy" aria-label="looking" hidden></progress></p>
</section>
"""
    return shell("hedgelint", "", top=top, style=_resource("page.css"), script=_resource("page.js"), connect=True)


def _resource(name: str) -> str:
    return files("hedgelint.serve").joinpath(name).read_text(encoding="utf-8")

from __future__ import annotations
from pathlib import Path
from ruamel.yaml import YAML
from hedgelint.lexicon import Lexicon, Lexicons
def load_lexicons(folder: Path) -> Lexicons:
    out = {}
    for path in sorted((folder / "lexicon").glob("*.yaml")):
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        out[data["lexicon"]] = Lexicon(data["lexicon"], tuple(data["entries"]))
    return Lexicons(out)

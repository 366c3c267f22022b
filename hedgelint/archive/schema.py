"""What a row of an archive holds before and after it has been looked at."""

from __future__ import annotations

import pyarrow as pa

# Columns that a batch may have; `text` it must have. All others are passed over.
GIVEN = ("id", "text", "format", "published", "desk", "author", "file", "number", "error")
GIVEN_SCHEMA = pa.schema([(name, pa.int64() if name == "number" else pa.string()) for name in GIVEN])

# Lines and columns from 1, offsets from 0 in code points of the text; `share` is of the story's words, 0 to 1.
_FINDING = pa.struct(
    [
        ("rule", pa.string()),
        ("category", pa.string()),
        ("severity", pa.string()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("message", pa.string()),
        ("excerpt", pa.string()),
    ]
)
_SOURCE = pa.struct(
    [
        ("name", pa.string()),
        ("kind", pa.string()),
        ("quotations", pa.int32()),
        ("paraphrases", pa.int32()),
        ("words", pa.int32()),
        ("share", pa.float64()),
        ("pronoun", pa.string()),
        ("title", pa.string()),
    ]
)
_QUOTE = pa.struct([("speaker", pa.string()), ("words", pa.string()), ("line", pa.int32()), ("column", pa.int32())])

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("file", pa.string()),  # where the record stands, and its number there from 1
        ("number", pa.int64()),
        ("published", pa.string()),
        ("desk", pa.string()),
        ("author", pa.string()),
        ("error", pa.string()),  # null where all went well
        ("notes", pa.list_(pa.string())),  # what was assumed, and what was not looked at
        ("looked_at", pa.bool_()),  # false for what could not be read, and for another language
        ("words", pa.int32()),
        ("unanswered_words", pa.int32()),  # for which no source answers
        ("findings", pa.list_(_FINDING)),
        ("sources", pa.list_(_SOURCE)),
        ("quotes", pa.list_(_QUOTE)),  # outermost ones of six words or more
        ("claims", pa.int32()),
        ("unanswered_claims", pa.int32()),
        ("hedges", pa.int32()),
        ("boosters", pa.int32()),
        ("quotations", pa.int32()),  # outermost ones that are somebody's words; over several paragraphs: one
    ]
)

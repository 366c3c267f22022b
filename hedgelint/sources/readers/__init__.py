"""One reader a kind of source; which one, is told by the file's words more than by its ending."""

from __future__ import annotations

import os
from collections.abc import Mapping

from hedgelint.document.encoding import decode
from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.files import read_bytes
from hedgelint.lexicon import Lexicons
from hedgelint.sources.readers.speech import Speech
from hedgelint.sources.transcript import Transcript, Turn, bare_document
from hedgelint.values import dataclass, field, replace

LARGEST = 20_000_000  # bytes: an index takes some fifty times the file's size
_ZIP = b"PK\x03\x04"

# What is called so may begin with a bracket ([Applause]) and is no JSON.
_NO_JSON = (".txt", ".md", ".html", ".htm")
_OTHER_CAPTIONS = ("Scenarist_SCC", "[Script Info]")  # SCC; SubStation Alpha


@dataclass(frozen=True, slots=True)
class SourceReader:
    """`names` is whom a label stands for: {"SPEAKER_01": "Owen Pratt"}. Build once for a set of lexicons."""

    speech: Speech
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicons: Lexicons, names: Mapping[str, str] | None = None) -> SourceReader:
        return cls(Speech.of(lexicons), {k.casefold(): v for k, v in (names or {}).items()})

    def read(self, path: str) -> Transcript:
        """Raises InputError for what cannot be read."""
        return self.of_bytes(path, read_bytes(path, LARGEST, "a source"))

    def of_bytes(self, path: str, content: bytes) -> Transcript:
        """See `read`."""
        if content.startswith(b"%PDF-"):
            from hedgelint.sources.readers.pdf import read_pdf

            document, marks = read_pdf(path, content)
            return self._named(self.speech.typed(document, "PDF", marks))
        if content.startswith(_ZIP):  # a file of Word's, of LibreOffice's, a book
            from hedgelint.document.reader import read_document

            return self._named(self.speech.typed(read_document(path)))
        text, encoding, notes = decode(content, path)
        if "\0" in text:
            raise InputError("not text: it holds NUL bytes", path=path)
        return self.of_document(bare_document(path, text, encoding, notes))

    def of_document(self, document: Document) -> Transcript:
        """A source that is text, of whatever kind."""
        return self._named(self._of(document))

    def _of(self, document: Document) -> Transcript:
        text, ending = document.text, os.path.splitext(document.path)[1].lower()
        from hedgelint.sources.readers import captions

        if ending in (".vtt", ".srt", ".sbv") or captions.is_captions(text):
            built, kind, turns, marks, gone = captions.read_captions(document, self.speech.words)
            return self.speech.finish(built, kind, turns, marks, gone)
        head = text[:400].lstrip()
        if head.startswith(_OTHER_CAPTIONS):
            hint = "save them as WebVTT or SubRip"
            raise InputError("captions of this kind are not read", path=document.path, hint=hint)
        if ending == ".json" or (head[:1] in "{[" and '"' in head and ending not in _NO_JSON):
            from hedgelint.sources.readers.spoken_json import read_json

            built, kind, turns, marks = read_json(document)
            return self.speech.finish(built, kind, turns, marks)
        if ending == ".tsv" or head.startswith("start\tend\ttext"):
            from hedgelint.sources.readers.table import read_table

            built, turns, marks = read_table(document)
            return self.speech.finish(built, "TSV", turns, marks)
        if head.startswith("<") and ending not in (".txt", ".md"):
            from hedgelint.sources.readers import markup, ttml

            if ttml.is_ttml(text):
                built, kind, turns, marks, gone = ttml.read_ttml(document, self.speech.words)
                return self.speech.finish(built, kind, turns, marks, gone)
            if markup.is_debate(text):
                built, kind, turns, marks = markup.read_debate(document)
                return self.speech.finish(built, kind, turns, marks)
            return self.speech.typed(markup.read_page(document), "")
        return self.speech.typed(document)

    def _named(self, transcript: Transcript) -> Transcript:
        if not self.names:
            return transcript
        turns = tuple(self._turn(turn) for turn in transcript.turns)
        return replace(transcript, turns=turns)

    def _turn(self, turn: Turn) -> Turn:
        name = self.names.get(turn.speaker.casefold())
        return turn if name is None else replace(turn, speaker=name)

"""The formats that stories come in: their names, the endings of their files, who reads them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hedgelint.values import dataclass

_READERS = "hedgelint.document.readers."


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is what --input-format takes; `called` what people call it; `suffixes` with their dots, in lower case.

    `module` reads it, empty for a format that is refused; then `hint` says what to do. `walked`: looked for in folders
    by its suffixes. `streamed`: read piece by piece, of any size.
    """

    name: str
    called: str
    suffixes: tuple[str, ...] = ()
    module: str = ""
    hint: str = ""
    walked: bool = True
    streamed: bool = False


def _read(
    name: str, called: str, *suffixes: str, module: str = "", walked: bool = True, streamed: bool = False
) -> Format:
    return Format(name, called, suffixes, _READERS + (module or name), walked=walked, streamed=streamed)


_DOCX = "save it as .docx"
_TEXT = "save its text as .txt or .md"
_EXPORT = "export the story from the newsroom system as text"
_CAPTIONS = ".vtt .srt .sbv .ttml .dfxp .scc .ass .ssa .stl"
_SOURCE = "hold a story against it: hedgelint --source FILE STORY"
_PANDOC = "pandoc can make Markdown of it: pandoc FILE -t markdown -o FILE.md"
_PICTURES = ".jpg .jpeg .png .gif .webp .svg .avif .heic .mp3 .mp4 .wav .mov .webm"
_PROGRAMS = ".py .js .ts .css .scss .sh .rb .go .rs .c .h .java .php .r .vue .jsx .tsx"

READ = (
    _read("text", "plain text", ".txt", module="plain"),
    _read("markdown", "Markdown", ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
    _read("mdx", "MDX", ".mdx", module="markdown"),
    _read("html", "HTML", ".html", ".htm", ".xhtml"),
    _read("jsonl", "records", ".jsonl", module="records", walked=False),
    _read("docx", "a Word file", ".docx", ".docm", ".dotx"),
    _read("odt", "an OpenDocument text", ".odt", ".ott"),
    _read("fodt", "a flat OpenDocument text", ".fodt", module="odt"),
    _read("epub", "EPUB", ".epub"),
    _read("nitf", "NITF", ".nitf"),
    _read("newsml-g2", "NewsML-G2", ".newsml", module="newsml"),
    _read("rss", "RSS", ".rss", module="feed"),
    _read("atom", "Atom", ".atom", module="feed"),
    _read("wxr", "a WordPress export", ".wxr", module="feed"),
    _read("ninjs", "ninjs", ".ninjs"),
    _read("ans", "ANS"),
    _read("superdesk", "a Superdesk item"),
    _read("ghost", "a Ghost export"),
    _read("jsonfeed", "JSON Feed"),
    _read("warc", "WARC", ".warc", streamed=True),
)
REFUSED = (
    Format("json", "JSON of this kind", (".json",), hint=_TEXT),
    Format("xml", "XML of this kind", (".xml",), hint=_TEXT),
    Format("pdf", "PDF", (".pdf",), hint=_TEXT),
    Format("rtf", "RTF", (".rtf",), hint=_DOCX),
    Format("doc", "an old Word file", (".doc", ".dot"), hint=_DOCX),
    Format("ole", "an old or an encrypted Office file", hint="save it as .docx, without a password"),
    Format("nsml", "NSML", (".nsml",), hint=_EXPORT),
    Format("mos", "MOS", (".mos",), hint=_EXPORT),
    Format("fountain", "Fountain", (".fountain",), hint=_TEXT),
    Format("pages", "a Pages file", (".pages",), hint="export it as .docx"),
    Format("archive", "an archive", (".zip", ".tar", ".tgz", ".7z", ".rar"), hint="unpack it"),
    Format("spreadsheet", "a spreadsheet", (".xlsx", ".xls", ".ods", ".csv", ".tsv"), hint=_TEXT),
    Format("slides", "slides", (".pptx", ".ppt", ".odp"), hint=_TEXT),
    Format("picture", "a picture, a sound or a film", tuple(_PICTURES.split()), hint="hedgelint reads words"),
    Format("notebook", "a notebook", (".ipynb",), hint=_TEXT),
    Format("markup", "this markup", (".rst", ".adoc", ".org", ".tex", ".textile", ".typ"), hint=_PANDOC),
    Format("captions", "a file of captions", tuple(_CAPTIONS.split()), hint=_SOURCE),
    Format("data", "data", (".yaml", ".yml", ".toml", ".ini", ".cfg", ".sql", ".lock", ".po", ".eml"), hint=_TEXT),
    Format("program", "a program", tuple(_PROGRAMS.split()), hint="name the stories instead"),
)
BY_NAME: Mapping[str, Format] = MappingProxyType({form.name: form for form in (*REFUSED, *READ)})
_BY_SUFFIX = {suffix: form for form in (*REFUSED, *READ) for suffix in form.suffixes}
# What people are told of, and what is looked for in folders.
KNOWN = tuple(form.suffixes[0] for form in READ if form.walked and form.suffixes)
SUFFIXES = tuple(suffix for form in READ if form.walked for suffix in form.suffixes)


def by_suffix(path: str) -> Format | None:
    """The format that its name's last ending stands for."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return _BY_SUFFIX.get("." + name.rpartition(".")[2].lower()) if "." in name else None


# What people write in and hedgelint does not read: told where it is passed over in a folder.
MANUSCRIPTS = tuple(
    suffix for name in ("pdf", "rtf", "doc", "nsml", "mos", "fountain", "pages") for suffix in BY_NAME[name].suffixes
)

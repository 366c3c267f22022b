"""A Word file whose parts are changed as text, and packed again with all others as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence

from hedgelint.document.encoding import encode
from hedgelint.document.xml_encoding import decode_xml
from hedgelint.document.xml_tree import Element, parse_xml
from hedgelint.document.zip_package import Package
from hedgelint.errors import InputError
from hedgelint.values import dataclass, field

AUTHOR, INITIALS = "hedgelint", "HL"
_TYPES = "[Content_Types].xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(slots=True)
class XmlPart:
    """A part as text, with its elements; `uri` is the namespace of its root. Changes are (start, end, text): what
    stands there is replaced. Of several at one place the first given comes first."""

    name: str
    source: str
    root: Element
    encoding: str
    content: bytes
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """The prefix of its elements with its colon, "" where they have none."""
        return self.root.tag[: -len(self.root.name)]

    @property
    def uri(self) -> str:
        named = f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns"
        return self.root.attributes.get(named, "")

    def insert(self, at: int, text: str) -> None:
        self.changes.append((at, at, text))

    def cut(self, element: Element) -> None:
        self.changes.append((element.start, element.end, ""))

    def append(self, text: str) -> None:
        """As the last child of the root."""
        end = self.root.end
        if self.source[:end].endswith("/>"):
            self.changes.append((end - 2, end, f">{text}</{self.root.tag}>"))
        else:
            self.insert(self.source.rindex("</", 0, end), text)

    def changed(self) -> bytes:
        out: list[str] = []
        at = 0
        for start, end, text in sorted(self.changes, key=lambda change: change[:2]):
            out += (self.source[at:start], text)
            at = end
        return encode("".join((*out, self.source[at:])), self.encoding, like=self.content)


@dataclass(slots=True)
class WordFile:
    """Raises InputError for what is no Word file, or cannot be packed again as it was."""

    path: str
    content: bytes
    main: str
    package: Package = field(init=False)
    parts: dict[str, XmlPart] = field(default_factory=dict)
    fresh: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.package = Package(self.content, self.path)

    def part(self, name: str) -> XmlPart:
        if name not in self.parts:
            content = self.package.read(name)
            source, encoding, _ = decode_xml(content, self.path)
            self.parts[name] = XmlPart(name, source, parse_xml(source, self.path).root, encoding, content)
        return self.parts[name]

    def related(self, kind: str) -> str:
        """The name of the part of this kind that belongs to the main one; "" where there is none."""
        return next((to for one, to in self._relations() if one == kind), "")

    def _relations(self) -> Iterator[tuple[str, str]]:
        if self._relations_name not in self.package.names:
            return
        folder = posixpath.dirname(self.main)
        for one in self.part(self._relations_name).root.elements("Relationship"):
            if one.attributes.get("TargetMode") != "External":
                to = posixpath.normpath(posixpath.join("/", folder, one.attributes.get("Target", ""))).lstrip("/")
                yield one.attributes.get("Type", "").rpartition("/")[2], to

    @property
    def _relations_name(self) -> str:
        folder, name = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def comments(self) -> XmlPart | None:
        name = self.related("comments")
        return self.part(name) if name in self.package.names else None

    def add_comments(self, comments: str) -> None:
        """A part with these comments, which the main one is told of."""
        main = self.part(self.main)
        folder = posixpath.dirname(self.main)
        taken = {*self.package.names}
        names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(len(taken) + 1))
        name = self.related("comments") or next(name for name in names if name not in taken)
        if not self.related("comments"):
            self._relate(name, main.uri)
        types = self.part(_TYPES)
        told = {one.attributes.get("PartName") for one in types.root.elements("Override")}
        if f"/{name}" not in told:
            types.append(f'<{types.prefix}Override PartName="/{name}" ContentType="{_COMMENTS}"/>')
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        self.fresh[name] = f'{head}<w:comments xmlns:w="{main.uri}">{comments}</w:comments>'.encode()

    def _relate(self, name: str, uri: str) -> None:
        strict = "purl.oclc.org" in uri
        base = "http://purl.oclc.org/ooxml" if strict else "http://schemas.openxmlformats.org"
        kind = f"{base}/officeDocument/{'' if strict else '2006/'}relationships/comments"
        if self._relations_name in self.package.names:
            relations = self.part(self._relations_name)
            taken = {one.attributes.get("Id") for one in relations.root.elements("Relationship")}
            prefix = relations.prefix
        else:
            relations, taken, prefix = None, set(), ""
        number = next(f"rIdHedgelint{n or ''}" for n in range(len(taken) + 1) if f"rIdHedgelint{n or ''}" not in taken)
        one = f'<{prefix}Relationship Id="{number}" Type="{kind}" Target="/{name}"/>'
        if relations is not None:
            relations.append(one)
            return
        self.fresh[self._relations_name] = f'<Relationships xmlns="{_RELATED}">{one}</Relationships>'.encode()
        types = self.part(_TYPES)
        if not any(one.attributes.get("Extension") == "rels" for one in types.root.elements("Default")):
            types.append(f'<{types.prefix}Default Extension="rels" ContentType="{_RELATIONS}"/>')

    def packed(self) -> bytes:
        """The file with what was changed; each part that was not is what it was, in the order in which it was."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            infos: Sequence[zipfile.ZipInfo] = old.infolist()
            if len({info.filename for info in infos}) < len(infos):
                raise InputError("a damaged file: two of its parts have one name", path=self.path)
            for info in infos:
                part = self.parts.get(info.filename)
                changed = part is not None and part.changes
                content = part.changed() if part and changed else self.package.read(info.filename)
                new.writestr(_like(info), content)
            for name, content in self.fresh.items():
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(info.filename, info.date_time)
    made.compress_type = info.compress_type if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    made.external_attr, made.create_system = info.external_attr, info.create_system
    return made

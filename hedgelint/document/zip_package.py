"""The files inside a .docx, .odt or .epub, unpacked no further than a story needs."""

from __future__ import annotations

import io
import zipfile
import zlib

from hedgelint.errors import InputError

MOST = 64_000_000  # bytes that one package may unpack to; by count while unpacking, whatever its headers say
_OLE2 = bytes.fromhex("D0CF11E0")
_DAMAGED = "a damaged or cut-off file: its packing does not hold"


class Package:
    """Raises InputError for what is no zip, encrypted, damaged, or unpacks to more than MOST bytes."""

    def __init__(self, content: bytes, path: str) -> None:
        self._path = path
        self._left = MOST
        if content.startswith(_OLE2):
            hint = "save it as .docx, without a password"
            raise InputError("an old .doc, or a file with a password", path=path, hint=hint)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            message = _DAMAGED if content.startswith(b"PK") else "not what its name says: no zip file"
            raise InputError(message, path=path) from None
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """One file, whole. Raises InputError, also where there is none of this name."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            raise InputError(f"a damaged file: there is no {name} in it", path=self._path) from None
        if info.flag_bits & 1:
            raise InputError("locked with a password", path=self._path, hint="save it without one")
        try:
            with self._zip.open(info) as file:
                content = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
            raise InputError(_DAMAGED, path=self._path) from None
        self._left -= len(content)
        if self._left < 0:
            message = f"unpacks to more than {MOST // 1_000_000} MB: no story"
            raise InputError(message, path=self._path)
        return content

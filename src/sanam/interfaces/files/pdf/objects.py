"""The objects of a PDF as typst writes it plainly: read apart, changed, and written whole again."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"(.*?)>>\nstream\n(.*)\nendstream", re.DOTALL)
_FILTERS = re.compile(rb"\s*/Filter \[/ASCIIHexDecode /FlateDecode\]")
_PHOTO = re.compile(rb"\s*/Filter \[/ASCIIHexDecode /DCTDecode\]")
_LENGTH = re.compile(rb"/Length \d+\s*")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_STRING = re.compile(rb"(\((?:[^()\\]|\\.)*\)|<[0-9A-F]*>)", re.DOTALL)
_MEANT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass
class Paper:
    """Objects by number, and the trailer that names the first of them."""

    objects: dict[int, bytes]
    trailer: bytes

    @classmethod
    def read(cls, pdf: bytes) -> Paper:
        """Read what typst wrote with `pretty`; ValueError for anything else."""
        objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
        trailer = pdf.rpartition(b"trailer\n")[2].partition(b"startxref")[0].strip()
        if b"/ObjStm" in pdf or not objects or b"/Root" not in trailer:
            raise ValueError("not a plainly written PDF")
        return cls(objects, trailer)

    def having(self, words: bytes) -> list[int]:
        """The objects that say this, in order; not what their streams hold."""
        return [number for number, body in self.objects.items() if words in body.partition(b"stream\n")[0]]

    def refers(self, number: int, key: bytes) -> int:
        """The one object that another refers to by a key."""
        found = re.search(rb"/%s \[?(\d+) 0 R" % key, self.objects[number])
        if found is None:
            raise ValueError(f"object {number} has no /{key.decode()}")
        return int(found[1])

    def fonts_of(self, page: int) -> dict[bytes, int]:
        """The fonts of a page by the names its content uses."""
        resources = self.objects[self.refers(page, b"Resources")]
        listed = resources.partition(b"/Font <<")[2].partition(b">>")[0]
        return {name: int(number) for name, number in re.findall(rb"/(\w+) (\d+) 0 R", listed)}

    def data(self, number: int) -> bytes:
        """What a stream holds, unpacked."""
        found = _STREAM.fullmatch(self.objects[number])
        if found is None:
            raise ValueError(f"object {number} is no stream")
        head, body = found[1], found[2]
        return zlib.decompress(bytes.fromhex(body.rstrip(b">").decode())) if _FILTERS.search(head) else body

    def add(self, body: bytes) -> int:
        """A new object; gives back its number."""
        number = max(self.objects) + 1
        self.objects[number] = body
        return number

    def written(self) -> bytes:
        """The whole file, streams packed, with a fresh table of where each object stands."""
        out = bytearray(b"%PDF-1.7\n%\xe0\xb8\xaa\n")
        places = {}
        for number in sorted(self.objects):
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self._packed(number))
        table, size = len(out), max(places) + 1
        rows = (b"%010d 00000 n \n" % places[at] if at in places else b"0000000000 65535 f \n" for at in range(1, size))
        out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(rows))
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, self.trailer)
        return bytes(out + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, table))

    def _packed(self, number: int) -> bytes:
        found = _STREAM.fullmatch(self.objects[number])
        # the note on what the file is stays plain, so that programs find it without opening anything
        if found is None or b"/Metadata" in found[1]:
            return self.objects[number]
        rest = _LENGTH.sub(b"", _PHOTO.sub(b"", _FILTERS.sub(b"", found[1]))).strip().removeprefix(b"<<").strip()
        if _PHOTO.search(found[1]):  # a JPEG is as small as it gets: its own bytes, no longer spelled out in letters
            jpeg = bytes.fromhex(found[2].rstrip(b">").decode())
            return stream(jpeg, b"/Filter /DCTDecode\n  " + rest + b"\n")
        return stream(self.data(number), rest + b"\n", packed=True)


def stream(data: bytes, more: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object's body; `more` entries of its dictionary."""
    held = zlib.compress(data, 9) if packed else data
    how = b"  /Filter /FlateDecode\n" if packed else b""
    return b"<<\n  /Length %d\n%s  %s>>\nstream\n%s\nendstream" % (len(held), how, more, held)


def literal(string: bytes) -> bytes:
    """The bytes a string "(…)" or "<…>" stands for (PDF 1.7, 7.3.4)."""
    if string.startswith(b"<"):
        return bytes.fromhex(string[1:-1].decode())

    def meant(found: re.Match[bytes]) -> bytes:
        said = found[1]
        return bytes([int(said, 8)]) if said.isdigit() else _MEANT.get(said, said)

    return _ESCAPE.sub(meant, string[1:-1])


def strings(line: bytes) -> Iterator[tuple[bytes, bool]]:
    """A line in pieces: what is a string, and what stands between strings. Brackets within a string may nest."""
    parts = _STRING.split(line)
    if not any(b"(" in between or b")" in between for between in parts[::2]):
        yield from ((part, bool(at % 2)) for at, part in enumerate(parts) if part)
        return
    yield from _nested(line)


def _nested(line: bytes) -> Iterator[tuple[bytes, bool]]:
    at = begun = depth = 0
    while at < len(line):
        byte = line[at : at + 1]
        opens = byte == b"(" or (byte == b"<" and not depth)
        closes = byte == b")" or (byte == b">" and depth == 1 and line[begun : begun + 1] == b"<")
        if opens and not depth and at > begun:
            yield line[begun:at], False
        if opens and not depth:
            begun = at
        depth += opens - closes
        at += 2 if byte == b"\\" else 1
        if closes and not depth:
            yield line[begun:at], True
            begun = at
    if begun < len(line):
        yield line[begun:], False

"""What must always hold of files and their rows; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.media import carrying


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold(
        "media.bytes", "รูปและเอกสารครบและไม่ถูกแก้", "every picture and paper has the bytes it was kept with", _bytes
    )
    must_hold("media.strays", "ไม่มีไฟล์ที่ไม่มีเจ้าของ", "no file lies there that nobody keeps", _strays)


def _bytes() -> Iterator[Found]:
    for name, sha256 in carrying.kept():
        try:
            same = carrying.digest(carrying.whole(name)) == sha256
        except OSError:
            if not carrying.still_kept(name):  # removed while we looked
                continue
            yield _file(name, "หายไปจากที่เก็บ", "is missing")
        else:
            if not same:
                yield _file(name, "ไม่ใช่ไฟล์เดิมที่เก็บไว้", "is not the file that was kept")


def _strays() -> Iterator[Found]:
    for path in carrying.strays():
        yield _file(path.name, "ไม่มีใครเป็นเจ้าของ", "belongs to nobody")


def _file(name: str, th: str, en: str) -> Found:
    # a stored name is a secret of the store: its beginning is enough to find the file by
    short = name[:8]
    return Found(f"file {short}…", f"ไฟล์ {short}… {th}", f"File {short}… {en}.")

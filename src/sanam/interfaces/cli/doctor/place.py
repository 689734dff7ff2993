"""Is there room to work: media folder, disk, built front."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

from sanam.interfaces.cli.doctor.finding import FAIL, OK, WARN, Finding

TIGHT, TOO_LITTLE = 5 * 1024**3, 1024**3


def findings() -> Iterator[Finding]:
    yield _media()
    yield _disk()
    yield _front()


def _media() -> Finding:
    folder = _nearest(Path(settings.MEDIA_ROOT))
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return Finding("media", OK, "เขียนที่เก็บรูปและเอกสารได้", "Pictures and papers can be written.")
    return Finding(
        "media",
        FAIL,
        f"เขียนที่เก็บรูปและเอกสารไม่ได้ ดูสิทธิของ {settings.MEDIA_ROOT}",
        f"Pictures and papers cannot be written; look at who owns {settings.MEDIA_ROOT}.",
    )


def _disk() -> Finding:
    free = shutil.disk_usage(_nearest(Path(settings.HOME))).free
    state = FAIL if free < TOO_LITTLE else WARN if free < TIGHT else OK
    left = f"{free / 1024**3:.1f} GB"
    return Finding("disk", state, f"ดิสก์ว่าง {left}", f"{left} of disk is free.")


def _front() -> Finding:
    if finders.find("built"):
        return Finding("front", OK, "หน้าเว็บสร้างไว้แล้ว", "The front is built.")
    return Finding(
        "front",
        FAIL,
        "ยังไม่ได้สร้างหน้าเว็บ รัน ./sanam อีกครั้งในโฟลเดอร์ซอร์สโค้ด",
        "The front is not built; run ./sanam once more in the checkout.",
    )


def _nearest(path: Path) -> Path:
    """The folder itself, or where it would be made."""
    return next((one for one in (path, *path.parents) if one.exists()), path)

"""A store of the test's own, and an album whose owner answers who may see."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.media import operations, owners
from sanam.domain.media.models import Kept
from tests.domain.media.images import jpeg

NURSE = Actor(ActorKind.SEAT, "7", "พยาบาล", Mandate())
STRANGER = Actor(ActorKind.SEAT, "8", "คนอื่น", Mandate())


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture(autouse=True)
def album(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is in an album, the nurse may see."""
    monkeypatch.setattr(owners, "_SHOWN", {})
    owners.show("album", lambda actor, owner: actor == NURSE)


def keep_picture(sent: bytes = b"", **said: Any) -> Kept:
    """Keep a picture in album 1; only what a test cares about needs saying."""
    usual = {"by": NURSE, "file_name": "วงคุย.jpg", "owner": "album:1", "alt": "คนนั่งล้อมวงใต้ต้นไม้"}
    return operations.keep_picture(**{"source": BytesIO(sent or jpeg()), **usual, **said})


def keep_paper(sent: bytes = b"PK\x03\x04 43", **said: Any) -> Kept:
    """Keep a paper in album 1."""
    usual = {"by": NURSE, "file_name": "F43.zip", "owner": "album:1", "most_bytes": 1000}
    return operations.keep_paper(source=BytesIO(sent), **usual | said)


def files(store: Path) -> list[Path]:
    """Every file there is, of whatever name."""
    return sorted(path for path in store.rglob("*") if path.is_file())

"""For a backup and its return: every file that is kept, and files brought in before their rows are there.

A file brought in stands undecided, as any other whose row is not committed yet: cut short, `sweep` finishes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from django.conf import settings

from sanam.domain.media import disk, store
from sanam.domain.media.models import Kept

_CHUNK = 1 << 20


def kept() -> Iterator[tuple[str, str]]:
    """Stored name and SHA-256 of everything kept, in order of the name."""
    yield from Kept.objects.order_by("stored_name").values_list("stored_name", "sha256").iterator()


def still_kept(name: str, *, using: str = "default") -> bool:
    """Whether the row is there, asked over another connection where a moment is being held on ours."""
    return Kept.objects.using(using).filter(stored_name=name).exists()


def whole(name: str) -> Path:
    """Where a file lies, whether or not it is there."""
    return store.path(name)


def files_of(name: str) -> list[Path]:
    """The whole file and its small form, those of them that are there."""
    return [path for path in (store.path(name), store.path(name, small=True)) if path.is_file()]


def pieces(path: Path) -> Iterator[bytes]:
    """A file's bytes in turn."""
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    taken = hashlib.sha256()
    for piece in pieces(path):
        taken.update(piece)
    return taken.hexdigest()


def bring_in(file_name: str, bytes_of_it: Iterable[bytes]) -> None:
    """Write a file under the name it had, undecided until `settle`; what lies there of that name makes way."""
    name, small = _parts(file_name)
    if not small:
        disk.touch(store.undecided(name))
    target = store.path(name, small=small)
    disk.erase(target)
    disk.write(target, bytes_of_it)


def left_in_place() -> AbstractContextManager[None]:
    """While rows of a database beside are deleted, the files of the one in use stay where they lie."""
    return store.left_in_place()


def settle(name: str) -> None:
    """The row is there: the file stays."""
    store.undecided(name).unlink(missing_ok=True)


def drop(name: str) -> None:
    """Take a file away, its small form and its mark."""
    store.drop(name)


def strays() -> Iterator[Path]:
    """Files that no row knows and no transaction is deciding about."""
    for folder in sorted(Path(settings.MEDIA_ROOT).glob("[0-9a-f][0-9a-f]")):
        known = set(Kept.objects.filter(stored_name__startswith=folder.name).values_list("stored_name", flat=True))
        for path in sorted(folder.iterdir()):
            name = _of(path)
            if name not in known and not (name and store.undecided(name).exists()):
                yield path


def keep_a_copy(name: str, folder: Path) -> None:
    """Have a file's bytes in another folder too, by a second name where the disk can do that."""
    for path in files_of(name):
        target = folder / path.parent.name / path.name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            target.hardlink_to(path)
        except OSError:
            disk.write(target, pieces(path))


def doubt(name: str) -> None:
    """Leave a file to `sweep`, which asks whether its row is there."""
    with suppress(OSError):
        disk.touch(store.undecided(name))


def _parts(file_name: str) -> tuple[str, bool]:
    return file_name.removesuffix(store.SMALL), file_name.endswith(store.SMALL)


def _of(path: Path) -> str:
    """The stored name a file belongs to; empty for what is none of ours."""
    name = path.name.removesuffix(disk.PART).removesuffix(store.UNDECIDED).removesuffix(store.SMALL)
    return name if store.is_name(name) else ""

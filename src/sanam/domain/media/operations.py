"""Deeds: a picture or paper is kept, removed, or let go of with its owner.

Files are made ready before the transaction begins: drawing a picture anew takes a second nobody else should wait for.
"""

from __future__ import annotations

import hashlib
from typing import Any, BinaryIO

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.media import owners, pictures, store
from sanam.domain.media.drawing import Drawn
from sanam.domain.media.models import Kept
from sanam.domain.media.papers import Passing
from sanam.domain.media.permissions import check_can_remove, not_here
from sanam.domain.media.words import Kind

_LONGEST_ALT = 300
_LONGEST_NAME = 255


def keep_picture(*, by: Actor, source: BinaryIO, file_name: str, owner: str, alt: str = "") -> Kept:
    """Keep a picture, drawn anew from what was sent; `alt` says in words what is on it, at most 300 characters.

    Raises BadInput for what is no whole JPEG, PNG or WebP picture of at most 15 MB and 40 million pixels.
    """
    owners.check_is_owner(owner)
    _check_alt(alt)
    return keep_drawn(by=by, drawn=pictures.drawn_anew(source), file_name=file_name, owner=owner, alt=alt)


def keep_drawn(*, by: Actor, drawn: Drawn, file_name: str, owner: str, alt: str = "") -> Kept:
    """Keep a picture that `pictures.drawn_anew` gave, for a deed that draws before its own transaction begins."""
    owners.check_is_owner(owner)
    _check_alt(alt)
    name = store.put([drawn.whole], drawn.small)
    told = {"mime": drawn.mime, "size": len(drawn.whole), "sha256": hashlib.sha256(drawn.whole).hexdigest()}
    pixels = {"width": drawn.width, "height": drawn.height}
    return _keep(by, name, kind=Kind.PICTURE, owner=owner, file_name=_one_line(file_name), alt=alt, **told, **pixels)


def keep_paper(*, by: Actor, source: BinaryIO, file_name: str, owner: str, most_bytes: int) -> Kept:
    """Keep a file exactly as it came, never to be shown; raises BadInput when it is empty or above `most_bytes`."""
    owners.check_is_owner(owner)
    passing = Passing(source, most_bytes)
    name = store.put(passing)
    told = {"mime": passing.mime, "size": passing.size, "sha256": passing.sha256}
    return _keep(by, name, kind=Kind.PAPER, owner=owner, file_name=_one_line(file_name), **told)


@transaction.atomic
def remove(*, by: Actor, kept: Kept) -> None:
    """Remove one picture or paper, row and file; raises NotHere for who may not, and when it is gone already."""
    check_can_remove(by, kept)
    _remove(by, kept)


@transaction.atomic
def release(*, by: Actor, owner: str) -> int:
    """Remove all that an owner keeps, inside the deed that ends the owner, which has asked whether `by` may."""
    found = list(Kept.objects.filter(owner=owner).order_by("id"))
    for kept in found:
        _remove(by, kept)
    return len(found)


def sweep(*, by: Actor) -> int:
    """Finish what killed processes left undecided a day ago; returns how many files were taken away. From a timer."""
    gone = store.sweep()
    if gone:
        with transaction.atomic():
            journal.record(by=by, did="media.swept", to="media:store", details={"files": gone})
    return gone


@transaction.atomic
def _keep(by: Actor, name: str, **told: Any) -> Kept:
    store.keep_on_commit(name)
    try:
        kept = Kept.objects.create(stored_name=name, at=clock.now(), by_ref=by.ref, **told)
        details = {"owner": kept.owner, "kind": kept.kind, "size": kept.size, "sha256": kept.sha256}
        journal.record(by=by, did="media.kept", to=kept.ref, details=details)
    except BaseException:
        store.drop(name)  # at once, also where only a savepoint is rolled back
        raise
    return kept


def _remove(by: Actor, kept: Kept) -> None:
    store.drop_on_commit(kept.stored_name)
    gone, _ = Kept.objects.filter(id=kept.id).delete()
    if not gone:
        raise not_here()
    details = {"owner": kept.owner, "kind": kept.kind, "sha256": kept.sha256}
    journal.record(by=by, did="media.removed", to=kept.ref, details=details)


def _check_alt(alt: str) -> None:
    if len(alt) > _LONGEST_ALT or "\x00" in alt:
        raise BadInput(
            "media.alt_too_long",
            f"คำบรรยายรูปยาวไปนิด เขียนให้ไม่เกิน {_LONGEST_ALT} ตัวอักษร",
            f"The picture's description is a little long: keep it to {_LONGEST_ALT} characters.",
        )


def _one_line(file_name: str) -> str:
    """A name as one line that any database takes: no control characters, nothing that turns the reading direction."""
    return "".join(letter for letter in file_name if letter.isprintable())[:_LONGEST_NAME]

"""Keys turned: what the old ones sealed is sealed anew, and what still needs an old one is known."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry.rights import belongings, ledger, resealing, unlisted


def reseal(*, by: Actor, progress: Callable[[str, int], None] = lambda table, rows: None) -> dict[str, int]:
    """Seal everything anew with the keys in use, a batch a transaction; {table: rows changed}.

    Killed half way it is begun again and changes only what is left. Raises Refused for what no key opens.
    """
    _check_is_the_operator(by)
    changed: dict[str, int] = {}
    for model in resealing.sealed_tables():
        label = model._meta.label
        for keys in resealing.batches(model):
            changed[label] = changed.get(label, 0) + resealing.reseal(model, keys)
            progress(label, changed[label])
    with transaction.atomic():
        journal.record(by=by, did="keys.resealed", to="keys:field", details={"rows": sum(changed.values())})
    return changed


def close_the_journal(*, by: Actor) -> int:
    """Seal all that older keys signed; the number of the last entry they may have signed. After the keys were turned.

    Raises Refused while somebody has been writing since before: the next try will do.
    """
    _check_is_the_operator(by)
    if connection.vendor == "sqlite":
        with transaction.atomic():
            pass  # whoever was writing before the keys were turned has finished once we hold the lock
    with transaction.atomic():
        last = journal.record(by=by, did="keys.turned", to="keys:journal").id
    seal = journal.seal(by=by)
    if seal is None or seal.last < last:
        raise Refused(
            "keys.busy",
            "มีงานเขียนข้อมูลค้างอยู่ จึงยังปิดตราสมุดไม่ได้ รอสักครู่แล้วรันคำสั่งเดิมอีกครั้ง",
            "Something long is being written, so the journal cannot be sealed yet; wait, and try again.",
        )
    ledger.write_anew(unlisted.lines())
    return seal.last


def hash_keys_needed(*, by: Actor) -> set[str]:
    """Names of the hash keys without which an erased person, or a recovery code, would not be known again.

    Of such a hash the text is gone, so the table says which key made it.
    """
    _check_is_the_operator(by)
    tables = (one for one in belongings.written_tables() if "made_with" in getattr(one, "privacy", {}))
    return {key for one in tables for key in one._base_manager.values_list("made_with", flat=True).distinct()}


def _check_is_the_operator(by: Actor) -> None:
    if by.kind is not ActorKind.INSTALLATION:
        raise NotAllowed(
            "keys.operator",
            "เปลี่ยนกุญแจได้เฉพาะผู้ดูแลระบบของอำเภอ จากเครื่องของระบบ",
            "Keys are turned by whoever runs the system, at its own machine.",
        )

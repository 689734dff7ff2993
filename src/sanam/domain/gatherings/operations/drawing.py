"""Deeds: the list of those never asked is frozen, and later some of them are drawn by a seed nobody chose."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings import lottery
from sanam.domain.gatherings.asked import Channel, Way
from sanam.domain.gatherings.models import Draw, Eligible, Gathering
from sanam.domain.gatherings.operations import inviting
from sanam.domain.gatherings.permissions import check_hosts
from sanam.domain.gatherings.policies import check_to_come
from sanam.domain.gatherings.queries.inviting import never_asked
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as sealed


@transaction.atomic
def freeze(*, by: Actor, gathering: Gathering, wanted: Mapping[str, int], announced: str = "") -> Draw:
    """Freeze who was never asked, by leg, and how many of each leg ("0": no leg declared) will be drawn.

    The seed comes later: the digest of the seal that closes this entry of the journal, or the public number that
    `announced` names. A frozen list cannot be taken back, and waits alone, so nobody freezes until luck is kind.
    """
    check_hosts(by, gathering)
    check_to_come(gathering)
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    if Draw.objects.filter(gathering=gathering, drawn_at=None).exists():
        raise Refused("gatherings.draw_waits", "มีฉลากที่รอจับอยู่ จับใบนั้นก่อน", "A draw waits already; draw that one first.")
    pool = never_asked(gathering)
    asked_for = {leg: count for leg, count in wanted.items() if count > 0 and pool.get(leg)}
    if not asked_for:
        raise BadInput(
            "gatherings.draw_nobody",
            "ใส่จำนวนอย่างน้อยหนึ่งขาที่มีคนไม่เคยถูกชวน",
            "Say how many, for at least one leg with somebody never asked.",
        )
    digest = lottery.digest(pool)
    entry = journal.record(
        by=by, did="gathering.list_frozen", to=gathering.ref, details={"sha256": digest, "wanted": asked_for}
    )
    return Draw.objects.create(
        gathering=gathering,
        number=Draw.objects.filter(gathering=gathering).count() + 1,
        pool=pool,
        wanted=asked_for,
        digest=digest,
        entry=entry.pk,
        announced=announced.strip()[:200],
        frozen_at=clock.now(),
        by_ref=by.ref,
    )


@transaction.atomic
def draw(*, by: Actor, draw: Draw, channel: Channel, seed: str = "") -> Draw:
    """Draw by the seed and ask whoever was drawn; raises Refused while there is no seal yet."""
    gathering = draw.gathering
    check_hosts(by, gathering)
    check_to_come(gathering)
    kept = Draw.objects.select_for_update().get(pk=draw.pk)
    if kept.drawn_at:
        raise Refused("gatherings.drawn", "จับใบนี้ไปแล้ว", "This was drawn already.")
    kept.seed = _public(seed) if kept.announced else _of_seal(kept)
    kept.drawn = lottery.drawn(kept.pool, kept.wanted, kept.seed)
    kept.drawn_at = clock.now()
    kept.save(update_fields=["seed", "drawn", "drawn_at"])
    journal.record(by=by, did="gathering.drawn", to=gathering.ref, details={"seed": kept.seed, "draw": kept.number})
    found = Eligible.objects.filter(pk__in=kept.drawn, off_at=None)
    inviting.invite(by=by, gathering=gathering, eligible=found, way=Way.LOTTERY, channel=channel, draw=kept)
    return kept


def _of_seal(kept: Draw) -> str:
    seal = sealed.seal_over(kept.entry)
    if seal is None:
        raise Refused(
            "gatherings.no_seal_yet",
            "รอตราของสมุดบันทึกก่อน ราวหนึ่งนาที แล้วกดอีกครั้ง",
            "Wait for the journal's next seal, about a minute, then press again.",
        )
    return seal.digest


def _public(seed: str) -> str:
    """The announced number, without spaces: what anybody reads from where it was published."""
    said = "".join(seed.split())[:64]
    if not said:
        raise BadInput("gatherings.seed", "ใส่เลขที่ประกาศไว้", "Write the number that was announced.")
    return said

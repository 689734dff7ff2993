"""Linkage: the whole register is looked through for records that may be one person; a human decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.linkage import bands, frame, records, scoring
from sanam.domain.registry.linkage.bands import Judged
from sanam.domain.registry.linkage.scoring import Scored
from sanam.domain.registry.models import Comparing, Duplicate, SourceRow

JUDGED_FROM = 100
"""People from which a share of questions says something."""
Say = Callable[[str, str], object]


def look_for_duplicates(*, by: Actor, accept: bool = False, say: Say = lambda th, en: None) -> Comparing:
    """Write down every pair of records that may be one person, with why; nothing is joined here.

    Looking twice writes nothing twice. Raises Refused when implausibly many would be asked about, unless `accept`, or
    when memory does not suffice; that it stopped is kept, so that nobody runs into it every minute.
    """
    _check_whole_register(by)
    now, upto = clock.now(), SourceRow.objects.order_by("-id").values_list("id", flat=True).first() or 0
    say("อ่านทะเบียน", "Reading the register")
    columns = frame.columns(records.records())
    people = len(columns["unique_id"])
    say(f"เทียบ {people:,} คน", f"Comparing {people:,} people")
    ask_from = parameters.values()["linkage.ask_from"].value
    comparing = Comparing(at=now, people=people, compared=0, upto=upto)
    try:
        scored = records.by_id(scoring.score(columns, least=ask_from))
        comparing.compared = len(scored)
        say("บันทึกคู่ที่ต้องถาม", "Writing down whom to ask about")
        return _keep(by, comparing, scored, ask_from, accept=accept)
    except Refused as refusal:
        comparing.refusal = {"code": refusal.code, "th": refusal.th, "en": refusal.en}
        comparing.save()
        raise


@transaction.atomic
def _keep(by: Actor, comparing: Comparing, scored: Sequence[Scored], ask_from: float, *, accept: bool) -> Comparing:
    sharing = {who for one in scored if bands.one_number(one) for who in (one.first, one.second)}
    judged = bands.judge(scored, records.said_of(sharing), records.asked_before(), ask_from=ask_from)
    comparing.asked, comparing.unasked = judged.asked, judged.unasked
    if not accept:
        _check_plausible(comparing)
    _write(judged)
    comparing.save()
    told = {"people": comparing.people, "asked": comparing.asked, "unasked": comparing.unasked}
    journal.record(by=by, did="people.compared", to=f"comparing:{comparing.pk}", details=told)
    return comparing


def _write(judged: Judged) -> None:
    now = clock.now()
    insert(
        (
            Duplicate(
                first_id=one.first,
                second_id=one.second,
                basis=basis,
                score=one.score,
                agreement=one.agreement,
                at=now,
            )
            for basis, pairs in judged.new.items()
            for one in pairs
        ),
        unless_there=True,
    )
    explained = {(one.first, one.second): one for one in judged.waiting}
    changed = []
    for duplicate in Duplicate.objects.filter(decision="").order_by("id"):
        first, second = sorted((str(duplicate.first_id), str(duplicate.second_id)))
        one = explained.get((first, second))
        if one and (duplicate.score, duplicate.agreement) != (one.score, one.agreement):
            duplicate.score, duplicate.agreement = one.score, one.agreement
            changed.append(duplicate)
    Duplicate.objects.bulk_update(changed, ["score", "agreement"], batch_size=500)


def _check_plausible(comparing: Comparing) -> None:
    """A register read in wrongly would make every other person a question: stop, and ask once."""
    most = parameters.values()["linkage.most_asked"].value
    if comparing.people >= JUDGED_FROM and comparing.asked > most * comparing.people:
        raise Refused(
            "registry.many_alike",
            f"มี {comparing.asked} คู่ที่ต้องให้คนดู มากผิดปกติสำหรับ {comparing.people} คน จึงยังไม่ได้ถามใคร"
            " ดูก่อนว่าแฟ้มที่อ่านเข้าล่าสุดถูกต้องไหม ถ้าถูก ให้สั่งอีกครั้งพร้อม --accept",
            f"{comparing.asked} pairs would need a human, implausibly many among {comparing.people} people, so nobody"
            " was asked yet. See whether the file read in last is right; if it is, run it again with --accept.",
            status=409,
            details={"asked": comparing.asked, "people": comparing.people},
        )


def _check_whole_register(by: Actor) -> None:
    """It compares people of all places, which no seat sees."""
    if by.kind is not ActorKind.INSTALLATION:
        raise NotAllowed(
            "registry.whole_register",
            "การเทียบคนทั้งทะเบียนเป็นงานของระบบ ไม่ใช่ของที่นั่งใด",
            "Comparing the whole register is the installation's work, no seat's.",
        )

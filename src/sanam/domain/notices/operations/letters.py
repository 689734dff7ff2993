"""Deeds of the minute: letters are written into our own queue, and handed over from it. From `sanam tick`.

Written once: a letter's key is its mailbox and the newest notice it counts. Handed over at least once: a letter is
claimed before the server is spoken to, and one whose answer was lost goes again later under the same Message-ID.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, F, Max, Q
from django.db.models.functions import Coalesce

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.notices.letters import post
from sanam.domain.notices.models import Letter, Mailbox, Notice
from sanam.domain.notices.words import HowOften, LetterKind, LetterState
from sanam.domain.teams import queries as teams

APART, MOST_A_DAY = timedelta(minutes=30), 6
"""Letters to one member: how far apart, and how many in 24 hours."""
MORNING = time(7)
AT_A_TIME, TRIES = 60, 6
KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a member: how many notices, and the number of the newest."""

    count: int
    newest: int


@transaction.atomic
def write(*, by: Actor) -> int:
    """Write a letter for every member who should hear now; returns how many. Done twice, nothing is written twice."""
    if not post.is_set_up():
        return 0
    now = clock.now()
    written = 0
    boxes = _who_listens(now)
    waits = _what_waits(boxes)
    for box in boxes:
        waiting = waits.get(box.member_ref)
        if waiting and waiting.newest > box.told_to and _may_hear(box, now):
            _, is_new = Letter.objects.get_or_create(
                key=f"news:{box.id}:{waiting.newest}",
                defaults={
                    "mailbox": box,
                    "kind": LetterKind.NEWS.value,
                    "count": waiting.count,
                    "made_at": now,
                    "due_at": now,
                },
            )
            Mailbox.objects.filter(pk=box.pk).update(told_to=waiting.newest)
            written += is_new
    return written


def send(*, by: Actor, at_a_time: int = AT_A_TIME) -> dict[str, int]:
    """Hand over what waits, oldest first; returns {"sent", "failed", "not_needed"}. A server that is away ends it."""
    told = {"sent": 0, "failed": 0, "not_needed": 0}
    due = Letter.objects.filter(state=LetterState.WAITING, due_at__lte=clock.now())
    letters = list(due.select_related("mailbox").order_by("due_at", "id")[:at_a_time]) if post.is_set_up() else []
    if not letters:
        return told
    connection = post.open_post()
    try:
        connection.open()
    except OSError as reason:  # SMTPException is one too
        return told | {"failed": _put_off(letters[:1], type(reason).__name__)}
    try:
        for letter in letters:
            told[_hand_over(letter, connection)] += 1
    finally:
        connection.close()
    return told


def sweep(*, by: Actor) -> int:
    """Let go of letters that are done with; returns how many."""
    old = Letter.objects.exclude(state=LetterState.WAITING).filter(made_at__lt=clock.now() - KEPT)
    return old.delete()[0]


def _hand_over(letter: Letter, connection: post.BaseEmailBackend) -> str:
    """One letter: claimed by whoever counts its next try up first, so that two ticks at once send it once."""
    if not _is_wanted(letter):
        Letter.objects.filter(pk=letter.pk).update(state=LetterState.NOT_NEEDED)
        return "not_needed"
    if not _claim(letter):
        return "not_needed"
    for_good, failed = post.hand_over(letter, connection)
    this = Letter.objects.filter(pk=letter.pk)
    if not failed:
        this.update(state=LetterState.SENT, sent_at=clock.now(), failed="")
        return "sent"
    ends = for_good or letter.tries + 1 >= TRIES
    this.update(failed=failed[:60], state=LetterState.GIVEN_UP if ends else LetterState.WAITING)
    return "failed"


def _claim(letter: Letter) -> bool:
    """Count the try before it is made, and put the next one off: 5 minutes, 15, 45 …"""
    later = clock.now() + timedelta(minutes=5 * 3**letter.tries)
    this = Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING, tries=letter.tries)
    return this.update(tries=F("tries") + 1, due_at=later) == 1


def _put_off(letters: Iterable[Letter], failed: str) -> int:
    """The server did not open: the first letter says so, and tries again later with all behind it."""
    done = 0
    for letter in letters:
        if _claim(letter):
            ends = letter.tries + 1 >= TRIES
            state = LetterState.GIVEN_UP if ends else LetterState.WAITING
            done += Letter.objects.filter(pk=letter.pk).update(failed=failed[:60], state=state)
    return done


def _is_wanted(letter: Letter) -> bool:
    """Whether the member still wants it, at an address that they confirmed, unless it asks them to."""
    box = letter.mailbox
    if not box.address:
        return False
    if letter.kind == LetterKind.CONFIRM:
        return box.confirmed_at is None
    return box.confirmed_at is not None and box.how_often != HowOften.NEVER


def _who_listens(now: datetime) -> list[Mailbox]:
    """Confirmed mailboxes with `last_at` and `lately`: their last letter of news, and how many in 24 hours."""
    news = Q(letters__kind=LetterKind.NEWS)
    found = Mailbox.objects.exclude(confirmed_at=None).exclude(how_often=HowOften.NEVER).exclude(address="")
    return list(
        found.annotate(
            last_at=Max("letters__made_at", filter=news),
            lately=Coalesce(Count("letters", filter=news & Q(letters__made_at__gt=now - timedelta(days=1))), 0),
        ).order_by("id")
    )


def _may_hear(box: Mailbox, now: datetime) -> bool:
    last_at: datetime | None = getattr(box, "last_at", None)
    if box.how_often == HowOften.DAILY:
        today = now.astimezone(clock.BANGKOK)
        heard_today = last_at is not None and last_at.astimezone(clock.BANGKOK).date() == today.date()
        return today.time() >= MORNING and not heard_today
    return (last_at is None or now - last_at >= APART) and getattr(box, "lately", 0) < MOST_A_DAY


def _what_waits(boxes: Iterable[Mailbox]) -> dict[str, Waiting]:
    """Unread notices of the seats each member may act under today; two statements for everybody."""
    seats = teams.seats_of_members(box.member_ref for box in boxes)
    unread = Notice.objects.filter(seat_ref__in={seat for held in seats.values() for seat in held}, read_at=None)
    counted = unread.values("seat_ref").annotate(count=Count("id"), newest=Max("id")).order_by("seat_ref")
    by_seat = {row["seat_ref"]: Waiting(row["count"], row["newest"]) for row in counted}
    waits = {}
    for member, held in seats.items():
        if mine := [by_seat[seat] for seat in held if seat in by_seat]:
            waits[member] = Waiting(sum(one.count for one in mine), max(one.newest for one in mine))
    return waits

"""How long each class of data is kept, and what is done when its time is over: one catalogue.

Where the law does not settle it, a class is kept and the question is put to the board (`ASK`): nothing is thrown away
because a program thought so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet

from sanam.domain.foundation import clock
from sanam.domain.gatherings import forgetting
from sanam.domain.gatherings.queries import listed
from sanam.domain.notices.models import Notice
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.models import Batch, Problem, SourceRow, SubjectRequest, Tombstone
from sanam.domain.registry.rights.words import WAITING
from sanam.domain.registry.words import BatchState

Past = Callable[[datetime], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Class:
    """A class of data: its names, the dial that says for how many years, and the rows whose time is over.

    Without a dial it is kept until somebody decides; `why` says what it is kept for. `let_go` is how rows go (by their
    primary keys) where it is not by being deleted.
    """

    name: str
    th: str
    en: str
    why_th: str
    why_en: str
    dial: str = ""
    past: Past | None = None
    let_go: Callable[[list[Any]], None] | None = None


def _old_rows(before: datetime) -> QuerySet[Any]:
    return SourceRow.objects.filter(current=False, batch__at__lt=before)


def _problems(before: datetime) -> QuerySet[Any]:
    settled = Batch.objects.filter(state__in=(BatchState.DONE, BatchState.REFUSED), at__lt=before)
    return Problem.objects.filter(batch__in=settled)


def _news_read(before: datetime) -> QuerySet[Any]:
    return Notice.objects.filter(read_at__lt=before)


def _news_unread(before: datetime) -> QuerySet[Any]:
    return Notice.objects.filter(read_at=None, at__lt=before)


def _requests(before: datetime) -> QuerySet[Any]:
    return SubjectRequest.objects.exclude(state__in=WAITING).filter(answered_on__lt=before.date())


def _tombstones(before: datetime) -> QuerySet[Any]:
    return Tombstone.objects.filter(at__lt=before, requests=None)


CATALOGUE = (
    Class(
        "old_rows",
        "แถวของแฟ้มที่มีแถวใหม่กว่าแล้ว",
        "rows of files that newer ones replaced",
        "ไว้ดูว่าเคยบอกว่าอะไร",
        "to see what was said before",
        "retention.old_rows",
        _old_rows,
    ),
    Class(
        "problems",
        "ตารางเรื่องให้ดูของแฟ้มเก่า",
        "error tables of old files",
        "ไว้ให้คนส่งแฟ้มแก้",
        "for whoever sent the file to put it right",
        "retention.problems",
        _problems,
    ),
    Class(
        "news_read",
        "ข่าวที่อ่านแล้ว",
        "news that was read",
        "ไว้ย้อนดู",
        "to look back at",
        "retention.news_read",
        _news_read,
    ),
    Class(
        "news_unread",
        "ข่าวที่ไม่มีใครอ่าน",
        "news that nobody read",
        "เผื่อมีคนมานั่งที่นั่งนั้น",
        "somebody may come to sit there",
        "retention.news_unread",
        _news_unread,
    ),
    Class(
        "requests",
        "คำขอที่ตอบแล้ว",
        "requests that were answered",
        "กฎหมายให้บันทึกการปฏิเสธไว้ (มาตรา 39)",
        "the law wants refusals on record (section 39)",
        "retention.requests",
        _requests,
    ),
    Class(
        "tombstones",
        "เครื่องหมายว่าเคยลบ",
        "tombstones",
        "กันแฟ้มพากลับมา",
        "to keep files from bringing people back",
        "retention.requests",
        _tombstones,
    ),
    Class(
        "names_that_came",
        "ชื่อคนที่เซ็นว่ามาวงคุย",
        "names of people who signed in at gatherings",
        "ไว้รู้ว่าใครมาครั้งแรก จำนวนยังอยู่",
        "to know who comes for the first time; the number stays",
        "retention.list_names",
        listed.comers_before,
        forgetting.comers_past_their_time,
    ),
    Class(
        "names_to_ask",
        "ชื่อในรายชื่อคนที่ชวนได้ ที่ไม่มีใครชวนนานแล้ว",
        "names on lists of who could be asked, not asked for long",
        "ไว้ชวนมาวงคุย",
        "to ask them to a gathering",
        "retention.list_names",
        listed.eligible_idle_since,
        forgetting.eligible_past_their_time,
    ),
    Class(
        "sent_files",
        "แฟ้มที่ส่งมาแล้วไม่ได้อ่านเข้า",
        "files sent and never read in",
        "หนึ่งสัปดาห์ แล้ว tick ทิ้งเอง",
        "a week, then tick lets them go",
    ),
    Class(
        "looks",
        "บันทึกว่าใครเปิดดู",
        "who looked",
        "สมุดตัดไม่ได้ ถามคณะกรรมการว่าเก็บกี่ปี",
        "the journal is a chain; ask the board",
    ),
    Class(
        "changes",
        "อะไรเคยเป็นอะไร",
        "what was what",
        "ไว้แก้เมื่อแฟ้มผิด ถามคณะกรรมการ",
        "to undo a wrong file; ask the board",
    ),
    Class(
        "the_dead", "ข้อมูลของผู้เสียชีวิต", "people who have died", "ทายาทอาจขอ ถามคณะกรรมการ", "heirs may ask; ask the board"
    ),
)
"""In the order they are carried out: a tombstone only after its requests."""


def past(one: Class) -> QuerySet[Any] | None:
    """The rows of a class whose time is over today; None for a class that is kept until somebody decides."""
    if one.past is None:
        return None
    years = int(parameters.values()[one.dial].value)
    today = clock.today()
    before = date(today.year - years, today.month, min(today.day, 28))
    return one.past(datetime.combine(before, time(), clock.BANGKOK))

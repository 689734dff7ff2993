"""What stays behind a tombstone: what is kept until when, and requests without their words."""

from __future__ import annotations

from datetime import date
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.models import SubjectRequest, Tombstone
from sanam.domain.registry.rights.going import Known
from sanam.domain.registry.rights.words import Kept


def what_is_kept() -> list[dict[str, Any]]:
    """What stays and until when; the journal stays for good, for it is a chain."""
    years = int(parameters.values()["retention.requests"].value)
    today = clock.today()
    until = date(today.year + years, today.month, min(today.day, 28)).isoformat()
    return [
        {"what": Kept.JOURNAL.value, "until": ""},
        {"what": Kept.REQUEST.value, "until": until},
        {"what": Kept.MARK.value, "until": until},
    ]


def empty_requests(known: Known, tombstone: Tombstone) -> None:
    """Requests stay, as the law wants a record of them, without anybody's words."""
    theirs = SubjectRequest.objects.filter(subject__in=known.people)
    empty = dict.fromkeys(("asker_name", "wanted", "extended_because", "answer"), "")
    known.refs.update(one.ref for one in theirs)
    theirs.update(subject=None, tombstone=tombstone, area_code=tombstone.area_code, **empty)

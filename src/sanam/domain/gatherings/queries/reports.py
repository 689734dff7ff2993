"""Reads: a gathering's report, put together from what was read in or written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.gatherings.heard import Heard, as_kept, heard_at
from sanam.domain.gatherings.models import Approval, Decision, Gathering, Minute, OpenQuestion, Photo
from sanam.domain.gatherings.policies import WRITTEN_IN
from sanam.domain.gatherings.queries.minutes import decisions, matters
from sanam.domain.gatherings.talk_words import WAITING, Part
from sanam.domain.gatherings.words import Stage


@dataclass(frozen=True, slots=True)
class ReportPoint:
    """One numbered point, and the matter it was said under, if any."""

    number: int
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The sections of a report in the order they are read; `approval` is None until another member approved it."""

    gathering: Gathering
    title: str
    held: PartialDate | None
    place: str
    person_concerned: bool | None
    photos: Sequence[Photo]
    intro: Sequence[str]
    points: Sequence[ReportPoint]
    decisions: Sequence[Decision]
    questions: Sequence[OpenQuestion]
    heard: Sequence[Heard]
    thanks: Sequence[str]
    signature_name: str
    signature_position: str
    approval: Approval | None

    @property
    def waiting(self) -> list[OpenQuestion]:
        """The questions it left open that are open still."""
        return [one for one in self.questions if one.said in WAITING]

    @property
    def text(self) -> str:
        """What was approved, to the letter: questions as they were left open, seats and legs by their ids."""
        said: dict[str, Any] = {
            "title": self.title,
            "held": self.held.iso() if self.held else "",
            "place": self.place,
            "person_concerned": self.person_concerned,
            "intro": list(self.intro),
            "points": [[one.number, one.heading, one.text] for one in self.points],
            "decisions": [_decided(one) for one in self.decisions],
            "questions": [one.text for one in self.questions],
            "thanks": list(self.thanks),
            "signature": [self.signature_name, self.signature_position],
        }
        if self.heard:  # reports that were approved before rooms told anything keep their digest
            said["heard"] = [one.kept() for one in self.heard]
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """SHA-256 of `text`, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def report(gathering: Gathering) -> Report:
    """The report of a gathering the caller was shown (`queries.gathering`), whichever way it came to be.

    Before the talk began nothing can have been written, so nothing is asked for.
    """
    begun = gathering.was_read_in or gathering.said is not Stage.PLANNED
    minutes = list(gathering.minutes.select_related("question", "action")) if begun else []
    return Report(
        gathering=gathering,
        title=gathering.title,
        held=gathering.held,
        place=gathering.place,
        person_concerned=gathering.person_concerned,
        photos=list(gathering.photos.all()) if gathering.was_read_in else [],
        intro=[*gathering.intro, *_said(minutes, Part.INTRO)],
        points=_points(gathering, minutes),
        decisions=decisions(gathering) if begun else [],
        questions=_left_open(gathering) if begun else [],
        heard=_heard(gathering),
        thanks=[*([gathering.thanks] if gathering.thanks else []), *_said(minutes, Part.THANKS)],
        signature_name=gathering.signature_name,
        signature_position=gathering.signature_position,
        approval=getattr(gathering, "approval", None),
    )


def _left_open(gathering: Gathering) -> list[OpenQuestion]:
    return list(gathering.open_questions.select_related("owner__organisation", "owner__leg").order_by("id"))


def _heard(gathering: Gathering) -> list[Heard]:
    """What was found between the parties; an approved report says what it said then, whatever closed later."""
    if (approval := getattr(gathering, "approval", None)) is not None:
        return [as_kept(one) for one in approval.heard]
    return list(heard_at(gathering)) if gathering.said in WRITTEN_IN else []


def _said(minutes: Sequence[Minute], part: Part) -> list[str]:
    return [one.text for one in minutes if one.part == part]


def _points(gathering: Gathering, minutes: Sequence[Minute]) -> list[ReportPoint]:
    """The points of a page that was read in keep their numbers; what was written is numbered as it stands."""
    read = [ReportPoint(one.number, one.text) for one in gathering.points.all()] if gathering.was_read_in else []
    written = matters(gathering, [one for one in minutes if one.part == Part.POINT])
    pairs = [(matter.heading, one.text) for matter in written for one in matter.minutes]
    first = max((one.number for one in read), default=0) + 1
    return read + [ReportPoint(number, text, heading) for number, (heading, text) in enumerate(pairs, start=first)]


def _decided(decision: Decision) -> list[object]:
    voices = sorted([one.leg_id, one.voice] for one in decision.voices.all())
    carried = str(decision.carried_by_id) if decision.carried_by_id else ""
    return [decision.text, carried, decision.review_on.isoformat() if decision.review_on else "", voices]

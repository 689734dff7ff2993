"""Reads: the agenda as it is talked through, and what was written under each matter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Action, Decision, DecisionVoice, Gathering, Minute, OpenQuestion
from sanam.domain.gatherings.queries.coming_back import MOST, actions_at, questions_at
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.talk_words import Part
from sanam.domain.gatherings.words import Stage


@dataclass(slots=True)
class Matter:
    """One matter: a line of the agenda, a question or an action that came back; `key` names it on a form.

    A matter without a heading is what was said beside the agenda.
    """

    key: str
    heading: str = ""
    question: OpenQuestion | None = None
    action: Action | None = None
    minutes: list[Minute] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Talk:
    """A gathering as it is minuted: opening, matters in order, decisions, thanks; `more` questions wait unlisted."""

    gathering: Gathering
    intro: list[Minute]
    matters: list[Matter]
    decisions: list[Decision]
    thanks: list[Minute]
    more: int


def talk(actor: Actor, gathering_id: str) -> Talk:
    """Everything the page of minutes shows; raises NotHere."""
    gathering = visible(actor).filter(id=gathering_id).select_related("body").first()
    if gathering is None:
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.")
    minutes = list(gathering.minutes.select_related("question", "action"))
    points = [one for one in minutes if one.part == Part.POINT]
    back, more = _come_back(gathering)
    return Talk(
        gathering=gathering,
        intro=[one for one in minutes if one.part == Part.INTRO],
        matters=matters(gathering, points, back),
        decisions=decisions(gathering),
        thanks=[one for one in minutes if one.part == Part.THANKS],
        more=more,
    )


def decision(actor: Actor, decision_id: int) -> Decision:
    """One decision, with what each leg said; raises NotHere."""
    found = Decision.objects.filter(id=decision_id, gathering__in=visible(actor).order_by().values("pk"))
    one = found.select_related("gathering__body", "carried_by").prefetch_related("voices__leg").first()
    if one is None:
        raise NotHere("gatherings.no_decision", "ไม่พบข้อตกลงนี้", "There is no such decision.")
    return one


def decisions(gathering: Gathering) -> list[Decision]:
    """What was agreed, in the order it was written, with what each leg said."""
    voices = Prefetch("voices", DecisionVoice.objects.select_related("leg"))
    return list(gathering.decisions.select_related("carried_by__organisation").prefetch_related(voices))


def matters(gathering: Gathering, points: Sequence[Minute], back: Sequence[Matter] = ()) -> list[Matter]:
    """Every matter in order, what came back before what is new, with what was written under it."""
    found = {one.key: one for one in back}
    written = [_matter_of(point) for point in points]
    for one in (*(one for one in written if one.question or one.action), *_lines(gathering), *written):
        found.setdefault(one.key, one)
    beside = found.pop("", Matter(""))
    for point, matter in zip(points, written, strict=True):
        (found.get(matter.key, beside)).minutes.append(point)
    return [*found.values(), beside]


def _come_back(gathering: Gathering) -> tuple[list[Matter], int]:
    """What proposes itself for the agenda until the report is approved: five questions, and every action due."""
    if gathering.said is Stage.APPROVED:
        return [], 0
    actions = [Matter(f"a{one.pk}", one.text, action=one) for one in actions_at(gathering)]
    waiting = questions_at(gathering)
    listed = list(waiting[:MOST])
    questions = [Matter(f"q{one.pk}", one.text, question=one) for one in listed]
    return [*actions, *questions], waiting.count() - len(listed) if len(listed) == MOST else 0


def _lines(gathering: Gathering) -> list[Matter]:
    return [Matter(_line_key(line), line) for line in gathering.agenda]


def _line_key(heading: str) -> str:
    return f"l{hashlib.sha256(heading.encode()).hexdigest()[:10]}"


def _matter_of(point: Minute) -> Matter:
    if point.question:
        return Matter(f"q{point.question.pk}", point.question.text, question=point.question)
    if point.action:
        return Matter(f"a{point.action.pk}", point.action.text, action=point.action)
    return Matter(_line_key(point.heading), point.heading) if point.heading else Matter("")

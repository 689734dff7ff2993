"""Proposals and their rounds in the reader's words. Load as `{% load proposed %}`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.parameters.catalogue import DIALS, YES
from sanam.domain.rules import queries
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.deciding import QUORUM, Result
from sanam.domain.rules.foreseeing import Effect
from sanam.domain.rules.queries import Agreed, ClauseLine, Dialled, LegRow
from sanam.domain.rules.turning import Turning, turnings
from sanam.domain.rules.wording import Change, Piece, compared
from sanam.domain.rules.words import AmendmentState, Channel, Method, ObjectionState, RoundKind
from sanam.domain.teams.queries import Seat
from sanam.interfaces.web.rules import closing, dial_words
from sanam.interfaces.web.shell.by_rule import by_rule, turned
from sanam.interfaces.web.shell.language import reader

register = template.Library()


@register.filter
def method_said(proposal: Any) -> str:
    return Method(proposal.method).said(reader())


@register.filter
def kind_said(one: Any) -> str:
    return RoundKind(one.kind).said(reader())


@register.filter
def asks_said(proposal: Any) -> str:
    """What the open round of a listed proposal is for."""
    return RoundKind(proposal.asks).said(reader())


@register.filter
def value_said(answer: Any) -> str:
    return Value(answer.value).said(reader())


@register.filter
def channel_said(answer: Any) -> str:
    return Channel(answer.channel).said(reader())


@register.filter
def amendment_said(change: Any) -> str:
    return AmendmentState(change.state).said(reader())


@register.filter
def objection_said(one: Any) -> str:
    return ObjectionState(one.state).said(reader())


@register.filter
def why(decision: Any) -> str:
    """A decision in one sentence."""
    return decision.told["why"][reader()]


@register.filter
def result_said(decision: Any) -> str:
    """What a decision came to, in a word or two."""
    return Result(decision.result).said(reader())


@register.filter
def told(row: LegRow) -> list[tuple[str, int]]:
    """What the seats of a leg answered, and how many each."""
    counted = Counter(answer.value for answer in row.said)
    return [(Value(value).said(reader()), many) for value, many in counted.most_common()]


@register.filter
def pieces(change: Any) -> list[Piece]:
    """What a change asked for adds and cuts."""
    return compared(change.before, change.text)


@register.filter
def dial_changes(change: Any) -> list[Turning]:
    """What a change asked for does to the dials of its clause; those it leaves alone are not told."""
    told = turnings(change.before_values or {}, change.values) if change.text and change.values is not None else []
    return [one for one in told if not one.stays]


@register.filter
def dial_name(dial: Any) -> str:
    """What a dial steers."""
    return dial_words.name_said(DIALS[dial.name])


@register.filter
def dial_value(value: float, dial: Any) -> str:
    """A value of a dial with its unit."""
    return dial_words.value_said(DIALS[dial.name], value)


@register.filter
def foreseen_of(page: Any, dial: Turning) -> Dialled | None:
    """Where a dial of the draft stands and would stand; nothing once the proposal has come to an end."""
    found: Dialled | None = page.foreseen.dials.get(dial.name)
    return found


@register.filter
def effect_said(effect: Effect) -> str:
    """What moves with some dials."""
    return effect.en if reader() == "en" else effect.th


@register.filter
def numbered(dials: Iterable[Any]) -> list[Any]:
    """Those of the dials that stand at a number; what a clause closes is told in words."""
    return [one for one in dials if DIALS[one.name].unit != YES]


@register.filter
def closed_otherwise(change: Any) -> list[Piece]:
    """What a change asked for closes newly, and what no longer."""
    told = (
        closing.beside(change.before_values or {}, change.values) if change.text and change.values is not None else []
    )
    return [one for one in told if one.change is not Change.SAME]


@register.filter
def closed_on(line: ClauseLine) -> list[Piece]:
    """What a clause of the draft closes, beside the clause of the version it changes."""
    return closing.beside(line.base.values if line.base else None, line.draft.values if line.draft else {})


@register.filter
def closed_in(agreed: Agreed, number: int) -> list[Piece]:
    """What a clause of a version closes, beside the version before."""
    older = [one for one, _standing in agreed.versions if one.number < agreed.version.number]
    before = _values(older[0].clauses.all(), number) if older else None
    return closing.beside(before, _values(agreed.clauses, number))


@register.filter
def seat_of(ref: str, seats: Mapping[str, Seat]) -> str:
    """A seat's title by its id; one that is closed since is a seat of the body."""
    seat = seats.get(ref)
    return getattr(seat, f"title_{reader()}") if seat else _("ที่นั่งหนึ่ง")


@register.simple_tag(takes_context=True)
def quorum_rule(context: Any, one: Any) -> SafeString:
    """The rule by which a round needs more than three quarters of the legs; nothing where it does not, or no more."""
    if one.part == QUORUM:
        return SafeString("")
    setting = turned(context["request"])["rules.quorum"]
    return by_rule(setting if setting.value == one.quorum else None)


@register.simple_tag(takes_context=True)
def open_proposals(context: Any) -> list[Any]:
    """Proposals that go on, for the list of rules."""
    return queries.going_on(context["request"].actor)


def _values(clauses: Iterable[Any], number: int) -> Mapping[str, float]:
    return next((one.values for one in clauses if one.number == number), {})

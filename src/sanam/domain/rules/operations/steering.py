"""Deeds: a version comes into force and ends, and the dials follow."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Mandate
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.parameters import operations as parameters
from sanam.domain.parameters import queries as standing_at
from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.rules import force
from sanam.domain.rules.labels import label
from sanam.domain.rules.models import Rule, RuleVersion, VersionEvent
from sanam.domain.rules.operations import carrying
from sanam.domain.rules.permissions import check_is_the_clock
from sanam.domain.rules.told import tell_body
from sanam.domain.rules.words import Standing
from sanam.domain.teams.models import Body

OF_A_VERSION = "rule_version:"


def begin_at_once(*, by: Actor, version: RuleVersion) -> None:
    """What follows when a version was adopted: it comes into force where its day has come."""
    if version.in_force_from <= clock.today():
        bring_into_force(by=by, version=version)


@transaction.atomic
def bring_into_force(*, by: Actor, version: RuleVersion) -> RuleVersion:
    """A version whose day has come takes the place of the one before it, and turns the dials of its clauses.

    No permission is asked: that it was adopted is what allows it. Raises Refused before its day, or a second time.
    """
    found = RuleVersion.objects.select_related("rule__body", "proposal").get(pk=version.pk)
    Rule.objects.select_for_update().get(pk=found.rule_id)  # two minutes at once bring it once
    _check_day(found)
    before = force.in_force_of(found.rule_id)
    if before is not None:
        _note(by, before, Standing.REPLACED)
    _note(by, found, Standing.IN_FORCE)
    if found.proposal.retires:
        _note(by, found, Standing.RETIRED)
    elif (as_it_was := _renews(found, before)) is not None:
        _note(by, found, Standing.RENEWED, as_it_was.ref)
    if before is not None:
        carrying.carry_over(by=by, before=before, after=None if found.proposal.retires else found)
    settle(by=by)
    th, en = ("เลิกใช้แล้ว ตามที่ตกลงกัน", "is retired, as agreed") if found.proposal.retires else ("เริ่มใช้แล้ว", "is in force")
    _tell(by, found, th, en)
    return found


@transaction.atomic
def stand_again(*, by: Actor, version: RuleVersion) -> RuleVersion | None:
    """What follows when the time of a version agreed for now has ended: the one it replaced, if there is one, stands
    again, and the dials go back with it."""
    found = RuleVersion.objects.select_related("rule__body").get(pk=version.pk)
    again = _replaced_by(found) if found.events.filter(what=Standing.IN_FORCE).exists() else None
    if again is not None:
        _note(by, again, Standing.IN_FORCE, found.ref)
    carrying.carry_over(by=by, before=found, after=again)
    settle(by=by)
    return again


@transaction.atomic
def settle(*, by: Actor) -> int:
    """Turn each dial to what the versions in force say, and back to its start where none does any more."""
    Body.objects.select_for_update().order_by("pk").first()  # one hand at a time: rules agreed at once see each other
    hand = replace(by, mandate=Mandate(frozenset({parameters.TURN})))
    wanted, turned = force.dials(force.in_force()), 0
    for name, now in standing_at.values().items():
        told = wanted.get(name)
        if told is None and not now.rule_ref.startswith(OF_A_VERSION):
            continue
        ref, value = (told.version.ref, told.value) if told else ("", DIALS[name].default)
        if (now.rule_ref, now.value) == (ref, value):
            continue
        th, en = label(told.version) if told else ("", "")
        parameters.turn(by=hand, name=name, value=value, rule_ref=ref, rule_label=th, rule_label_en=en)
        turned += 1
    return turned


@transaction.atomic
def keep_time(*, by: Actor) -> dict[str, int]:
    """What a day brings: adopted versions come into force, and dials stand as agreed; {"came", "turned"}."""
    check_is_the_clock(by)
    due = RuleVersion.objects.filter(in_force_from__lte=clock.today()).exclude(pk__in=force.states())
    came = sum(_comes(by, version) for version in due.order_by("adopted_at", "number"))
    return {"came": came, "turned": settle(by=by)}


def _comes(by: Actor, version: RuleVersion) -> bool:
    try:
        bring_into_force(by=by, version=version)
    except Refused:  # another minute brought it just now
        return False
    return True


def _check_day(version: RuleVersion) -> None:
    if version.in_force_from > clock.today():
        raise Refused("rules.not_yet", "ฉบับนี้ยังไม่ถึงวันเริ่มใช้", "The day of this version has not come.")
    if version.pk in force.states([version.rule_id]):
        raise Refused("rules.was_in_force", "ฉบับนี้เริ่มใช้ไปแล้ว", "This version came into force already.")


def _renews(version: RuleVersion, before: RuleVersion | None) -> RuleVersion | None:
    """The version before, when this one says the same in every clause: it was looked at, and goes on."""
    if before is None:
        return None
    texts = [list(one.clauses.values_list("number", "text", "values")) for one in (before, version)]
    return before if texts[0] == texts[1] else None


def _replaced_by(version: RuleVersion) -> RuleVersion | None:
    """The version that stood before this one, when it was this one that took its place."""
    known = force.states([version.rule_id])
    older = version.rule.versions.filter(number__lt=version.number).select_related("rule__body").order_by("-number")
    return next((one for one in older if known.get(one.pk) is Standing.REPLACED), None)


def _note(by: Actor, version: RuleVersion, what: Standing, because: str = "") -> None:
    VersionEvent.objects.create(version=version, what=what.value, because=because, by_ref=by.ref, at=clock.now())
    journal.record(by=by, did=f"rule.{what.value}", to=version.ref, because=because)


def _tell(by: Actor, version: RuleVersion, th: str, en: str) -> None:
    name_th, name_en = label(version)
    title = version.rule.title[:120]
    tell_body(
        by=by,
        body=version.rule.body,
        kind="rules.standing",
        about=version.ref,
        th=f"{name_th} {th}: {title}",
        en=f"{name_en} {en}: {title}",
        path=f"/rules/{version.rule_id}/",
    )

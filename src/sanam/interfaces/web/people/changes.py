"""People: added after a search, and corrected."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import people as deeds
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import How
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people import comparing
from sanam.interfaces.web.people.forms import AddForm, CorrectForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, part_or_page
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    """Add a person; whoever looks alike is shown first, and a reason is asked."""
    actor = seated(request)
    check_can(actor, Can.ADD_PEOPLE)
    form = AddForm(request.POST or None, areas=_places(actor), initial={"given": request.GET.get("q", "")})
    if request.method != "POST" or not form.is_valid():
        return _add_page(request, form, 422 if request.method == "POST" else 200)
    said = form.cleaned_data
    reason, seen = said.pop("reason"), [part for part in said.pop("seen").split(",") if part]
    alike = [one for one in _alike(actor, said) if str(one.pk) in seen]
    try:
        person = deeds.add(by=actor, new=deeds.NewPerson(**_without_none(said)), different_from=alike, reason=reason)
    except Refused as refusal:
        found = _alike(actor, said)
        for one in found:
            journal.look(by=actor, at=one.ref)
        return _add_page(request, form, refusal.status, refusal, found)
    messages.success(request, _("เพิ่มแล้ว อยู่ในทะเบียนและในวงดูแลของที่นั่งนี้"))
    if registry.may_be_elsewhere(person):
        messages.info(request, _("อาจมีบันทึกของคนนี้อยู่ที่อื่นด้วย ผู้ดูแลบันทึกนั้นได้ข่าวแล้ว"))
    return go(request, "web:person", person.id)


@require_http_methods(["GET", "POST"])
def correct(request: Request, person_id: str) -> HttpResponse:
    """Correct what is known of a person; what was typed stays on the page whatever happens."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)  # the form shows the person, whichever way it was asked for
    known = comparing.known(person)
    if request.method != "POST":
        return _correct_page(request, CorrectForm(initial=known), person)
    form = CorrectForm(comparing.chosen(request.POST, known), initial=known)
    if not form.is_valid():
        return _correct_page(request, form, person, 422)
    said = form.cleaned_data
    how, version = How(said["how"]), said["version"]
    try:
        deeds.correct(by=actor, person=person, values=form.values(), version=version, how=how, on=said["on"])
    except Refused as refusal:
        return _correct_refused(request, form, person, refusal)
    messages.success(request, _("บันทึกแล้ว ค่าเดิมอยู่ในประวัติ"))
    return go(request, "web:person", person.id)


def _correct_page(request: Request, form: CorrectForm, person: Any, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "person": person, "refusal": "", "apart": [], "merged": False} | more
    return part_or_page(request, "people/correct.html", "asked", context, status)


def _correct_refused(request: Request, form: CorrectForm, person: Any, refusal: Refused) -> HttpResponse:
    """The refusal; when somebody else was first, both values of each field, and a form that can be sent again."""
    apart, merged = [], refusal.code == "registry.changed_meanwhile"
    if merged:
        apart = comparing.apart(form, person)
        form = CorrectForm(comparing.merged(form, person, refusal.details["version"]), initial=comparing.known(person))
    said = {"refusal": _said(refusal), "apart": apart, "merged": merged and not apart}
    return _correct_page(request, form, person, refusal.status, **said)


def _add_page(
    request: Request, form: AddForm, status: int, refusal: Refused | None = None, alike: list | None = None
) -> HttpResponse:
    context = {"form": form, "refusal": _said(refusal) if refusal else "", "alike": alike or []}
    return part_or_page(request, "people/add.html", "asked", context, status)


def _alike(actor: Actor, said: dict) -> list:
    return registry.similar(actor, given=said["given"], family=said["family"], number=said["number"] or "")


def _without_none(said: dict) -> dict:
    return {name: value if value is not None or name == "birth" else "" for name, value in said.items()}


def _said(refusal: Refused) -> str:
    return refusal.sentence(reader())


def _places(actor: Actor) -> list[tuple[str, str]]:
    """The sub-districts and villages within a seat's areas, in code order."""
    language = reader()
    codes = areas.inside(actor.mandate.areas, levels=(6, 8))
    return [(code, areas.said(code, language)) for code in codes]

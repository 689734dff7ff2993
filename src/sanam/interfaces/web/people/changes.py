"""People: added after a search, corrected, confirmed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts
from sanam.domain.registry.operations import people as deeds
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.forms import AddForm, ConfirmForm, CorrectForm
from sanam.interfaces.web.shell.acting import seated
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
    return redirect("web:person", person.id)


@require_http_methods(["GET", "POST"])
def correct(request: Request, person_id: str) -> HttpResponse:
    """Correct what is known of a person; what was typed stays on the page whatever happens."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    person = registry.person(actor, str(person_id))
    names = ("prefix", "given", "family", "nickname", "sex", "phone", "life", "version")
    initial = {name: getattr(person, name) for name in names} | {"birth": person.born}
    form = CorrectForm(request.POST or None, initial=initial)
    journal.look(by=actor, at=person.ref)  # the form shows the person, whichever way it was asked for
    if request.method != "POST":
        return render(request, "people/correct.html", {"form": form, "person": person})
    if not form.is_valid():
        return render(request, "people/correct.html", {"form": form, "person": person}, status=422)
    how, on = How(form.cleaned_data["how"]), form.cleaned_data["on"]
    try:
        deeds.correct(
            by=actor,
            person=person,
            values=form.values(),
            version=form.cleaned_data["version"],
            how=how,
            on=on,
        )
    except Refused as refusal:
        context = {"form": form, "person": person, "refusal": _said(refusal)}
        return render(request, "people/correct.html", context, status=refusal.status)
    return redirect("web:person", person.id)


@require_POST
def confirm(request: Request, person_id: str) -> HttpResponse:
    """Confirm one fact group in one tap."""
    actor = seated(request)
    person = registry.person(actor, str(person_id))
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        raise BadInput("web.confirm", "เลือกเรื่องและวันที่ก่อน", "Choose what was seen, and when.")
    said = form.cleaned_data
    facts.confirm(by=actor, person=person, fact=FactGroup(said["fact"]), on=said["on"], how=How(said["how"]))
    return redirect("web:person", person.id)


def _add_page(
    request: Request, form: AddForm, status: int, refusal: Refused | None = None, alike: list | None = None
) -> HttpResponse:
    context = {"form": form, "refusal": _said(refusal) if refusal else "", "alike": alike or []}
    return render(request, "people/add.html", context, status=status)


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

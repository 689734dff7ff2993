"""Two records joined as one person, seen in a list, and parted again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import merges as deeds
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can
from sanam.interfaces.web.account.again import needs_password_again
from sanam.interfaces.web.people.doubts import SameForm, next_pair, review
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.people.since import lines_since
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


class PartForm(KindForm):
    """How one knows that two records were joined by mistake."""

    reason = forms.CharField(
        label=gettext_lazy("รู้ได้อย่างไรว่าคนละคน"),
        max_length=300,
        help_text=gettext_lazy("เช่น เจอทั้งสองคนแล้ว หรือญาติบอกว่าเป็นพี่น้องกัน"),
    )


@require_POST
@needs_password_again
def join(request: Request, duplicate_id: int) -> HttpResponse:
    """Say that two records are one person, field by field whose word holds."""
    actor = seated(request)
    check_can(actor, Can.MERGE_PEOPLE)
    pair = registry.duplicate(actor, duplicate_id)
    both = registry.side_by_side(actor, pair)
    kept, gone = both.kept.person, both.gone.person
    form, chosen = SameForm(request.POST, auto_id="same_%s"), _chosen(request, both)
    if not form.is_valid():
        return review(request, actor, pair, 422, same=form, chosen=chosen)
    try:
        deeds.merge(by=actor, kept=kept, gone=gone, reason=form.cleaned_data["reason"], chosen=chosen)
    except Refused as refusal:
        said = refusal.sentence(reader())
        return review(request, actor, pair, refusal.status, same=form, chosen=chosen, refusal=said)
    messages.success(request, _("รวมเป็นคนเดียวแล้ว ถ้าผิด แยกกลับได้จากหน้าประวัติ"))
    return next_pair(request, actor) or go(request, "web:person", kept.pk)


@require_safe
def merges(request: Request) -> HttpResponse:
    """Records joined within this seat's scope, newest first."""
    actor = seated(request)
    check_can(actor, Can.MERGE_PEOPLE)
    journal.look(by=actor, at="people", did="people.looked", because="merges")
    found, more = registry.merges(actor, request.GET.get("before", ""))
    context = {"merges": found, "more": more, "first": "before" in request.GET, "today": clock.today()}
    context["titles"] = _titles(found)
    return render(request, "people/merges.html", context)


@require_http_methods(["GET", "POST"])
def merge(request: Request, merge_id: UUID) -> HttpResponse:
    """One merge: who, when, why, what happened since; a POST parts the two again."""
    return _part(request, merge_id) if request.method == "POST" else _told(request, seated(request), merge_id)


@needs_password_again
def _part(request: Request, merge_id: UUID) -> HttpResponse:
    actor, form = seated(request), PartForm(request.POST)
    if not form.is_valid():
        return _told(request, actor, merge_id, 422, form=form)
    check_can(actor, Can.MERGE_PEOPLE)
    try:
        found = registry.merge(actor, str(merge_id))
        _merge, later = deeds.unmerge(by=actor, merge=found, reason=form.cleaned_data["reason"])
    except Refused as refusal:
        if refusal.status == 404:
            raise
        return _told(request, actor, merge_id, refusal.status, form=form, refusal=refusal.sentence(reader()))
    messages.success(request, _("แยกกลับเป็นสองบันทึกแล้ว") if not later else _("แยกแล้ว มีเรื่องหลังจากนั้นที่ต้องดู"))
    return go(request, "web:merge", merge_id)


def _told(request: Request, actor: Actor, merge_id: UUID, status: int = 200, **more: Any) -> HttpResponse:
    check_can(actor, Can.MERGE_PEOPLE)
    found = registry.merge(actor, str(merge_id))
    for one in (found.kept, found.gone):
        journal.look(by=actor, at=one.ref)
    context = {
        "merge": found,
        "later": lines_since(actor, registry.since(actor, found)),
        "form": PartForm(),
        "refusal": "",
        "titles": _titles([found]),
        "today": clock.today(),
    }
    return render(request, "people/merge.html", context | more, status=status)


def _titles(found: Iterable[Any]) -> dict[str, str]:
    """The seats that joined or parted, by the label written down then, as the reader's language calls them now."""
    labels = {ref: label for one in found for ref, label in one.seats if ref}
    at = 1 if reader() == "en" else 0
    return {labels[ref]: said[at] for ref, said in teams.seat_titles(labels).items()}


def _chosen(request: Request, both: registry.SideBySide) -> dict[str, str]:
    """Whose word holds, by field, as far as it was said and is a question at all."""
    asked = (told.line.field for told in both.lines if told.line.differs and told.shown)
    said = {name: request.POST.get(f"word_{name}", "") for name in asked}
    return {name: side for name, side in said.items() if side in ("kept", "gone")}

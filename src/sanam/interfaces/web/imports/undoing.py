"""Taking a file back: first what it will do, then the reason, then it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import queries
from sanam.domain.registry.operations import undo as undoing
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import FIELD_NAMES
from sanam.domain.teams.words import Can
from sanam.interfaces.files import queue
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

SHOWN = 50
WHAT = {
    "person": gettext_lazy("ทั้งคน"),
    "group": gettext_lazy("กลุ่ม"),
    "residence": gettext_lazy("บ้านที่เคยอยู่"),
    "conflict": gettext_lazy("เรื่องที่ตัดสินแล้ว"),
    "duplicate": gettext_lazy("คู่ที่ตัดสินแล้ว"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that stays: of whom (None outside this seat's scope), what, and why."""

    person: Any
    what: str
    by_file: bool
    by: str
    on: str


class UndoForm(forms.Form):
    """Why a file is taken back."""

    because = forms.CharField(
        label=gettext_lazy("เอาคืนเพราะอะไร"),
        max_length=300,
        help_text=gettext_lazy("เช่น ส่งแฟ้มผิดหน่วย หรือแฟ้มเก่ากว่าที่มีอยู่"),
    )


@require_http_methods(["GET", "POST"])
def undo(request: Request, batch_id: str) -> HttpResponse:
    """Say what taking a file back will do; do it once somebody says why."""
    actor = seated(request)
    check_can(actor, Can.READ_FILES_IN)
    batch = queries.batch(actor, str(batch_id))
    form = UndoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        queue.take_back(by=actor, batch=batch, because=form.cleaned_data["because"])
        return go(request, "web:batch", batch.pk)
    foreseen = undoing.foresee(by=actor, batch=batch)
    kept = [(one.person, one.what, one.why, one.by, one.on) for one in foreseen.kept[:SHOWN]]
    context = {
        "batch": batch,
        "form": form,
        "foreseen": foreseen,
        "kept": lines(actor, kept),
        "count": len(foreseen.kept),
    }
    return render(request, "imports/undo.html", context, status=422 if request.method == "POST" else 200)


def listed(actor: Actor, undone: Mapping[str, Any]) -> list[Line]:
    """The first things that stayed, as a batch remembers them."""
    kept = ((one["person"], one["what"], one["why"], one["by"], one["on"]) for one in undone["list"][:SHOWN])
    return lines(actor, list(kept))


def lines(actor: Actor, kept: Iterable[tuple[str, str, str, str, str]]) -> list[Line]:
    """What stays, with the people this seat may see by name."""
    found = list(kept)
    people = queries.by_ref(actor, {one[0] for one in found})
    return [Line(people.get(who), _said(what), why == "file", by, on) for who, what, why, by, on in found]


def _said(what: str) -> str:
    if what in FIELD_NAMES:
        return FIELD_NAMES[what][reader() == "en"]
    return str(WHAT.get(what, what))

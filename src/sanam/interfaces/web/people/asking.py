"""One small page that asks for a few things and does one deed: the same shape for moving, grouping, deciding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.http import HttpResponse

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.shell.answers import part_or_page
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@dataclass(frozen=True, slots=True)
class Question:
    """What the page says: its heading, a line beneath, the button's verb, and where one came from."""

    title: str
    sub: str
    verb: str
    back: str
    back_label: str


def ask(
    request: Request,
    form: forms.Form,
    question: Question,
    deed: Callable[[dict[str, Any]], HttpResponse],
    **more: Any,
) -> HttpResponse:
    """Show the form, or do the deed with what was said; a refusal keeps what was typed and says why.

    `template` in `more` is another page of the same shape.
    """
    if request.method != "POST":
        return _page(request, form, question, 200, more)
    if not form.is_valid():
        return _page(request, form, question, 422, more)
    try:
        return deed(form.cleaned_data)
    except Refused as refusal:
        return _page(request, form, question, refusal.status, more | {"refusal": refusal.sentence(reader())})


def _page(request: Request, form: forms.Form, question: Question, status: int, more: dict[str, Any]) -> HttpResponse:
    context = (
        {"form": form, "refusal": "", "person": None, "close": [], "look_up": "", "danger": "", "asked_before": []}
        | {"shot": None, "dials": ""}
        | asdict(question)
        | more
    )
    return part_or_page(request, more.get("template", "people/asking.html"), "asked", context, status)

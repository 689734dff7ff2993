"""The page anybody may read: opened, taken back, and read without signing in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation.ids import short
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import publishing as deeds
from sanam.domain.gatherings.permissions import check_can_publish
from sanam.domain.media import queries as media
from sanam.interfaces.web.gatherings.figures import figures_of
from sanam.interfaces.web.media.views import ENDINGS, ONLY_TO_LOOK_AT
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


class PublishForm(KindForm):
    """The publisher's word, and whether search engines may find the page."""

    read_through = forms.MultipleChoiceField(
        label=gettext_lazy("ก่อนเผยแพร่"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("yes", gettext_lazy("อ่านทั้งหน้าแล้ว ไม่มีชื่อคนที่เราดูแล"))],
    )
    findable = forms.ChoiceField(
        label=gettext_lazy("เว็บค้นหา"),
        widget=forms.RadioSelect,
        initial="no",
        choices=[("no", gettext_lazy("คนที่ได้ลิงก์เท่านั้นที่เปิดเจอ")), ("yes", gettext_lazy("ให้ค้นเจอด้วย"))],
    )


@require_http_methods(["GET", "POST"])
def publish(request: Request, gathering_id: UUID) -> HttpResponse:
    """Open the page of an approved report to anybody."""
    actor = seated(request)
    shown = queries.shown(actor, str(gathering_id))
    check_can_publish(actor, shown.gathering)

    def deed(said: dict[str, Any]) -> HttpResponse:
        read_through, findable = "yes" in said["read_through"], said["findable"] == "yes"
        deeds.publish(by=actor, gathering=shown.gathering, read_through=read_through, findable=findable)
        messages.success(request, _("เผยแพร่แล้ว ใครมีลิงก์ก็อ่านได้"))
        return go(request, "web:gathering", gathering_id)

    question = Question(
        title=_("เผยแพร่หน้านี้"),
        sub=_("ใครก็อ่านได้โดยไม่ต้องเข้าใช้ ภาพที่ยังไม่ได้ถามคนในภาพจะไม่ออกไป ถอนกลับได้ทุกเมื่อ"),
        verb=_("เผยแพร่"),
        back=reverse("web:gathering", args=[gathering_id]),
        back_label=shown.gathering.title,
    )
    return ask(request, PublishForm(request.POST or None), question, deed)


@require_POST
def withdraw(request: Request, gathering_id: UUID) -> HttpResponse:
    """Take the public page back."""
    actor = seated(request)
    deeds.withdraw(by=actor, gathering=queries.gathering(actor, str(gathering_id)))
    messages.success(request, _("ถอนหน้าสาธารณะแล้ว"))
    return redirect("web:gathering", gathering_id)


@login_not_required
@require_safe
def public(request: Request, gathering_id: UUID) -> HttpResponse:
    """The published page, for anybody; search engines are told to pass unless somebody chose otherwise."""
    shown = queries.public(gathering_id)
    context = {"shown": shown, "gathering": shown.gathering, "figures": figures_of(request), "outside": True}
    response = render(request, "gatherings/public.html", context)
    if not (shown.publication and shown.publication.findable):
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "no-store"  # taken back means gone
    return response


@login_not_required
@require_safe
def public_photo(request: Request, gathering_id: UUID, shot_id: UUID) -> FileResponse:
    """One photo of a published page, cleared for the public; with `?size=small` its small form."""
    kept = queries.public_photo(gathering_id, shot_id)
    file = media.opened(kept, small=request.GET.get("size") == "small")
    headers = ONLY_TO_LOOK_AT | {"X-Robots-Tag": "noindex", "Cache-Control": "no-store"}
    name = f"photo-{short(shot_id)}{ENDINGS[kept.mime]}"
    return FileResponse(file, content_type=kept.mime, filename=name, headers=headers)

"""The photos of a gathering: sent several at once, described, put in order, attached and taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed, NotHere, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import photos as deeds
from sanam.domain.gatherings.permissions import check_writes_of
from sanam.domain.gatherings.words import Faces
from sanam.interfaces.web.gatherings.uploads import Photos
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Photo, Shot


class DescribeForm(KindForm):
    """What is on a photo, who is in it, and which photo of the page it is."""

    alt = forms.CharField(
        label=gettext_lazy("ในภาพมีอะไร"),
        max_length=deeds.LONGEST_ALT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("เล่าให้คนที่มองไม่เห็นฟัง เช่น คนราวสิบคนนั่งล้อมวงใต้ต้นไม้ ไม่ต้องบอกชื่อคนที่เราดูแล"),
    )
    faces = forms.ChoiceField(
        label=gettext_lazy("คนในภาพ"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("ภาพที่ยังไม่ได้ถาม ไม่ออกไปหน้าสาธารณะและ PDF"),
    )
    people = forms.CharField(
        label=gettext_lazy("ถ้ายินยอม ใครอยู่ในภาพ และยินยอมกันอย่างไร"),
        max_length=deeds.LONGEST_ALT,
        required=False,
        help_text=gettext_lazy("เห็นเฉพาะผู้เขียนของวงนี้ เช่น ผู้มาร่วมทุกคนยกมือให้ก่อนถ่าย"),
    )
    listed = forms.ChoiceField(
        label=gettext_lazy("เป็นภาพไหนที่หน้ากระดาษลงรายการไว้"),
        required=False,
        help_text=gettext_lazy("ขนาดที่ลงรายการไว้ยังอยู่ตามเดิม"),
    )


class TakeDownForm(KindForm):
    """Who asked."""

    asked_by = forms.CharField(
        label=gettext_lazy("ใครขอให้เอาลง"), max_length=200, help_text=gettext_lazy("เช่น คนในภาพ ญาติ หรือผู้เขียนเอง")
    )


@csrf_exempt  # only until the photos' own counter stands in the stream; `_send` checks the token
def photos(request: Request, gathering_id: UUID) -> HttpResponse:
    """A gathering's photos, and a way to send more: several at once, from a phone, without JavaScript."""
    counter = Photos(request)
    if request.method == "POST":
        request.upload_handlers = [counter, *request.upload_handlers]
    return _photos(request, gathering_id, counter)


@csrf_protect
@require_http_methods(["GET", "POST"])
def _photos(request: Request, gathering_id: UUID, counter: Photos) -> HttpResponse:
    actor = seated(request)
    gathering = queries.gathering(actor, str(gathering_id))
    check_writes_of(actor, gathering)
    files: list[Any] = (
        request.FILES.getlist("photos") if request.method == "POST" else []
    )  # read here: now the counter knows
    added, refused = 0, list(counter.turned_away)
    for file in files:
        try:
            deeds.add(by=actor, gathering=gathering, source=file, file_name=file.name or "")
            added += 1
        except (NotAllowed, NotHere):
            raise
        except Refused as refusal:
            refused.append((file.name or "", refusal))
    if added and not refused:
        messages.success(request, ngettext("เก็บแล้ว %(n)s ภาพ", "เก็บแล้ว %(n)s ภาพ", added) % {"n": added})
        return _to_next(request, actor, gathering.id)
    return _page(request, actor, gathering_id, added, refused)


def _page(
    request: Request, actor: Actor, gathering_id: UUID, added: int, refused: list[tuple[str, Refused]]
) -> HttpResponse:
    shown = queries.shown(actor, str(gathering_id))
    free = [frame.shot for frame in shown.frames if frame.shot and not frame.is_listed]
    context = {
        "shown": shown,
        "gathering": shown.gathering,
        "added": added,
        "refused": [(name, refusal.sentence(reader())) for name, refusal in refused],
        "nothing": request.method == "POST" and not (added or refused),
        "first": free[0] if free else None,
        "last": free[-1] if free else None,
    }
    return render(request, "gatherings/photos.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def photo(request: Request, shot_id: UUID) -> HttpResponse:
    """Say what is on one photo and who is in it; then on to the next that nobody has described."""
    actor = seated(request)
    shot = _written(actor, shot_id)
    listed = _free_places(actor, shot)
    form = _describing(request, shot, listed)

    def deed(said: dict[str, str]) -> HttpResponse:
        place = next((one for one in listed if str(one.pk) == said["listed"]), None)
        faces = Faces(said["faces"])
        deeds.describe(by=actor, shot=shot, alt=said["alt"], faces=faces, people=said["people"], listed=place)
        messages.success(request, _("บันทึกแล้ว"))
        return _to_next(request, actor, shot.gathering_id)

    question = Question(
        title=_("เล่าว่าในภาพมีอะไร"),
        sub=shot.gathering.title,
        verb=_("บันทึก"),
        back=reverse("web:gathering_photos", args=[shot.gathering_id]),
        back_label=_("ภาพของวงนี้"),
    )
    return ask(request, form, question, deed, shot=shot)


@require_http_methods(["GET", "POST"])
def take_down(request: Request, shot_id: UUID) -> HttpResponse:
    """Take a photo away for good, saying who asked."""
    actor = seated(request)
    shot = _written(actor, shot_id)

    def deed(said: dict[str, str]) -> HttpResponse:
        deeds.take_down(by=actor, shot=shot, asked_by=said["asked_by"])
        messages.success(request, _("เอาภาพลงแล้ว ไฟล์ไม่อยู่แล้ว"))
        return go(request, "web:gathering_photos", shot.gathering_id)

    question = Question(
        title=_("เอาภาพลง"),
        sub=_("ไฟล์จะหายไปจากทุกหน้าและเอาคืนไม่ได้ เหลือไว้แต่ว่าใครขอ เมื่อไร"),
        verb=_("เอาลง"),
        back=reverse("web:gathering_photos", args=[shot.gathering_id]),
        back_label=_("ภาพของวงนี้"),
    )
    return ask(request, TakeDownForm(request.POST or None), question, deed, shot=shot)


@require_POST
def move(request: Request, shot_id: UUID) -> HttpResponse:
    """Let a photo change places with the one before or after it."""
    actor = seated(request)
    shot = _written(actor, shot_id)
    deeds.move(by=actor, shot=shot, earlier=request.POST.get("to") == "earlier")
    return go(request, "web:gathering_photos", shot.gathering_id)


def _written(actor: Actor, shot_id: UUID) -> Shot:
    shot = queries.photo(actor, shot_id)
    check_writes_of(actor, shot.gathering)
    return shot


def _free_places(actor: Actor, shot: Shot) -> list[Photo]:
    """The listed photos that have no file yet, and the one this is the file of."""
    frames = queries.shown(actor, str(shot.gathering_id)).frames
    return [one.listed for one in frames if one.listed and (one.shot is None or one.shot.id == shot.id)]


def _describing(request: Request, shot: Shot, listed: list[Photo]) -> DescribeForm:
    said = {"alt": shot.alt, "faces": shot.faces, "people": shot.people, "listed": str(shot.listed_id or "")}
    form = DescribeForm(request.POST or None, initial=said)
    offer(form, "faces", words(Faces))
    if not listed:
        del form.fields["listed"]
        form.fields["listed"] = forms.CharField(required=False, widget=forms.HiddenInput)
    else:
        named = [(str(one.pk), f"{one.order} · {one.width}×{one.height}") for one in listed]
        offer(form, "listed", [("", _("ไม่ใช่ภาพที่ลงรายการไว้")), *named])
    return form


def _to_next(request: Request, actor: Actor, gathering_id: UUID) -> HttpResponse:
    """On to the next photo that waits for its words; back to them all when there is none."""
    frames = queries.shown(actor, str(gathering_id)).frames
    waiting = next((one.shot for one in frames if one.shot and not one.shot.alt), None)
    return go(request, "web:photo", waiting.id) if waiting else go(request, "web:gathering_photos", gathering_id)

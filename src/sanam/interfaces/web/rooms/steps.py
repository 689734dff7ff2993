"""A room goes one step forward, each asked once more for it cannot be taken back; and its door opens and shuts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import doors, exchanges, results, voting
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.words import RoomStage
from sanam.interfaces.web.gatherings.talk_forms import NothingForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is asked for: its heading, what it brings with it, its button, and the deed."""

    title: Any
    sub: Any
    verb: Any
    do: Callable[..., Any]


STEPS = {
    "vote": Step(
        gettext_lazy("เริ่มลงความเห็น"),
        gettext_lazy("จากนี้เพิ่มหรือแก้บัตรไม่ได้ เพราะทุกคนต้องตอบเรื่องเดียวกัน"),
        gettext_lazy("เริ่มเลย"),
        voting.begin,
    ),
    "end": Step(
        gettext_lazy("จบการลงความเห็น"),
        gettext_lazy("ตอบเพิ่มไม่ได้อีก แล้วทุกคนวางจุดบนเป้าหมายร่วม ถ้ายังไม่มีเรื่องที่ทุกขาเห็นร่วมกัน ห้องจะปิดและเปิดผลเลย"),
        gettext_lazy("จบการลงความเห็น"),
        results.end_voting,
    ),
    "close": Step(
        gettext_lazy("ปิดห้องและเปิดผล"),
        gettext_lazy("นับครั้งเดียว ทุกคนเห็นผลพร้อมกัน ประตูปิด ชื่อเล่นและรหัสของเครื่องถูกลืม เปิดใหม่ไม่ได้"),
        gettext_lazy("ปิดและเปิดผล"),
        results.close,
    ),
    "call-off": Step(
        gettext_lazy("งดห้องนี้"),
        gettext_lazy("ที่ตอบไว้จะไม่ถูกนับ เปิดใหม่ไม่ได้ แต่เปิดห้องอื่นได้"),
        gettext_lazy("งดห้อง"),
        exchanges.call_off,
    ),
}


@require_http_methods(["GET", "POST"])
def step(request: Request, room_id: str, step: str) -> HttpResponse:
    """Ask once more, then go."""
    actor = seated(request)
    if (what := STEPS.get(step)) is None:
        raise Http404
    room = queries.hosted(actor, room_id)
    check_hosts(actor, room)

    def done(said: dict[str, Any]) -> HttpResponse:
        now = what.do(by=actor, exchange=room)
        return go(request, "web:room_outcome" if now.said is RoomStage.CLOSED else "web:host_room", room.pk)

    question = Question(what.title, what.sub, what.verb, reverse("web:host_room", args=[room.pk]), room.title)
    return ask(request, NothingForm(request.POST if request.method == "POST" else None), question, done)


@require_POST
def door(request: Request, room_id: str) -> HttpResponse:
    """Open the door with a new code, or shut it."""
    actor = seated(request)
    room = queries.hosted(actor, room_id)
    if request.POST.get("deed") == "shut":
        doors.shut(by=actor, exchange=room)
        messages.success(request, _("ปิดประตูแล้ว คนที่อยู่ในห้องตอบต่อได้"))
    else:
        doors.open_door(by=actor, exchange=room)
        messages.success(request, _("เปิดประตูแล้ว เปิดจอให้ทุกคนเห็นรหัส"))
    return go(request, "web:host_room", room.pk)

"""Pages that say no: one clear sentence, and what to do. Never an exception's own text."""

from __future__ import annotations

import sys
from contextlib import suppress

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_htmx.http import push_url, reswap, retarget

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.context import built_files
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


def refused_page(request: Request, refusal: Refused) -> HttpResponse:
    """A refusal as a page, or as a message on the page that htmx asked from; what was typed there stays."""
    sentence = refusal.sentence(reader())
    titles = {403: _("ที่นั่งนี้ทำสิ่งนี้ไม่ได้"), 404: _("ไม่พบหน้านี้")}
    return _page(request, refusal.status, titles.get(refusal.status, _("ยังทำไม่ได้")), sentence)


def bad_request(request: Request, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400, _("อ่านคำขอนี้ไม่ออก"), _("ลองกลับไปหน้าก่อน แล้วทำอีกครั้ง"))


def not_allowed(request: Request, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403, _("ที่นั่งนี้ทำสิ่งนี้ไม่ได้"), _("ถ้าคิดว่าควรทำได้ บอกผู้ดูแลระบบของอำเภอ"))


def not_here(request: Request, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404, _("ไม่พบหน้านี้"), _("ที่อยู่อาจพิมพ์ผิด หรือหน้านี้ไม่มีแล้ว"))


def our_fault(request: Request) -> HttpResponse:
    """Our own failure, told without asking the database or the session anything: they may be what failed.

    A database that is away or full comes back by itself or by a hand: 503, and ask again in half a minute.
    """
    sheets: list[str] = []
    with suppress(OSError):  # plain words are better than none
        sheets = built_files()["css"]
    away = isinstance(sys.exc_info()[1], (OperationalError, InterfaceError))
    page = render_to_string("shell/broken.html", {"sheets": sheets, "away": away})
    return HttpResponse(page, status=503, headers={"Retry-After": "30"}) if away else HttpResponse(page, status=500)


def csrf_failure(request: Request, reason: str = "") -> HttpResponse:
    return _page(request, 403, _("หน้านี้เปิดค้างไว้นานไป"), _("กลับไปโหลดหน้าใหม่ แล้วส่งอีกครั้ง"))


def _page(request: Request, status: int, title: str, sentence: str) -> HttpResponse:
    context = {"title": title, "sentence": sentence}
    if not wants_part(request):
        return render(request, "shell/error.html", context, status=status)
    answer = render(request, "shell/refusal.html", context, status=status)
    reswap(retarget(answer, "#said"), "innerHTML")
    return push_url(answer, False)

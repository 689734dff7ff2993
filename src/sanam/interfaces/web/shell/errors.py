"""Pages that say no: one clear sentence, and what to do. Never an exception's own text."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


def refused_page(request: Request, refusal: Refused) -> HttpResponse:
    """A refusal as a page."""
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
    """Our own failure, told without asking the database or the session anything: they may be what failed."""
    return HttpResponse(render_to_string("shell/broken.html"), status=500)


def csrf_failure(request: Request, reason: str = "") -> HttpResponse:
    return _page(request, 403, _("หน้านี้เปิดค้างไว้นานไป"), _("กลับไปโหลดหน้าใหม่ แล้วส่งอีกครั้ง"))


def _page(request: Request, status: int, title: str, sentence: str) -> HttpResponse:
    return render(request, "shell/error.html", {"title": title, "sentence": sentence}, status=status)

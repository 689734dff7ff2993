"""What every answer carries, and how a refusal becomes a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.errors import refused_page
from sanam.interfaces.web.shell.request import Request

THEME_COOKIE = "theme"
GetResponse = Callable[[Request], HttpResponse]


class LanguageAndTheme:
    """Thai until somebody chooses, whatever their browser says; the account's choice goes before the cookie."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        chosen = getattr(request.user, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.theme = getattr(request.user, "theme", "") or request.COOKIES.get(THEME_COOKIE, "")
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response


class Manners:
    """Headers of every page: nothing of a signed-in page stays in a shared phone's cache."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        patch_vary_headers(response, ["HX-Request"])
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return _to_sign_in(request, response)


def _to_sign_in(request: Request, response: HttpResponse) -> HttpResponse:
    """Signed out meanwhile: the whole page goes to sign in and comes back, not the part that htmx asked for."""
    sign_in = reverse(settings.LOGIN_URL)
    if not (wants_part(request) and response.headers.get("Location", "").startswith(sign_in)):
        return response
    back = urlencode({"next": request.htmx.current_url_abs_path or "/"})
    return HttpResponseClientRedirect(f"{sign_in}?{back}")


BUSY = Refused(
    "web.database_busy",
    "ฐานข้อมูลยังไม่ว่าง สิ่งที่บันทึกไว้แล้วยังอยู่ รอสักครู่แล้วลองใหม่",
    "The database is busy. What was saved is still there; wait a moment and try again.",
    status=503,
)


class RefusedToPage:
    """The one translator of refusals in this interface: a page, or the part of one that htmx asked for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OperationalError):
            exception = BUSY
        return refused_page(request, exception) if isinstance(exception, Refused) else None

"""What every answer carries, and how a refusal becomes a page."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.web.shell.errors import refused_page
from sanam.interfaces.web.shell.request import Request

GetResponse = Callable[[Request], HttpResponse]


class LanguageAndTheme:
    """Thai until somebody chooses, whatever their browser says; the account's choice goes before the cookie."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        chosen = getattr(request.user, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.theme = getattr(request.user, "theme", "")
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
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response


class RefusedToPage:
    """The one translator of refusals in this interface: a page, or the part of one that htmx asked for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        return refused_page(request, exception) if isinstance(exception, Refused) else None

"""The request as this interface's views see it, after the middleware has been there."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from sanam.domain.foundation.actor import Actor
from sanam.domain.teams.queries import Place


class Request(HttpRequest):
    """An HttpRequest with who acts, from which seat, and how the pages are liked. For types only."""

    actor: Actor
    place: Place | None
    places: list[Place]
    theme: str
    htmx: HtmxDetails

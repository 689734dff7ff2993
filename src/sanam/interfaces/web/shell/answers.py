"""How a view answers: a part of a page when htmx asked, a whole one otherwise."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django_htmx.http import HttpResponseClientRedirect

from sanam.interfaces.web.shell.request import Request


def wants_part(request: Request) -> bool:
    """Whether htmx asked for a part; also true of nothing when the request never came so far."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.boosted


def part_or_page(
    request: Request, template: str, part: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The page, or the partial of it called `part`."""
    name = f"{template}#{part}" if wants_part(request) else template
    return render(request, name, context, status=status)


def go(request: Request, to: str, *args: Any) -> HttpResponse:
    """Leave for another page, loaded whole: a redirect, or the word for it that htmx understands."""
    address = resolve_url(to, *args)
    return HttpResponseClientRedirect(address) if wants_part(request) else HttpResponseRedirect(address)

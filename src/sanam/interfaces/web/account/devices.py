"""Where one is signed in: seen in plain words, signed out one by one or all at once."""

from __future__ import annotations

import re
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import devices as deeds
from sanam.domain.teams.sessions import DEVICE
from sanam.interfaces.web.account.oneself import oneself, own_account
from sanam.interfaces.web.shell.request import Request

# the first that is found: each also says it is one of those below it
BROWSERS = (
    ("Line/", "LINE"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("(?:Headless)?Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@require_safe
def devices(request: Request) -> HttpResponse:
    """The devices signed in now, this one marked."""
    rows = [
        {"device": one, "name": said(one.device), "here": one.ref == this_one(request)}
        for one in teams.devices(own_account(request))
    ]
    return render(request, "account/devices.html", {"devices": rows, "today": clock.today()})


@require_POST
def sign_out_device(request: Request, device: UUID) -> HttpResponse:
    """Sign one device out."""
    deeds.sign_out(by=oneself(request), account=own_account(request), device=device)
    messages.success(request, _("เครื่องนั้นออกจากระบบแล้ว"))
    return redirect("web:devices")


@require_POST
def sign_out_others(request: Request) -> HttpResponse:
    """Sign out everywhere but here."""
    deeds.sign_out_all(by=oneself(request), account=own_account(request), but=this_one(request))
    messages.success(request, _("เครื่องอื่นออกจากระบบหมดแล้ว"))
    return redirect("web:devices")


def this_one(request: Request) -> UUID | None:
    """How the list speaks of the device at hand."""
    told = request.session.get(DEVICE) or {}
    return UUID(told["ref"]) if "ref" in told else None


def name_of(user_agent: str) -> str:
    """Browser and system in two plain words, the only thing kept of what a browser says of itself: "Chrome|Android"."""
    browser, system = (
        next((name for sign, name in known if re.search(rf"\b{sign}", user_agent)), "") for known in (BROWSERS, SYSTEMS)
    )
    return f"{browser}|{system}" if browser or system else ""


def said(name: str) -> str:
    """The device as a person would call it."""
    browser, _between, system = name.partition("|")
    if browser and system:
        return _("%(browser)s บน %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("เครื่องที่ไม่บอกว่าเป็นอะไร")

"""What the frame of every page needs to know."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from sanam.domain.teams.words import Can
from sanam.interfaces.web.shell.request import Request

BUILT = Path(__file__).resolve().parents[1] / "static" / "built"


def shell(request: Request) -> dict[str, Any]:
    """Navigation, the seat acted from, theme, and the built files by name."""
    place = getattr(request, "place", None)
    return {
        "nav": _nav(request) if place else [],
        "place": place,
        "other_places": [one for one in getattr(request, "places", []) if one != place],
        "theme": getattr(request, "theme", ""),
        "sample": settings.SANAM_SAMPLE,
        "built": built_files(),
    }


@cache
def built_files() -> dict[str, Any]:
    """The built style sheet and script by Vite's manifest: {"css": [...], "js": "..."}."""
    manifest = json.loads((BUILT / "manifest.json").read_text())
    entry = next(one for one in manifest.values() if one.get("isEntry"))
    return {"css": [f"built/{name}" for name in entry.get("css", [])], "js": f"built/{entry['file']}"}


def _nav(request: Request) -> list[dict[str, Any]]:
    items = [
        ("today", _("วันนี้"), "sun", True),
        ("people", _("ผู้คน"), "people", True),
        ("gatherings", _("วงคุย"), "talk", request.actor.may(Can.SEE_GATHERINGS)),
        ("imports", _("นำเข้า"), "inbox", request.actor.may(Can.READ_FILES_IN)),
    ]
    here = request.resolver_match.route if request.resolver_match else ""
    return [
        {"url": reverse(f"web:{name}"), "label": label, "icon": icon, "current": _is_here(name, here)}
        for name, label, icon, shown in items
        if shown
    ]


def _is_here(name: str, route: str) -> bool:
    return route == "" if name == "today" else route.startswith(f"{name}/")

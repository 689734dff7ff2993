"""What the frame of every page needs to know."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.words import Can
from sanam.interfaces.web.shell.request import Request

BUILT = Path(__file__).resolve().parents[1] / "static" / "built"


def shell(request: Request) -> dict[str, Any]:
    """Navigation, the seat acted from, theme, and the built files by name."""
    place = getattr(request, "place", None)
    nav = _nav(request) if place else []
    return {
        "nav": nav,
        "elsewhere": not any(one["current"] and one["kind"] != "wide" for one in nav),
        "place": place,
        "sees_sensitive": bool(place) and request.actor.sees(Privacy.SENSITIVE),
        "other_places": [one for one in getattr(request, "places", []) if one != place],
        "theme": getattr(request, "theme", ""),
        "sample": settings.SANAM_SAMPLE,
        "built": built_files(),
    }


@cache
def built_files() -> dict[str, Any]:
    """The built files by Vite's manifest: {"css": [...], "js": "...", "icons": "..."}."""
    manifest = json.loads((BUILT / "manifest.json").read_text())
    entry = manifest["web/main.js"]
    css = [f"built/{name}" for name in entry.get("css", [])]
    return {"css": css, "js": f"built/{entry['file']}", "icons": f"built/{manifest['web/icons.svg']['file']}"}


def _nav(request: Request) -> list[dict[str, Any]]:
    """The places that exist for this seat. "thumb" stands on a phone too, "do" only there, "wide" under ทั้งหมด."""
    may = request.actor.may
    items = [
        ("today", _("วันนี้"), "sun", "thumb", True),
        ("people", _("ผู้คน"), "people", "thumb", True),
        ("add_person", _("เพิ่มคน"), "plus", "do", may(Can.ADD_PEOPLE)),
        ("gatherings", _("วงคุย"), "talk", "thumb", may(Can.SEE_GATHERINGS)),
        ("rules", _("กติกา"), "rules", "wide", may(Can.SEE_RULES)),
        ("imports", _("นำเข้า"), "inbox", "wide", may(Can.READ_FILES_IN)),
        ("teams", _("ทีม"), "chair", "wide", True),
    ]
    here = request.resolver_match.route if request.resolver_match else "nowhere"
    return [
        {"url": reverse(f"web:{name}"), "label": label, "icon": icon, "kind": kind, "current": _is_here(name, here)}
        for name, label, icon, kind, shown in items
        if shown
    ]


def _is_here(name: str, route: str) -> bool:
    if name == "people" and route.startswith("reports/"):  # figures of people, reached from there
        return True
    if name == "teams":
        return route.startswith("team/")
    if name == "today" and route.startswith("notices/"):  # the rest of what Today begins with
        return True
    return route == "" if name == "today" else route.startswith(f"{name}/")

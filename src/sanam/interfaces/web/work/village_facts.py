"""What hospitals' files say of the villages of a sub-district, beside what our own register counts."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.refused import NotHere
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.queries import reports
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

COUNTS = (
    ("people", _("อยู่จริง ตามแฟ้ม")),
    ("stateless", _("ไร้สถานะ")),
    ("healers", _("หมอพื้นบ้าน")),
    ("temples", _("วัด")),
    ("child_centres", _("ศูนย์เด็กเล็ก")),
    ("elder_clubs", _("ชมรมผู้สูงอายุ")),
    ("disabled_clubs", _("ชมรมคนพิการ")),
)


@require_safe
def village_facts(request: Request, area: str) -> HttpResponse:
    """A sub-district's villages as each hospital's VILLAGE rows tell of them, with the day of the file."""
    actor = seated(request)
    if len(area) != 6 or not actor.mandate.covers(area):
        raise NotHere("work.area", "พื้นที่นี้อยู่นอกขอบเขตของที่นั่งนี้", "That place lies outside what this seat cares for.")
    told = list(registry.villages(actor, area))
    journal.look(by=actor, at=f"area:{area}", did="villages.looked")
    found, hospitals, language = reports.figures(actor), teams.hospital_names(), reader()
    context = {
        "where": areas.said(area, language),
        "counts": [name for _column, name in COUNTS],
        "lines": [
            {
                "village": areas.said(one.area_code, language),
                "ours": found.number(one.area_code, "people"),
                "told": [(name, getattr(one, column)) for column, name in COUNTS],
                "hospital": hospitals.get(one.hospital, (one.hospital, one.hospital))[language == "en"],
                "on": _day(one.stamped_at),
            }
            for one in told
        ],
    }
    return render(request, "work/village_facts.html", context)


def _day(stamp: str) -> Any:
    """The day of D_UPDATE; none where the file gives no whole one."""
    return PartialDate(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])).earliest() if len(stamp) >= 8 else None

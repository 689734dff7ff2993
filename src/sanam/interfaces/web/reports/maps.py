"""The map of villages: one measure at a time, chosen by links, and the same as a table beside it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sanam.domain.areas import queries as areas
from sanam.domain.areas.permissions import can_arrange_map
from sanam.domain.journal import operations as journal
from sanam.domain.registry.queries import reports as registry
from sanam.domain.registry.words import Group
from sanam.interfaces.files.reports.asked import Asked, asked
from sanam.interfaces.files.reports.columns import NAMES, place_said
from sanam.interfaces.files.reports.notes import notes
from sanam.interfaces.files.reports.report import told
from sanam.interfaces.web.reports import tiles
from sanam.interfaces.web.reports.shown import places_of
from sanam.interfaces.web.reports.tiles import Block, Tile
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

MEASURES = (
    *(Group.ELDER.value, Group.DISABLED.value, Group.DEPENDENT.value, Group.HARDSHIP.value),
    *(Group.STATELESS.value, Group.HOMELESS.value, "people", "current", "alone"),
)
"""What a map can show: columns of the figures."""


@require_safe
def tile_map(request: Request) -> HttpResponse:
    """The villages of one district, or of a part of it, as tiles."""
    actor, language = seated(request), reader()
    wanted = asked(actor, language, area=request.GET.get("area", ""))
    measure = request.GET.get("measure", "")
    measure = measure if measure in MEASURES else MEASURES[0]
    found = registry.figures(actor)
    journal.look(by=actor, at="report:map", did="report.looked")
    district = _district(found, wanted)
    kept = areas.map_places(district)
    grid = tiles.arranged(_blocks(found, measure, wanted, district), registry.middles(actor), kept)
    blocks = tiles.in_reading_order(grid)
    name = told(language, *NAMES[measure])
    context = {
        "blocks": blocks,
        "picture": tiles.picture(grid, _label(blocks, name)) if blocks else "",
        "key": tiles.key(tiles.steps(blocks)),
        "name": name,
        "sentence": _sentence(found, wanted.area or district, measure, name),
        "measures": [(one, told(language, *NAMES[one]), _link(wanted, one), one == measure) for one in MEASURES],
        "kept": bool(kept),
        "arrange": can_arrange_map(actor, district) if district else False,
        "district": district,
        "places": places_of(actor),
        "wanted": wanted,
        "measure": measure,
        "any_closed": any(tile.number is None for block in blocks for tile in block.tiles),
        "smallest": found.smallest,
        "notes": notes(found, language),
    }
    return render(request, "reports/map.html", context)


def _district(found: registry.Figures, wanted: Asked) -> str:
    """The district of what was asked for, or the first this seat has figures of."""
    here = found.places(8, wanted.area)
    return here[0][:4] if here else ""


def _blocks(found: registry.Figures, measure: str, wanted: Asked, district: str) -> list[Block]:
    """The sub-districts of one district, each with its villages in the order of their numbers."""
    places = found.places(8, wanted.area or district) if district else []
    inside = [place for place in places if place.startswith(district)]
    above = dict.fromkeys(place[:6] for place in inside)
    return [
        Block(
            code, place_said(code, wanted.language), [_tile(found, one, measure) for one in inside if one[:6] == code]
        )
        for code in above
    ]


def _tile(found: registry.Figures, place: str, measure: str) -> Tile:
    number = int(place[6:])
    mark = _("ม.%(number)s") % {"number": number} if number else _("ไม่รู้")
    return Tile(mark, place_said(place, reader()), found.number(place, measure))


def _label(blocks: list[Block], name: str) -> str:
    """All the numbers of the map in words, for who listens to it."""
    said = [
        f"{block.name}: "
        + ", ".join(f"{tile.name} {_('ปิดไว้') if tile.number is None else tile.number}" for tile in block.tiles)
        for block in blocks
    ]
    return _("แผนที่%(name)s") % {"name": name} + ". " + "; ".join(said)


def _sentence(found: registry.Figures, place: str, measure: str, name: str) -> str:
    number = found.number(place, measure) if place else 0
    if not place or number is None:
        return _("ตัวเลขรวมของพื้นที่นี้ปิดไว้") if place else _("ยังไม่มีใครในขอบเขตของที่นั่งนี้")
    where, count = place_said(place, reader()), f"{number:,}"
    if measure in {"alone", "homes"}:
        return _("%(where)s มี%(name)s %(count)s หลัง") % {"where": where, "name": name, "count": count}
    if measure == "current":
        return _("%(where)s มีคนที่ข้อมูลสดครบ %(count)s คน") % {"where": where, "count": count}
    return _("%(where)s มี%(name)s %(count)s คน") % {"where": where, "name": name, "count": count}


def _link(wanted: Asked, measure: str) -> str:
    return "?" + urlencode({"measure": measure} | ({"area": wanted.area} if wanted.area else {}))

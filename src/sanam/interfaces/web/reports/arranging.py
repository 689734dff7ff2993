"""Where each sub-district stands on the tile map, said by the seat that keeps the district."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.areas import operations as deeds
from sanam.domain.areas import queries as areas
from sanam.domain.areas.permissions import check_can_arrange_map
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.registry.queries import reports as registry
from sanam.interfaces.web.reports import tiles
from sanam.interfaces.web.reports.tiles import Block
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

Places = dict[str, tuple[int, int]]


class ArrangeForm(forms.Form):
    """A row and a column for each sub-district of a district."""

    def __init__(self, data: Any, *, places: Places) -> None:
        super().__init__(data)
        self.codes = list(places)
        for code, (row, column) in places.items():
            name = areas.said(code, reader())
            for part, most, value, label in (
                ("row", deeds.MAP_ROWS, row, _("แถวของ%(name)s")),
                ("column", deeds.MAP_COLUMNS, column, _("ช่องของ%(name)s")),
            ):
                field = forms.IntegerField(min_value=1, max_value=most, initial=value, label=label % {"name": name})
                field.widget.attrs |= {"inputmode": "numeric", "aria-label": str(field.label)}
                self.fields[f"{part}_{code}"] = field

    def lines(self) -> list[tuple[str, Any, Any]]:
        """Each sub-district with its two fields."""
        return [(areas.said(code, reader()), self[f"row_{code}"], self[f"column_{code}"]) for code in self.codes]

    def places(self) -> Places:
        """What was said."""
        return {code: (self.cleaned_data[f"row_{code}"], self.cleaned_data[f"column_{code}"]) for code in self.codes}


@require_http_methods(["GET", "POST"])
def arrange(request: Request) -> HttpResponse:
    """Arrange a district's tile map in numbers, or bring the rule back; works with a keyboard and without scripts."""
    actor = seated(request)
    district = (request.GET.get("area", "") or next(iter(actor.mandate.areas), ""))[:4]
    check_can_arrange_map(actor, district)
    form = ArrangeForm(request.POST or None, places=_as_it_stands(actor, district))
    refusal = ""
    if "rule" in request.POST:
        deeds.arrange_map(by=actor, district=district, places={})
        messages.success(request, _("แผนที่เรียงตามที่ตั้งของบ้านอีกครั้ง"))
        return redirect("web:report_map")
    if request.method == "POST" and form.is_valid():
        try:
            deeds.arrange_map(by=actor, district=district, places=form.places())
        except BadInput as refused:
            refusal = refused.sentence(reader())
        else:
            messages.success(request, _("จัดแผนที่แล้ว ทุกที่นั่งเห็นตามนี้"))
            return redirect("web:report_map")
    wrong = bool(refusal or form.errors)
    context = {
        "form": form,
        "lines": form.lines(),
        "refusal": refusal,
        "district": areas.said(district, reader()),
        "kept": bool(areas.map_places(district)),
        "most": deeds.MAP_COLUMNS,
    }
    return render(request, "reports/arrange.html", context, status=422 if wrong else 200)


def _as_it_stands(actor: Actor, district: str) -> Places:
    """Every sub-district where the map shows it now, by hand or by rule, in reading order."""
    blocks = [Block(code, "", ()) for code in areas.children(district)]
    grid = tiles.arranged(blocks, registry.middles(actor), areas.map_places(district))
    return {
        block.code: (row, column)
        for row, line in enumerate(grid, start=1)
        for column, block in enumerate(line, start=1)
        if block
    }

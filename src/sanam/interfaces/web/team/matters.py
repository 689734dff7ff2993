"""What a team should see to, a sentence a kind, and what the one who just sat down took over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sanam.domain.teams import queries as teams
from sanam.domain.teams.queries import Matter
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request


@dataclass(frozen=True, slots=True)
class Alike:
    """Matters of one kind, and the one sentence for all of them."""

    things: list[Matter]
    said: str


@require_safe
def matters(request: Request) -> HttpResponse:
    """The team of the seat acting: hand-overs, empty seats, deputies, terms; and what was taken over lately."""
    found = teams.our_team(seated(request))
    return render(request, "team/matters.html", {"team": found, "matters": by_kind(found.matters)})


def by_kind(found: Iterable[Matter]) -> list[Alike]:
    """Matters by their kind, the kind that came first in front."""
    kinds: dict[str, list[Matter]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    return [Alike(things, _SAID[kind](len(things))) for kind, things in kinds.items()]


_SAID = {
    "handover": lambda n: ngettext("ส่งมอบ %(n)s ที่นั่งยังไม่เสร็จ", "ส่งมอบ %(n)s ที่นั่งยังไม่เสร็จ", n) % {"n": n},
    "frozen": lambda n: ngettext("%(n)s คณะยังตัดสินแทนทุกฝ่ายไม่ได้", "%(n)s คณะยังตัดสินแทนทุกฝ่ายไม่ได้", n) % {"n": n},
    "vacant": lambda n: ngettext("%(n)s ที่นั่งยังไม่มีคนนั่ง", "%(n)s ที่นั่งยังไม่มีคนนั่ง", n) % {"n": n},
    "no_deputy": lambda n: ngettext("%(n)s ที่นั่งยังไม่มีรอง", "%(n)s ที่นั่งยังไม่มีรอง", n) % {"n": n},
    "unpractised": lambda n: ngettext("รอง %(n)s คนยังไม่เคยนั่งจริง", "รอง %(n)s คนยังไม่เคยนั่งจริง", n) % {"n": n},
    "term": lambda n: ngettext("%(n)s ที่นั่งใกล้ครบวาระหรือครบแล้ว", "%(n)s ที่นั่งใกล้ครบวาระหรือครบแล้ว", n) % {"n": n},
}

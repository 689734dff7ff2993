"""The smallest things asked: one reason, only yes, a seat, whether an aim is harmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanam.domain.rules.standing import Legged
from sanam.domain.teams.queries import Seat
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.shell.language import reader

LONGEST = 4_000


def area(rows: int = 2) -> forms.Textarea:
    """A few lines."""
    return forms.Textarea(attrs={"rows": rows})


class BecauseForm(KindForm):
    """One reason."""

    because = forms.CharField(label=_("เพราะ"), max_length=LONGEST, widget=area())


class MayBecauseForm(KindForm):
    """One reason, for whoever likes to give it."""

    because = forms.CharField(label=_("เพราะอะไร (ถ้าอยากบอก)"), required=False, max_length=LONGEST, widget=area())


class NothingForm(KindForm):
    """Only yes."""


class SeatForm(KindForm):
    """A seat of the body."""

    seat = forms.ChoiceField(label=_("ที่นั่ง"))

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(one.pk): one for one in seats}
        offer(self, "seat", [("", gettext("เลือกที่นั่ง")), *((key, seat_said(one)) for key, one in self.seats.items())])


class FoundForm(KindForm):
    """Whether an aim is harmed, as one of three sees it."""

    harms = forms.ChoiceField(label=_("ที่เสนอจะทำให้เป้าหมายเสียไหม"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("เพราะ"), max_length=LONGEST, widget=area())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "harms", [("no", gettext("ไม่เสีย ลองทำก่อนได้")), ("yes", gettext("เสีย ควรแก้ก่อน"))])


def seat_said(seat: Seat) -> str:
    """A seat with its leg, as one chooses it."""
    if reader() == "en":
        return f"{seat.leg.name_en}: {seat.title_en} · {seat.organisation.name_en}"
    return f"ขา{seat.leg.name_th}: {seat.title_th} · {seat.organisation.name_th}"


def filled_seats(legs: Iterable[Legged]) -> list[Seat]:
    """The seats somebody sits in, leg by leg."""
    return [seat for legged in legs for seat in legged.seats if seat.pk in legged.filled]

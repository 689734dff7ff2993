"""What is asked to open a round: what it is for, until when, and for a second call who carries it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.parameters import queries as parameters
from sanam.domain.rules.words import RoundKind
from sanam.domain.teams.queries import Seat
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.rules.small_forms import seat_said
from sanam.interfaces.web.shell.language import reader

A_WEEK, CLOSES = 7, time(18)
"""Rounds close at six in the evening of their day."""


class RoundForm(KindForm):
    """What is asked next, until when; for a second call, who brings it to the legs not heard."""

    kind = forms.ChoiceField(label=_("รอบนี้ทำอะไร"), widget=forms.RadioSelect)
    day = WholeDateField(label=_("ปิดวันไหน"), help_text=_("ปิดตอน 18.00 น. ของวันนั้น"))
    seat = forms.ChoiceField(label=_("ใครไปบอกขาที่ยังไม่ได้ตอบ"))

    def __init__(self, *args: Any, second: bool, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(one.pk): one for one in seats}
        days = parameters.values()["rules.second_call_days"].value if second else A_WEEK
        self.fields["day"].initial = PartialDate.from_date(clock.today() + timedelta(days=days))
        if second:
            del self.fields["kind"]
            offer(self, "seat", [("", gettext("เลือกที่นั่ง")), *((key, seat_said(one)) for key, one in self.seats.items())])
        else:
            del self.fields["seat"]
            offer(self, "kind", [(one.value, one.said(reader())) for one in RoundKind])
            self.fields["kind"].initial = RoundKind.DECISION.value

    def told(self) -> dict[str, Any]:
        """What was said, as the operation takes it."""
        said = self.cleaned_data
        return {
            "kind": RoundKind(said.get("kind") or RoundKind.DECISION),
            "closes_at": evening(said["day"]),
            "messenger": self.seats.get(said.get("seat", "")),
        }


def evening(day: date) -> datetime:
    """When a round of that day closes."""
    return datetime.combine(day, CLOSES, clock.BANGKOK)

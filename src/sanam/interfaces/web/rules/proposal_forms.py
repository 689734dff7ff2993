"""What is asked about a proposal: its text, a change to it, a round, an answer, an objection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.catalogue import DIALS, UNITS, Dial
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.queries import DraftClause, Proposal
from sanam.domain.rules.standing import Legged
from sanam.domain.rules.words import Method, RoundKind
from sanam.domain.teams.queries import Seat
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.shell.language import reader

LONGEST = 4_000
NEW_CLAUSES, MOST_CLAUSES = 3, 60
A_WEEK, CLOSES = 7, time(18)
"""Rounds close at six in the evening of their day."""


def area(rows: int = 2) -> forms.Textarea:
    """A few lines."""
    return forms.Textarea(attrs={"rows": rows})


def dial_said(dial: Dial) -> str:
    """What a dial steers and how far it turns, in the reader's language."""
    english = reader() == "en"
    unit = dial.unit if english else UNITS[dial.unit]
    return f"{dial.en if english else dial.th} ({dial.lowest:g}–{dial.highest:g} {unit})"


class ClauseBox:
    """The fields of one clause: its text, and a dial with a value for each it turns and one more."""

    def __init__(self, form: forms.Form, key: str, number: int, dials: int) -> None:
        self.number, self.key, self.dials = number, key, dials
        self.form = form

    @property
    def text(self) -> Any:
        return self.form[f"{self.key}_text"]

    @property
    def turns(self) -> list[tuple[Any, Any]]:
        """A field for the dial and one for its value, pair by pair."""
        return [(self.form[f"{self.key}_dial_{at}"], self.form[f"{self.key}_value_{at}"]) for at in range(self.dials)]


class DraftForm(KindForm):
    """A proposal: what it is called, why, clause by clause, how it is decided."""

    title = forms.CharField(label=_("กติกาชื่ออะไร"), max_length=200)
    why = forms.CharField(label=_("เพราะอะไร"), max_length=LONGEST, widget=area())
    method = forms.ChoiceField(label=_("ตัดสินกันอย่างไร"), widget=forms.RadioSelect, initial=Method.CONSENT.value)
    in_force_from = WholeDateField(label=_("เริ่มใช้วันไหน"), required=False, help_text=_("เว้นไว้ คือวันที่ตกลงกัน"))
    review_on = WholeDateField(
        label=_("กลับมาทบทวนวันไหน"), required=False, help_text=_("เว้นไว้ คือหกเดือนสำหรับกติกาใหม่ หนึ่งปีสำหรับฉบับต่อไป")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, clauses: Iterable[DraftClause | Worded] = (), steers: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "method", [(one.value, one.said(reader())) for one in Method if one is not Method.SENSE_CHECK])
        self.steers = steers
        known = list(clauses)
        self.boxes = [self._box(f"c{one.number}", one.number, one.text, one.values) for one in known]
        last = max([0, *(one.number for one in known)])
        for at in range(1, self._new() + 1):
            self.boxes.append(self._box(f"n{at}", last + at, "", {}))

    def _new(self) -> int:
        """How many empty clauses stand below: three, and three more each time somebody asked for more."""
        asked = str(self.data.get("empty", ""))
        many = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else NEW_CLAUSES
        return min(many + (NEW_CLAUSES if "more" in self.data else 0), MOST_CLAUSES)

    def _box(self, key: str, number: int, text: str, values: Mapping[str, float]) -> ClauseBox:
        self.fields[f"{key}_text"] = forms.CharField(
            label=gettext("ข้อ %(n)s") % {"n": number}, required=False, max_length=LONGEST, initial=text, widget=area()
        )
        turned = [*values.items(), ("", None)] if self.steers else []
        for at, (name, value) in enumerate(turned):
            self.fields[f"{key}_dial_{at}"] = forms.ChoiceField(
                label=gettext("ข้อ %(n)s ปรับค่าอะไรในระบบ") % {"n": number},
                required=False,
                initial=name,
                choices=[("", gettext("ไม่ปรับค่าอะไร")), *((dial.name, dial_said(dial)) for dial in DIALS.values())],
            )
            self.fields[f"{key}_value_{at}"] = forms.FloatField(
                label=gettext("ข้อ %(n)s ปรับเป็นเท่าไร") % {"n": number},
                required=False,
                initial=value,
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )
        return ClauseBox(self, key, number, len(turned))

    @property
    def empty(self) -> int:
        """How many new clauses the form offers."""
        return sum(box.key.startswith("n") for box in self.boxes)

    def clean(self) -> dict[str, Any]:
        """A dial needs its value."""
        said = super().clean() or {}
        for box in self.boxes:
            for at in range(box.dials):
                if said.get(f"{box.key}_dial_{at}") and said.get(f"{box.key}_value_{at}") is None:
                    self.add_error(f"{box.key}_value_{at}", gettext("ยังว่างอยู่ ขอช่องนี้ด้วย"))
        return said

    def told(self) -> dict[str, Any]:
        """What was said, as the operation takes it."""
        said = self.cleaned_data
        kept = ("title", "why", "in_force_from", "review_on")
        return {name: said[name] for name in kept} | {"method": Method(said["method"]), "clauses": self._worded()}

    def _worded(self) -> list[Worded]:
        return [
            Worded(self.cleaned_data[f"{box.key}_text"], self._values(box), 0 if box.key[0] == "n" else box.number)
            for box in self.boxes
        ]

    def _values(self, box: ClauseBox) -> dict[str, float]:
        said = self.cleaned_data
        turned = [(said[f"{box.key}_dial_{at}"], said[f"{box.key}_value_{at}"]) for at in range(box.dials)]
        return {name: value for name, value in turned if name}


def as_drafted(proposal: Proposal) -> dict[str, Any]:
    """A draft as the form shows it."""
    days = {"in_force_from": proposal.in_force_from, "review_on": proposal.review_on}
    shown = {name: PartialDate.from_date(day) if day else None for name, day in days.items()}
    return {"title": proposal.title, "why": proposal.why, "method": proposal.method, "seen": proposal.draft, **shown}


class AmendForm(KindForm):
    """A change to a clause; left empty, the clause goes out."""

    text = forms.CharField(label=_("ให้อ่านว่า"), required=False, max_length=LONGEST, widget=area(3))
    reason = forms.CharField(label=_("เพราะ"), max_length=LONGEST, widget=area())


class BecauseForm(KindForm):
    """One reason."""

    because = forms.CharField(label=_("เพราะ"), max_length=LONGEST, widget=area())


class MayBecauseForm(KindForm):
    """One reason, for whoever likes to give it."""

    because = forms.CharField(label=_("เพราะอะไร (ถ้าอยากบอก)"), required=False, max_length=LONGEST, widget=area())


class NothingForm(KindForm):
    """Only yes."""


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


class RewriteForm(KindForm):
    """Which clause changes because of an objection, how it reads then, and what to say to whoever objected."""

    clause = forms.ChoiceField(label=_("แก้ข้อไหน"))
    text = forms.CharField(label=_("ให้อ่านว่า"), max_length=LONGEST, widget=area(3))
    answer = forms.CharField(label=_("บอกผู้ติดใจว่าแก้อย่างไร"), max_length=LONGEST, widget=area())

    def __init__(self, *args: Any, clauses: Iterable[DraftClause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.number), gettext("ข้อ %(n)s") % {"n": f"{one.number} {one.text[:60]}"}) for one in clauses]
        offer(self, "clause", known)


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


def evening(day: date) -> datetime:
    """When a round of that day closes."""
    return datetime.combine(day, CLOSES, clock.BANGKOK)

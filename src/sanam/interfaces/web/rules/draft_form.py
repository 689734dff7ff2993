"""A proposal as it is written: what it is called, why, clause by clause, how it is decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.queries import DraftClause, Proposal
from sanam.domain.rules.words import Method
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.rules.clause_box import ClauseBox
from sanam.interfaces.web.rules.small_forms import LONGEST, area
from sanam.interfaces.web.shell.language import reader

MOST_CLAUSES = 60
MORE, LOOK = "more", "look"
"""Buttons that ask again: with one more empty clause, and with what the dials would change."""


class DraftForm(KindForm):
    """A proposal. One empty clause stands below none; each press on «one more» adds another."""

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
        self.steers, known = steers, list(clauses)
        # an example's clauses have no number yet: they are new ones with something written in them
        self.boxes = [self._box(one.number, one) for one in known if one.number]
        last, begun = max([0, *(one.number for one in known)]), [one for one in known if not one.number]
        for at in range(self._new(known, begun)):
            self.boxes.append(self._box(0, begun[at] if at < len(begun) else Worded(""), at + 1, last + at + 1))
        if self.again and MORE in self.data:
            self.boxes[-1].text.field.widget.attrs["autofocus"] = True

    def _new(self, known: list[Any], begun: list[Any]) -> int:
        """How many clauses without a number: those begun, or one to begin with, and one more for each press."""
        asked = str(self.data.get("empty", ""))
        many = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else len(begun) or int(not known)
        return min(many + (MORE in self.data), MOST_CLAUSES)

    def _box(self, number: int, one: Any, new: int = 0, shown: int = 0) -> ClauseBox:
        key = f"c{number}" if number else f"n{new}"
        return ClauseBox(self, key, number or shown, text=one.text, values=one.values, steers=self.steers)

    @property
    def again(self) -> bool:
        """Whether it is only asked again, before anything is proposed."""
        return MORE in self.data or self.looks

    @property
    def looks(self) -> bool:
        """Whether somebody asked what the dials would change."""
        return LOOK in self.data

    @property
    def empty(self) -> int:
        """How many new clauses the form offers."""
        return sum(box.is_new for box in self.boxes)

    def clean(self) -> dict[str, Any]:
        """A dial needs its value. Who only asks again has not finished: only values are looked at."""
        said = super().clean() or {}
        for box in self.boxes:
            box.check()
        if self.again:
            for name in [name for name in self.errors if "_value_" not in name]:
                del self.errors[name]
        return said

    def turned(self) -> dict[str, float]:
        """The dials that all clauses turn, as far as they are said."""
        return {name: value for box in self.boxes for name, value in self._values(box).items()}

    def told(self) -> dict[str, Any]:
        """What was said, as the operation takes it."""
        said = self.cleaned_data
        kept = ("title", "why", "in_force_from", "review_on")
        return {name: said[name] for name in kept} | {"method": Method(said["method"]), "clauses": self._worded()}

    def _worded(self) -> list[Worded]:
        return [
            Worded(self.cleaned_data[box.name("text")], self._values(box), 0 if box.is_new else box.number)
            for box in self.boxes
        ]

    def _values(self, box: ClauseBox) -> dict[str, float]:
        """As typed; while nothing is sent, as the form begins."""
        if not self.is_bound:
            return {dial.value(): value.value() for dial, value in box.turns if dial.value()}
        return box.values() if hasattr(self, "cleaned_data") else {}


def as_drafted(proposal: Proposal) -> dict[str, Any]:
    """A draft as the form shows it."""
    days = {"in_force_from": proposal.in_force_from, "review_on": proposal.review_on}
    shown = {name: PartialDate.from_date(day) if day else None for name, day in days.items()}
    return {"title": proposal.title, "why": proposal.why, "method": proposal.method, "seen": proposal.draft, **shown}

"""A change to one clause: how it is to read and what it is to turn, asked for, or written because of an objection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.rules.queries import DraftClause
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.rules import closing
from sanam.interfaces.web.rules.clause_box import ClauseBox
from sanam.interfaces.web.rules.small_forms import LONGEST, area


class ClauseForm(KindForm):
    """One clause, as it stands, or empty for a new one; left empty, the clause goes out."""

    def __init__(self, *args: Any, clause: DraftClause | None, number: int, steers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clause, text = clause, clause.text if clause else ""
        self.box = ClauseBox(self, "", number, text=text, values=clause.values if clause else {}, steers=steers)
        self.fields["text"].label = _("ให้อ่านว่า")
        self.fields["text"].widget.attrs["rows"] = 3
        self.order_fields(self._own)

    def clean(self) -> dict[str, Any]:
        """A dial needs its value."""
        said = super().clean() or {}
        self.box.check()
        return said

    def change(self) -> dict[str, Any]:
        """The clause's number, text and dials, as the operation takes them; dials nobody touched are left alone."""
        values = self.box.values() if self.box.steers else None
        untouched = self.clause is not None and values == self.clause.values
        said = self.cleaned_data
        return {"number": self.box.number, "text": said["text"], "values": None if untouched else values}

    @property
    def rest(self) -> list[Any]:
        """The fields that are not the clause's own."""
        return [field for field in self if field.name not in self._own]

    @property
    def _own(self) -> list[str]:
        return ["text", *(name for pair in self.box.pairs for name in pair), *closing.names(self.box.name)]


class AmendForm(ClauseForm):
    """A change asked for."""

    reason = forms.CharField(label=_("เพราะ"), max_length=LONGEST, widget=area())


class RewriteForm(ClauseForm):
    """A change written because of an objection, and what to say to whoever objected.

    `numbers` are the clauses there are, `new` the number of one to come.
    """

    numbers: Sequence[int] = ()
    new: int = 0

    answer = forms.CharField(label=_("บอกผู้ติดใจว่าแก้อย่างไร"), max_length=LONGEST, widget=area())

"""The fields of one clause: its text, a dial with a value for each that it turns and one more, and what it closes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext

from sanam.domain.foundation.refused import Refused
from sanam.domain.parameters.policies import check_takes
from sanam.interfaces.web.rules import closing
from sanam.interfaces.web.rules.dial_words import choices
from sanam.interfaces.web.rules.small_forms import LONGEST, area
from sanam.interfaces.web.shell.language import reader


class ClauseBox:
    """One clause on a form; `key` begins the names of its fields. Whose body cannot turn dials is offered none."""

    def __init__(
        self, form: forms.Form, key: str, number: int, *, text: str = "", values: Mapping[str, float], steers: bool
    ) -> None:
        self.form, self.key, self.number, self.steers = form, key, number, steers
        form.fields[self.name("text")] = forms.CharField(
            label=gettext("ข้อ %(n)s") % {"n": number}, required=False, max_length=LONGEST, initial=text, widget=area()
        )
        turned = [*closing.without(values).items(), ("", None)] if steers else []
        self.pairs = [(self.name(f"dial_{at}"), self.name(f"value_{at}")) for at in range(len(turned))]
        for (dial, value), (name, to) in zip(self.pairs, turned, strict=True):
            form.fields[dial] = self._dial(name)
            form.fields[value] = self._value(to)
        form.fields.update(closing.fields(self.name, number, values) if steers else {})

    def name(self, of: str) -> str:
        """What a field of this clause is called."""
        return f"{self.key}_{of}" if self.key else of

    @property
    def is_new(self) -> bool:
        """Whether the clause has no number of its own yet."""
        return self.key.startswith("n")

    @property
    def text(self) -> Any:
        """The field for what it says."""
        return self.form[self.name("text")]

    @property
    def turns(self) -> list[tuple[Any, Any]]:
        """A field for the dial and one for its value, pair by pair."""
        return [(self.form[dial], self.form[value]) for dial, value in self.pairs]

    @property
    def closes(self) -> list[Any]:
        """A field for each class of facts it may close."""
        return [self.form[name] for name in closing.names(self.name) if name in self.form.fields]

    @property
    def opened(self) -> bool:
        """Whether it turns anything, and so shows its dials."""
        return any(dial.value() for dial, _ in self.turns)

    def check(self) -> None:
        """A dial needs a value, and one that it takes."""
        said = self.form.cleaned_data
        for dial, value in self.pairs:
            if not said.get(dial) or value in self.form.errors:
                continue
            if said.get(value) is None:
                self.form.add_error(value, gettext("ยังว่างอยู่ ขอช่องนี้ด้วย"))
                continue
            try:
                check_takes(said[dial], said[value])
            except Refused as refusal:
                self.form.add_error(value, refusal.sentence(reader()))

    def values(self) -> dict[str, float]:
        """The dials it turns, as far as both the dial and its value were said."""
        said = self.form.cleaned_data
        turned = [(said.get(dial), said.get(value)) for dial, value in self.pairs]
        numbers = {name: value for name, value in turned if name and value is not None}
        return numbers | closing.said(said, self.name)

    def _dial(self, name: str) -> forms.ChoiceField:
        label = gettext("ข้อ %(n)s ปรับค่าอะไรในระบบ") % {"n": self.number}
        return forms.ChoiceField(label=label, required=False, initial=name, choices=choices())

    def _value(self, to: float | None) -> forms.FloatField:
        label = gettext("ข้อ %(n)s ปรับเป็นเท่าไร") % {"n": self.number}
        plain = forms.TextInput(attrs={"inputmode": "decimal"})
        return forms.FloatField(label=label, required=False, initial=to, widget=plain)

"""What a worklist is narrowed by; all of it lives in the address, so a reload or a shared link shows the same list."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import queries as registry
from sanam.domain.registry.queries import Ask
from sanam.domain.registry.words import ALWAYS_DUE, FactGroup, State
from sanam.interfaces.web.people.forms import offer, words

EVERYONE = "all"


class WorkForm(forms.Form):
    """Fact group, state, place, and whether everyone or only those we care for; what it does not know it drops."""

    fact = forms.ChoiceField(required=False)
    state = forms.ChoiceField(required=False)
    who = forms.ChoiceField(required=False, choices=[(EVERYONE, EVERYONE)])
    area = forms.ChoiceField(required=False, label=_("พื้นที่"))

    def __init__(self, data: Any, *, areas: list[tuple[str, str]]) -> None:
        super().__init__(data)
        offer(self, "fact", words(FactGroup))
        offer(self, "state", words(State))
        offer(self, "area", [("", _("ทั้งหมด")), *areas])
        self.is_valid()
        self.said: dict[str, str] = {name: self.cleaned_data.get(name, "") for name in self.fields}

    def ask(self) -> Ask:
        """What the registry is asked for."""
        fact, state = self.said["fact"], self.said["state"]
        return Ask(
            FactGroup(fact) if fact else None,
            self.said["area"],
            State(state) if state else None,
            self.said["who"] == EVERYONE,
        )

    def link(self, **changed: str) -> str:
        """The same list, narrowed otherwise."""
        said = self.said | changed
        return "?" + urlencode({name: value for name, value in said.items() if value})

    def facts(self, actor: Actor) -> list[tuple[FactGroup, str]]:
        """The fact groups this seat may narrow to, each with its link."""
        offered = ALWAYS_DUE if self.said["who"] else registry.askable(actor)
        return [(fact, self.link(fact=fact.value)) for fact in offered]

    def states(self) -> list[tuple[State, str]]:
        """What is not fresh, each with its link."""
        return [(state, self.link(state=state.value)) for state in (State.UNKNOWN, State.STALE, State.AGEING)]

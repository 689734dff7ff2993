"""What is asked of a host: a room's title, a card's words, why one is set aside, who takes a question along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.dialogue.words import LONGEST, Heading
from sanam.domain.foundation import clock
from sanam.interfaces.web.gatherings.forms import said
from sanam.interfaces.web.gatherings.talk_forms import SeatForm
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.requests.forms import WholeDateField


class OpenForm(KindForm):
    """A room about to be opened: at a gathering, or until a day."""

    title = forms.CharField(label=_("ห้องนี้คุยเรื่องอะไร"), max_length=200)
    question = forms.CharField(label=_("คำถามที่ทุกคนตอบ"), max_length=300, required=False)
    gathering = forms.ChoiceField(label=_("เปิดในวงไหน"), required=False)
    until = WholeDateField(label=_("ปิดเองสิ้นวันไหน"), required=False, help_text=_("เว้นไว้ถ้าปิดเองเมื่อคุยจบ"))

    def __init__(self, *args: Any, gatherings: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gatherings = {str(one.pk): one for one in gatherings}
        offer(
            self, "gathering", [("", _("ไม่ได้อยู่ในวงไหน")), *((key, one.title) for key, one in self.gatherings.items())]
        )

    def told(self) -> dict[str, Any]:
        """What the room's operation takes."""
        given = self.cleaned_data
        until = given["until"]
        ends = datetime.combine(until, time(23, 59), tzinfo=clock.BANGKOK) if until else None
        at = self.gatherings.get(given["gathering"])
        return {"title": given["title"], "question": given["question"], "gathering": at, "ends_at": ends}


class CardForm(KindForm):
    """The words of a card: one idea."""

    text = forms.CharField(label=_("บัตรนี้ว่าอย่างไร"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))


class NewCardForm(CardForm):
    """A card the host writes."""

    heading = forms.ChoiceField(label=_("เป็นเรื่องแบบไหน"), widget=forms.RadioSelect, initial=Heading.GOAL.value)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "heading", said(Heading))


class AsideForm(KindForm):
    """Why a card rests."""

    because = forms.CharField(label=_("พักไว้เพราะ"), max_length=200)


class OwnerForm(SeatForm):
    """Who takes what stays open along; nobody yet is an answer."""

    seat = forms.ChoiceField(label=_("ใครรับไปหาข้อสรุป"), required=False)
    card = forms.MultipleChoiceField(required=False)
    blank = _("ยังไม่มีใครรับ")

    def __init__(self, *args: Any, cards: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = {str(one.pk): one for one in cards}
        offer(self, "card", [(key, one.text) for key, one in self.cards.items()])

    def kept(self) -> list[Any]:
        """The cards that go on."""
        return [self.cards[key] for key in self.cleaned_data["card"]]

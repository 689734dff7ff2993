"""What is asked about a gathering: a decision, a question's next step, what one learned, what one will do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.operations.reviews import Learned
from sanam.domain.gatherings.talk_words import ActionState, Voice
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.shell.language import reader

LONGEST = 4_000


def _long(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def seats_offered(blank: Any = "") -> list[tuple[str, Any]]:
    """Every open seat by its body: (id, title and organisation), for a list to choose from."""
    english = reader() == "en"
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in teams.seats():
        body = one.body.name_en if english else one.body.name_th
        title = (
            f"{one.title_en} · {one.organisation.name_en}"
            if english
            else f"{one.title_th} · {one.organisation.name_th}"
        )
        groups.setdefault(body, []).append((str(one.pk), title))
    return [*([("", blank)] if blank else []), *groups.items()]


class SeatForm(KindForm):
    """A form with a seat to choose."""

    seat = forms.ChoiceField(label=_("ที่นั่ง"))
    blank: Any = _("เลือกที่นั่ง")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "seat", seats_offered(self.blank))

    def chosen(self) -> Any:
        """The open seat that was chosen; None where none was."""
        return teams.seat(self.cleaned_data["seat"]) if self.cleaned_data["seat"] else None


class DecideForm(SeatForm):
    """What was agreed, and what each leg said; a leg of which nothing is said has not spoken."""

    text = forms.CharField(label=_("ตกลงกันว่า"), max_length=LONGEST, widget=_long())
    seat = forms.ChoiceField(label=_("ใครรับไปทำ"), required=False)
    review_on = WholeDateField(label=_("กลับมาดูกันวันไหน"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    blank = _("ยังไม่มีใครรับ")

    def __init__(self, *args: Any, legs: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.legs = list(legs)
        for leg in self.legs:
            name = leg.name_en if reader() == "en" else leg.name_th
            self.fields[f"leg_{leg.pk}"] = forms.ChoiceField(
                label=_("ขา%(leg)s") % {"leg": name},
                choices=[(voice.value, voice.said(reader())) for voice in Voice],
                widget=forms.RadioSelect,
                initial=Voice.SILENT.value,
            )
        self.order_fields(["text", *(f"leg_{leg.pk}" for leg in self.legs), "seat", "review_on", "version"])

    def agreed(self) -> Agreed:
        """What was said, as the room takes it."""
        said = self.cleaned_data
        voices = {leg.pk: Voice(said[f"leg_{leg.pk}"]) for leg in self.legs}
        return Agreed(said["text"], voices, self.chosen(), said["review_on"])

    @staticmethod
    def known(decision: Any) -> dict[str, Any]:
        """What the form begins with when a decision is corrected."""
        voices = {f"leg_{one.leg_id}": one.voice for one in decision.voices.all()}
        review = PartialDate.from_date(decision.review_on) if decision.review_on else None
        seat = str(decision.carried_by_id or "")
        return {"text": decision.text, "seat": seat, "review_on": review, "version": decision.version, **voices}


class HandOnForm(SeatForm):
    """To whom a question goes."""


class ConcludeForm(KindForm):
    """What concluded a question."""

    words = forms.CharField(label=_("ได้ข้อสรุปว่า"), max_length=LONGEST, widget=_long())
    at = forms.ChoiceField(label=_("ได้ข้อสรุปจากวงไหน"), required=False)

    def __init__(self, *args: Any, gatherings: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        met = [(str(one.pk), one.title) for one in gatherings]
        offer(self, "at", [("", _("นอกวง หรือไม่ได้มาจากวงไหน")), *met])


class SetAsideForm(KindForm):
    """Why a question rests."""

    reason = forms.CharField(label=_("พักไว้เพราะ"), max_length=500, widget=_long())


class NothingForm(KindForm):
    """Only yes."""


class LearnedForm(KindForm):
    """What one learned; what went well comes first, and every field may be left empty."""

    strengths = forms.CharField(label=_("อะไรที่ทำได้ดี"), required=False, max_length=LONGEST, widget=_long(2))
    expected = forms.CharField(label=_("เราคาดไว้ว่าอย่างไร"), required=False, max_length=LONGEST, widget=_long(2))
    happened = forms.CharField(label=_("เกิดขึ้นจริงอย่างไร"), required=False, max_length=LONGEST, widget=_long(2))
    why = forms.CharField(label=_("เพราะอะไรจึงเป็นอย่างนั้น"), required=False, max_length=LONGEST, widget=_long(2))
    next = forms.CharField(label=_("คราวหน้าจะทำอย่างไร"), required=False, max_length=LONGEST, widget=_long(2))
    unnamed = forms.MultipleChoiceField(
        label=_("ชื่อที่นั่ง"), required=False, choices=[("yes", _("ไม่บอกว่าใครเล่า"))], widget=forms.CheckboxSelectMultiple
    )

    def learned(self) -> Learned:
        """What was said, as the room takes it."""
        return Learned(**{name: said for name, said in self.cleaned_data.items() if name != "unnamed"})


class PromiseForm(SeatForm):
    """What will be done, by whom, by when."""

    text = forms.CharField(label=_("จะทำอะไร"), max_length=LONGEST, widget=_long(2))
    seat = forms.ChoiceField(label=_("ใครทำ"))
    due_on = WholeDateField(label=_("ภายในวันไหน"))
    field_order = ("text", "seat", "due_on")


class HowFarForm(KindForm):
    """How far what we said we would do has come."""

    state = forms.ChoiceField(label=_("ถึงไหนแล้ว"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("ติดอะไร หรือเพราะอะไร"), required=False, max_length=500, widget=_long(2))
    due_on = WholeDateField(label=_("ตั้งวันใหม่ไหม"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "state", [(one.value, one.said(reader())) for one in ActionState])

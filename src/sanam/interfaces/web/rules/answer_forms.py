"""What a round asks of a seat: one of its words, each with what it means, and with an objection two things more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanam.domain.rules import queries
from sanam.domain.rules.answer_words import IN_WORDS, STOPS, Value, offered
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.queries import Proposal, Round
from sanam.domain.rules.words import Channel, Method, RoundKind
from sanam.domain.teams.queries import Seat
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.rules.small_forms import LONGEST, area, seat_said
from sanam.interfaces.web.shell.language import reader

MEANS: Mapping[Value, Any] = {
    Value.CONSENT: _("ดีพอที่จะลองทำ ไม่ต้องชอบที่สุด"),
    Value.OBJECT: _("เป้าหมายข้อหนึ่งจะเสีย และบอกได้ว่าเปลี่ยนอะไรจึงไปต่อได้"),
    Value.AGREE: _("เราร่วมด้วย"),
    Value.STAND_ASIDE: _("เราไม่ร่วมเอง แต่ไม่ขวางคนอื่น"),
    Value.BLOCK: _("เป้าหมายที่เรามีร่วมกันจะเสีย ถ้าไม่เปลี่ยน"),
    Value.YES: _("ให้ใช้กติกานี้"),
    Value.NO: _("ยังไม่ให้ใช้กติกานี้"),
}
ASIDE_WHERE_COUNTED = _("นับว่าขาเราได้พูดแล้ว แต่ไม่นับเป็นรับหรือไม่รับ")


class AnswerForm(KindForm):
    """What a seat answers, and with an objection which aim is harmed and what would help."""

    value = forms.ChoiceField(label=_("คำตอบ"), widget=forms.RadioSelect)
    aim = forms.CharField(label=_("เป้าหมายข้อไหนจะเสีย"), required=False, max_length=LONGEST, widget=area())
    change = forms.CharField(label=_("เปลี่ยนอะไรแล้วไปต่อได้"), required=False, max_length=LONGEST, widget=area())
    reason = forms.CharField(label=_("อยากบอกอะไรอีกไหม"), required=False, max_length=LONGEST, widget=area())

    def __init__(self, *args: Any, one: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, method = RoundKind(one.kind), Method(one.proposal.method)
        words = offered(kind, method)
        offer(self, "value", [(word.value, worded(word, method)) for word in words])
        if kind in IN_WORDS:
            self.fields["value"] = forms.CharField(widget=forms.HiddenInput, initial=Value.SAID.value)
            self.fields["reason"].label = kind.said(reader())
            self.fields["reason"].required = True
        if not STOPS & set(words):
            del self.fields["aim"], self.fields["change"]

    def said(self) -> Answer:
        """What was said, as the operation takes it."""
        told = self.cleaned_data
        words = {name: told.get(name, "") for name in ("reason", "aim", "change")}
        return Answer(Value(told["value"]), **words)


class AssistForm(AnswerForm):
    """An answer written down for a seat, and how it came."""

    seat = forms.ChoiceField(label=_("ตอบแทนที่นั่งไหน"))
    channel = forms.ChoiceField(label=_("เขาบอกเราอย่างไร"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(one.pk): one for one in seats}
        offer(self, "seat", [("", gettext("เลือกที่นั่ง")), *((key, seat_said(one)) for key, one in self.seats.items())])
        offer(self, "channel", [(word.value, word.said(reader())) for word in Channel])
        self.order_fields(["seat", "channel", "value", "aim", "change", "reason"])

    def told(self) -> dict[str, Any]:
        """What was said, as the operation takes it."""
        given = self.cleaned_data
        return {"seat": self.seats[given["seat"]], "channel": Channel(given["channel"]), "said": self.said()}


def worded(word: Value, method: Method) -> str | SafeString:
    """An answer as a choice large enough to read on a phone: the word, and under it what it means."""
    means = ASIDE_WHERE_COUNTED if (word, method) == (Value.STAND_ASIDE, Method.TWO_THIRDS) else MEANS.get(word)
    return (
        format_html('<span>{} <span class="from">{}</span></span>', word.said(reader()), means)
        if means
        else word.said(reader())
    )


def read_beside(proposal: Proposal) -> dict[str, Any]:
    """The text that is answered to, beside what is asked."""
    return {"template": "rules/answer.html", "lines": queries.lines(proposal, ()), "proposal": proposal}

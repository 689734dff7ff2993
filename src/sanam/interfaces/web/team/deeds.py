"""Deeds on a seat by their word: how each is asked for, and what it does with what was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from sanam.domain.foundation.actor import Actor
from sanam.domain.teams.operations import handovers, members
from sanam.domain.teams.operations import seats as deeds
from sanam.domain.teams.permissions import check_can_change, check_can_fill
from sanam.domain.teams.queries import Seat, SeatCard
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.team.forms import BecauseForm, BeginForm, MandateForm, NeedsForm, SitForm, TermForm


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed on a seat is asked for, what its button says, and what it does with what was said."""

    title: Any
    sub: Any
    verb: Any
    done: Any
    form: Callable[[Request, Actor, SeatCard], forms.Form]
    do: Callable[[Actor, Seat, forms.Form], object]
    check: Callable[[Actor, Seat], None] = check_can_change


def _sit(by: Actor, seat: Seat, form: forms.Form) -> object:
    said = dict(form.cleaned_data)
    return members.seat(by=by, seat=seat, **said)


def _change(by: Actor, seat: Seat, form: forms.Form) -> object:
    assert isinstance(form, MandateForm)  # noqa: S101 - for the reader of types
    return deeds.change_mandate(by=by, seat=seat, mandate=form.mandate(), because=form.cleaned_data["because"])


def _hand_over(by: Actor, seat: Seat, form: forms.Form) -> object:
    said = form.cleaned_data
    return handovers.begin(by=by, seat=seat, taker=said["member"], from_on=said["from_on"])


DEEDS = {
    "sit": Deed(
        gettext_lazy("จัดคนนั่ง"),
        gettext_lazy("ทั้งทีมจะได้รู้ว่าใครนั่ง ใครนั่งแทน"),
        gettext_lazy("ให้นั่ง"),
        gettext_lazy("จัดคนนั่งแล้ว และบอกทีมแล้ว"),
        lambda request, actor, card: SitForm(request.POST or None, actor=actor, vacant=card.holder is None),
        _sit,
        check_can_fill,
    ),
    "mandate": Deed(
        gettext_lazy("เปลี่ยนขอบเขต"),
        gettext_lazy("ให้กว้างกว่าที่นั่งของเราเองไม่ได้ ทั้งทีมจะได้รู้ว่าเปลี่ยนอะไร"),
        gettext_lazy("เปลี่ยนขอบเขต"),
        gettext_lazy("เปลี่ยนแล้ว และบอกทีมแล้ว"),
        lambda request, actor, card: MandateForm(request.POST or None, actor=actor, mandate=card.seat.mandate),
        _change,
    ),
    "needs": Deed(
        gettext_lazy("รองและวาระ"),
        gettext_lazy("มีรองไว้ งานไม่หยุดเมื่อใครไม่อยู่"),
        gettext_lazy("บันทึก"),
        gettext_lazy("บันทึกแล้ว"),
        lambda request, actor, card: NeedsForm(
            request.POST or None,
            initial={"deputies": card.seat.fewest_deputies, "term_months": card.seat.term_months},
        ),
        lambda by, seat, form: deeds.need(by=by, seat=seat, **form.cleaned_data),
    ),
    "term": Deed(
        gettext_lazy("ต่อวาระ"),
        gettext_lazy("ให้คนที่นั่งอยู่นั่งต่อถึงวันที่บอก"),
        gettext_lazy("ต่อวาระ"),
        gettext_lazy("ต่อวาระแล้ว และบอกทีมแล้ว"),
        lambda request, actor, card: TermForm(request.POST or None),
        lambda by, seat, form: deeds.extend_term(by=by, seat=seat, **form.cleaned_data),
    ),
    "close": Deed(
        gettext_lazy("ปิดที่นั่ง"),
        gettext_lazy("ปิดได้เมื่อไม่มีคนนั่งและไม่มีเรื่องค้าง ประวัติยังอยู่"),
        gettext_lazy("ปิดที่นั่ง"),
        gettext_lazy("ปิดแล้ว"),
        lambda request, actor, card: BecauseForm(request.POST or None),
        lambda by, seat, form: deeds.close(by=by, seat=seat, **form.cleaned_data),
    ),
    "handover": Deed(
        gettext_lazy("เริ่มส่งมอบ"),
        gettext_lazy("คนเดิมกับคนใหม่คุยกันทีละเรื่อง แล้วยืนยันทั้งสองคน ระหว่างนี้คนเดิมยังนั่งอยู่"),
        gettext_lazy("เริ่มส่งมอบ"),
        gettext_lazy("เริ่มแล้ว ทั้งสองคนเห็นรายการที่หน้าวันนี้"),
        lambda request, actor, card: BeginForm(request.POST or None, actor=actor),
        _hand_over,
    ),
}

"""Groups a person belongs to: noted and ended by hand, with the basis."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import groups
from sanam.domain.registry.operations.groups import Belongs
from sanam.domain.registry.permissions import check_can, check_sees_field
from sanam.domain.registry.words import KINDS, Basis, Group
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


class BelongsForm(KindForm):
    """One choice of group and kind together; a card's last day where there is a card."""

    group = forms.ChoiceField(label=gettext_lazy("กลุ่ม"))
    basis = forms.ChoiceField(label=gettext_lazy("รู้ได้อย่างไร"), widget=forms.RadioSelect, initial=Basis.SEEN.value)
    since = DateField(label=gettext_lazy("ตั้งแต่เมื่อไร"), required=False, help_text=gettext_lazy("รู้แค่ปีก็พอ"))
    card_until = DateField(label=gettext_lazy("บัตรหมดอายุ (ถ้ามีบัตร)"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "group", group_choices())
        offer(self, "basis", [(value, label) for value, label in words(Basis) if value != Basis.FILE])

    def belongs(self) -> Belongs:
        """What was said, as the registry takes it."""
        said = self.cleaned_data
        group, _colon, kind = said["group"].partition(":")
        return Belongs(Group(group), kind, Basis(said["basis"]), said["since"], said["card_until"])


class EndForm(KindForm):
    """Why somebody no longer belongs."""

    because = forms.CharField(label=gettext_lazy("เพราะอะไร"), max_length=200)


def group_choices() -> list[tuple[str, Any]]:
    """Groups a hand may note, those with kinds as headings over them: "group" or "group:kind"."""
    at = 1 if reader() == "en" else 0
    choices: list[tuple[str, Any]] = [("", _("เลือกกลุ่ม"))]
    for group in Group:
        kinds = KINDS.get(group, {})
        if kinds:
            choices.append(
                (group.said(reader()), [(f"{group.value}:{kind}", said[at]) for kind, said in kinds.items()])
            )
        elif group is not Group.ELDER:  # an elder is one by birth date
            choices.append((group.value, group.said(reader())))
    return choices


@require_http_methods(["GET", "POST"])
def note(request: Request, person_id: str) -> HttpResponse:
    """Note that a person belongs to a group."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    check_sees_field(actor, Privacy.SENSITIVE)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)
    form = BelongsForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        groups.note(by=actor, person=person, belongs=form.belongs())
        messages.success(request, _("บันทึกกลุ่มแล้ว"))
        return go(request, "web:person", person.id)

    question = Question(
        _("เพิ่มกลุ่ม"),
        _("กลุ่มบอกว่าต้องถามข่าวเรื่องไหนบ้าง ไม่ได้บอกว่าเขาเป็นใคร"),
        _("บันทึกกลุ่ม"),
        reverse("web:person", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person)


@require_http_methods(["GET", "POST"])
def end(request: Request, membership_id: int) -> HttpResponse:
    """Say that somebody no longer belongs to a group, and why."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    check_sees_field(actor, Privacy.SENSITIVE)
    membership = registry.membership(actor, membership_id)
    person = membership.person
    journal.look(by=actor, at=person.ref)
    form = EndForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        groups.end(by=actor, membership=membership, because=said["because"])
        messages.success(request, _("บันทึกแล้ว ของเดิมยังอยู่ในประวัติ"))
        return go(request, "web:person", person.id)

    group = Group(membership.group)
    question = Question(
        _("ไม่อยู่ในกลุ่ม%(group)sแล้ว") % {"group": group.said(reader())},
        _("แฟ้มของหน่วยบริการจะไม่ใส่กลับเข้ามาอีก"),
        _("บันทึก"),
        reverse("web:person", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person)

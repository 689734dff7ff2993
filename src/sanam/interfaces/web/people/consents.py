"""What a person allows: read, asked, renewed, taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import consents as deeds
from sanam.domain.registry.operations.consents import Allowed, Answer
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.purposes import ASKED, PURPOSES
from sanam.domain.registry.words import ConsentHow, GuardianAs
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

USUAL = timedelta(days=365)


class AnswerForm(KindForm):
    """How somebody answered, and until when it holds."""

    until = DateField(label=gettext_lazy("ใช้ได้ถึงวันที่"), required=False, help_text=gettext_lazy("ครบแล้วถามใหม่"))
    how = forms.ChoiceField(label=gettext_lazy("ให้คำตอบอย่างไร"), widget=forms.RadioSelect)
    witness = forms.CharField(
        label=gettext_lazy("พยานที่อยู่ด้วย"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("ถ้าไม่ได้ลงชื่อเอง ต้องมีพยาน"),
    )
    guardian = forms.CharField(
        label=gettext_lazy("ชื่อผู้ให้แทน (ถ้ามี)"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("ใช้เมื่อเป็นเด็ก หรือศาลสั่งแล้วเท่านั้น ญาติที่ดูแลแต่ไม่มีคำสั่งศาลยังให้แทนไม่ได้"),
    )
    guardian_as = forms.ChoiceField(label=gettext_lazy("ให้แทนในฐานะ"), required=False)
    evidence = forms.CharField(
        label=gettext_lazy("หลักฐานอยู่ที่ไหน"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("เช่น ใบยินยอมอยู่ในแฟ้มที่ รพ.สต."),
    )
    picture = forms.FileField(
        label=gettext_lazy("รูปใบยินยอม (ถ้ามี)"),
        required=False,
        help_text=gettext_lazy("เฉพาะผู้ดูแลบันทึกเปิดดูได้"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "how", words(ConsentHow))
        offer(self, "guardian_as", words(GuardianAs, blank=_("ไม่มีผู้ให้แทน")))
        self.fields["until"].initial = PartialDate.from_date(clock.today() + USUAL)

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until.precision != "day":
            raise forms.ValidationError(_("ขอวันที่เต็ม เช่น 10 ม.ค. 2569"))
        return until.earliest() if until else clock.today() + USUAL

    def answer(self) -> Answer:
        """How it was given, as the registry takes it."""
        said = self.cleaned_data
        return Answer(
            said["how"], said["witness"], said["guardian"], said["guardian_as"], said["evidence"], said["picture"]
        )


class GiveForm(AnswerForm):
    """One question to a person: about what, to whom, health or not; yes and no are equal answers."""

    purpose = forms.ChoiceField(label=gettext_lazy("เรื่องอะไร"), widget=forms.RadioSelect)
    agreed = forms.ChoiceField(label=gettext_lazy("เขาตอบว่า"), widget=forms.RadioSelect)
    organisations = forms.MultipleChoiceField(
        label=gettext_lazy("ให้ใครเห็น"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("เลือกเฉพาะที่เขาบอก เรื่องเผยแพร่ภาพไม่ต้องเลือก"),
    )
    sensitive = forms.MultipleChoiceField(
        label=gettext_lazy("ให้เห็นแค่ไหน"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("ชื่อ ที่อยู่ โทรศัพท์ และกลุ่ม เห็นได้เสมอเมื่อยินยอม เลขบัตรไม่ให้เห็น"),
    )

    field_order = ("purpose", "agreed", "organisations", "sensitive", "until", "how", "witness")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = {str(one.pk): one for one in registry.may_receive()}
        offer(self, "purpose", [(name, PURPOSES[name].said(reader())) for name in ASKED])
        offer(self, "agreed", [("yes", _("ยินยอม")), ("no", _("ไม่ยินยอม"))])
        at = "name_en" if reader() == "en" else "name_th"
        offer(self, "organisations", [(ref, getattr(one, at)) for ref, one in self.named.items()])
        offer(self, "sensitive", [("yes", _("ให้เห็นเรื่องสุขภาพและความพิการด้วย"))])

    def allowed(self) -> Allowed:
        """What was agreed to, as the registry takes it."""
        said = self.cleaned_data
        organisations = [self.named[ref] for ref in said["organisations"]]
        return Allowed(said["purpose"], said["until"], organisations, bool(said["sensitive"]))


class WithdrawForm(KindForm):
    """Why, if they want to say."""

    because = forms.CharField(label=gettext_lazy("เขาบอกว่าเพราะอะไร (ไม่บอกก็ได้)"), max_length=200, required=False)


@require_safe
def consents(request: Request, person_id: str) -> HttpResponse:
    """Who may know what of a person, until when, how it was given."""
    actor = seated(request)
    told = registry.answers(actor, registry.person(actor, str(person_id)))
    journal.look(by=actor, at=told.person.ref, because=told.because)
    keeps = actor.may(Can.KEEP_CONSENTS) and not told.because
    context = {"told": told, "person": told.person, "keeps": keeps, "today": clock.today()}
    return render(request, "people/consents.html", context)


@require_http_methods(["GET", "POST"])
def give(request: Request, person_id: str) -> HttpResponse:
    """Write down what a person answered; a no is kept too, so that nobody keeps asking."""
    actor = seated(request)
    check_can(actor, Can.KEEP_CONSENTS)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref, because=registry.because(actor, person))
    form = GiveForm(request.POST or None, request.FILES or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        if said["agreed"] == "yes":
            deeds.give(by=actor, person=person, allowed=form.allowed(), answer=form.answer())
        else:
            deeds.decline(by=actor, person=person, purpose=said["purpose"], answer=form.answer())
        messages.success(request, _("บันทึกคำตอบแล้ว"))
        return go(request, "web:consents", person.id)

    question = Question(
        _("ถามความยินยอม"),
        _("อ่านให้ฟังทีละเรื่อง ไม่ยินยอมก็ยังได้รับการดูแลเหมือนเดิม และถอนเมื่อไรก็ได้"),
        _("บันทึกคำตอบ"),
        reverse("web:consents", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person, dials="consents.")


@require_http_methods(["GET", "POST"])
def renew(request: Request, consent_id: str) -> HttpResponse:
    """Ask the same again, and write the new answer down."""
    actor = seated(request)
    check_can(actor, Can.KEEP_CONSENTS)
    consent = registry.consent(actor, str(consent_id))
    person = consent.person
    journal.look(by=actor, at=person.ref)
    form = AnswerForm(request.POST or None, request.FILES or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.renew(by=actor, consent=consent, until=said["until"], answer=form.answer())
        messages.success(request, _("ต่ออายุแล้ว คำตอบเดิมยังอยู่ในประวัติ"))
        return go(request, "web:consents", person.id)

    question = _about(consent, _("ต่ออายุความยินยอม"), _("ต่ออายุ"))
    return ask(request, form, question, done, person=person, dials="consents.")


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, consent_id: str) -> HttpResponse:
    """Take a consent back: those named see the person no more from the next request on."""
    actor = seated(request)
    consent = registry.consent(actor, str(consent_id))
    person = consent.person
    journal.look(by=actor, at=person.ref)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    still_sees = actor.may(Can.CONFIRM_FACTS)

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.withdraw(by=actor, consent=consent, because=said["because"])
        messages.success(request, _("ถอนแล้ว ไม่มีใครตามความยินยอมนี้เห็นอีก"))
        return go(request, "web:consents", person.id) if still_sees else go(request, "web:people")

    return ask(request, form, _about(consent, _("ถอนความยินยอม"), _("ถอนเดี๋ยวนี้")), done, person=person)


def _about(consent: Any, title: str, verb: str) -> Question:
    """The same heading for asking again and for taking back: about what, and to whom."""
    at = "name_en" if reader() == "en" else "name_th"
    named = ", ".join(getattr(one.organisation, at) for one in consent.recipients.all())
    sub = f"{PURPOSES[consent.purpose].said(reader())} {named}".strip()
    return Question(title, sub, verb, reverse("web:consents", args=[consent.person.id]), consent.person.full_name)

"""E-mail: whether and how often I want to hear, and the two links a letter carries."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.refused import Refused
from sanam.domain.notices import queries
from sanam.domain.notices.operations import mailboxes
from sanam.domain.notices.words import HowOften
from sanam.interfaces.web.account.oneself import oneself
from sanam.interfaces.web.people.forms import offer, words
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


class MailForm(forms.Form):
    """An address, and how often; never is the first choice and needs no address."""

    address = forms.CharField(
        required=False,
        max_length=254,
        label=gettext_lazy("ที่อยู่อีเมล"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    how_often = forms.ChoiceField(label=gettext_lazy("ให้ส่งเมื่อไร"), widget=forms.RadioSelect)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offer(self, "how_often", words(HowOften))


@require_http_methods(["GET", "POST"])
def mail(request: Request) -> HttpResponse:
    """Say where and how often I want to hear; an address is confirmed by a link before anything goes there."""
    actor = oneself(request)
    box = queries.mailbox(actor)
    known = {"address": box.address, "how_often": box.how_often} if box else {"how_often": HowOften.NEVER.value}
    form = MailForm(request.POST or None, initial=known)
    refusal, status = "", 200
    if request.method == "POST":
        try:
            if form.is_valid():
                return _asked(request, form)
        except Refused as refused:
            refusal, status = refused.sentence(reader()), refused.status
        status = status if refusal else 422
    context = {"form": form, "mailbox": box, "refusal": refusal, "can_send": queries.can_send()}
    return render(request, "account/mail.html", context, status=status)


@login_not_required
@require_http_methods(["GET", "POST"])
def mail_confirm(request: Request, mailbox: UUID, token: str) -> HttpResponse:
    """The one-time link of a letter: opening it changes nothing, the button on its page confirms the address."""
    return _by_link(request, mailbox, token, "confirm")


@login_not_required
@require_http_methods(["GET", "POST"])
def mail_stop(request: Request, mailbox: UUID, token: str) -> HttpResponse:
    """The link that stops letters: opening it changes nothing, the button on its page stops them."""
    return _by_link(request, mailbox, token, "stop")


def _asked(request: Request, form: MailForm) -> HttpResponse:
    said = form.cleaned_data
    how_often = HowOften(said["how_often"])
    box = mailboxes.ask(by=oneself(request), address=said["address"].strip(), how_often=how_often, language=reader())
    if how_often == HowOften.NEVER or box is None:
        messages.success(request, _("ไม่ส่งอีเมลแล้ว และลืมที่อยู่ของคุณแล้ว"))
    elif box.confirmed_at is None:
        messages.success(request, _("ส่งลิงก์ยืนยันไปแล้ว เปิดอีเมลแล้วกดยืนยันภายใน 24 ชั่วโมง"))
    else:
        messages.success(request, _("บันทึกแล้ว"))
    return redirect("web:mail")


def _by_link(request: Request, mailbox: UUID, token: str, what: str) -> HttpResponse:
    """A page with one button; a link that is dead says so alike, whether or not it ever lived."""
    done = False
    if request.method == "POST":
        deed = mailboxes.confirm if what == "confirm" else mailboxes.stop
        deed(by=request.actor, mailbox=str(mailbox), token=token)
        done = True
    context = {"what": what, "done": done, "alive": done or queries.link_fits(str(mailbox), what, token)}
    return render(request, "account/mail_link.html", context, status=200 if context["alive"] else 404)

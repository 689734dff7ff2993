"""Signing in and out, choosing a seat, and how one likes the pages."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.foundation.refused import Refused
from sanam.domain.teams.operations import devices, members
from sanam.interfaces.web.account import half_way
from sanam.interfaces.web.account.devices import this_one
from sanam.interfaces.web.account.oneself import oneself, own_account
from sanam.interfaces.web.shell.acting import SEAT, chosen
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.middleware import THEME_COOKIE
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.team import handovers

THEMES = ("auto", "light", "dark")
WAIT = gettext_lazy("ลองหลายครั้งแล้ว พักสัก 15 นาที แล้วลองใหม่ หรือขอให้ผู้ดูแลระบบช่วย")


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The one page a stranger sees."""

    template_name = "account/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """The password is right; whoever has a second factor is asked for it before anybody is signed in."""
        account: Any = form.get_user()
        if account.second_factor_at is None:
            return super().form_valid(form)
        request: Any = self.request
        half_way.begin(request, account, self.get_success_url())
        return redirect("web:sign_in_code")


class PasswordForm(forms.Form):
    """A new password, knowing the old one."""

    old = forms.CharField(label=gettext_lazy("รหัสผ่านเดิม"), widget=forms.PasswordInput)
    new = forms.CharField(
        label=gettext_lazy("รหัสผ่านใหม่"), widget=forms.PasswordInput, help_text=gettext_lazy("อย่างน้อย 12 ตัว")
    )


@login_not_required
def locked_out(request: Request, *args: object, **kwargs: object) -> HttpResponse:
    """Too many wrong passwords: says how long to wait, and nothing about whether the account exists."""
    return render(request, "shell/error.html", {"title": _("พักสักครู่"), "sentence": WAIT}, status=429)


@require_http_methods(["GET", "POST"])
def account(request: Request) -> HttpResponse:
    """My account: my seats, my language and theme."""
    if request.method == "POST":
        kept = members.prefer(
            by=oneself(request),
            account=own_account(request),
            language=request.POST.get("language", ""),
            theme=request.POST.get("theme", ""),
        )
        messages.success(request, _("บันทึกแล้ว"))
        return _remember(redirect("web:account"), language=kept.language, theme=kept.theme)
    return render(request, "account/account.html", {"form": PasswordForm(), "handovers": handovers.own(request)})


@require_POST
def password(request: Request) -> HttpResponse:
    """Change one's own password."""
    form, refusal = PasswordForm(request.POST), ""
    if form.is_valid():
        try:
            members.change_password(by=oneself(request), account=own_account(request), **form.cleaned_data)
        except Refused as refused:
            refusal = refused.sentence(reader())
        else:
            update_session_auth_hash(request, own_account(request))
            devices.sign_out_all(by=oneself(request), account=own_account(request), but=this_one(request))
            messages.success(request, _("เปลี่ยนรหัสผ่านแล้ว เครื่องอื่นออกจากระบบหมด"))
            return redirect("web:account")
    return render(
        request,
        "account/account.html",
        {"form": form, "refusal": refusal, "handovers": handovers.own(request)},
        status=422,
    )


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """Leave."""
    logout(request)
    return redirect("web:sign_in")


@require_POST
def act(request: Request) -> HttpResponse:
    """Act from another of one's own seats; the page is loaded anew in its scope."""
    place = chosen(request.places, request.POST.get("seat", ""))
    if place is not None:
        request.session[SEAT] = str(place.seat.id)
    return redirect("web:today")


@login_not_required
@require_POST
def language(request: Request) -> HttpResponse:
    """Thai or English, light or dark, for whoever is looking; an account keeps the choice too."""
    language = _one_of(request.POST.get("language", ""), dict(settings.LANGUAGES))
    theme = _one_of(request.POST.get("theme", ""), THEMES)
    if request.user.is_authenticated:
        members.prefer(by=oneself(request), account=own_account(request), language=language, theme=theme)
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return _remember(redirect(back if safe else "/"), language=language, theme=theme)


def _one_of(wanted: str, known: Container[str]) -> str:
    return wanted if wanted in known else ""


def _remember(response: HttpResponse, **choices: str) -> HttpResponse:
    """Keep what was chosen on this machine, for the pages before signing in."""
    names = {"language": settings.LANGUAGE_COOKIE_NAME, "theme": THEME_COOKIE}
    for choice, value in choices.items():
        if value:
            response.set_cookie(
                names[choice],
                value,
                max_age=365 * 24 * 3600,
                samesite="Lax",
                httponly=True,
                secure=settings.BEHIND_TLS,
            )
    return response

"""The second factor: turned on with a phone, asked for at the door, renewed and turned off."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation.refused import Refused
from sanam.domain.teams import queries as teams
from sanam.domain.teams import second_factor as factor
from sanam.domain.teams.operations import second_factor
from sanam.interfaces.web.account import half_way
from sanam.interfaces.web.account.again import needs_password_again
from sanam.interfaces.web.account.oneself import member_of, oneself, own_account
from sanam.interfaces.web.account.qr import qr
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

BACKEND = "django.contrib.auth.backends.ModelBackend"
ISSUER = "สนามพลัง"


@require_safe
def second_factor_page(request: Request) -> HttpResponse:
    """Whether it is on, and how to turn it on or off."""
    return _page(request)


@require_POST
@needs_password_again
def begin(request: Request) -> HttpResponse:
    """A new secret for the phone to read."""
    second_factor.begin(by=oneself(request), account=own_account(request))
    return redirect("web:second_factor")


@sensitive_post_parameters("code")
@require_POST
def turn_on(request: Request) -> HttpResponse:
    """The phone's first code turns it on; the recovery codes are shown this once."""
    try:
        codes = second_factor.turn_on(
            by=oneself(request), account=own_account(request), code=request.POST.get("code", "")
        )
    except Refused as refused:
        return _page(request, refused)
    return _codes(request, codes)


@require_POST
@needs_password_again
def new_codes(request: Request) -> HttpResponse:
    """Recovery codes anew, shown this once."""
    return _codes(request, second_factor.new_codes(by=oneself(request), account=own_account(request)))


@require_POST
@needs_password_again
def turn_off(request: Request) -> HttpResponse:
    """Back to a password alone."""
    second_factor.turn_off(by=oneself(request), account=own_account(request))
    messages.success(request, _("ปิดยืนยันสองชั้นแล้ว"))
    return redirect("web:second_factor")


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def sign_in_code(request: Request) -> HttpResponse:
    """The second step at the door: the code on the phone, or a recovery code."""
    account = half_way.account(request)
    if account is None:
        return redirect("web:sign_in")
    if request.method != "POST":
        return render(request, "account/sign_in_code.html")
    try:
        second_factor.check(by=member_of(account), account=account, code=request.POST.get("code", ""))
    except Refused as refused:
        context = {"refusal": refused.sentence(reader())}
        return render(request, "account/sign_in_code.html", context, status=refused.status)
    back = half_way.end(request)
    login(request, account, backend=BACKEND)
    return redirect(back or "web:today")


def _page(request: Request, refused: Refused | None = None) -> HttpResponse:
    account = own_account(request)
    secret = teams.secret_begun(account)
    context = {
        "account": account,
        "codes_left": teams.codes_left(account) if account.second_factor_at else 0,
        "wide": request.place is not None and factor.is_wide(request.place.seat.mandate),
        "key": factor.key_text(secret) if secret else "",
        "qr": qr(factor.address(secret, account.username, ISSUER)) if secret else "",
        "refusal": refused.sentence(reader()) if refused else "",
    }
    return render(request, "account/second_factor.html", context, status=refused.status if refused else 200)


def _codes(request: Request, codes: list[str]) -> HttpResponse:
    return render(request, "account/recovery_codes.html", {"codes": codes, "account": own_account(request)})

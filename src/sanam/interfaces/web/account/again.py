"""The password once more: before what cannot lightly be undone, whoever sits at this screen shows who they are.

    @needs_password_again
    def merge(request: Request) -> HttpResponse: ...

A POST is answered with a page that asks; it carries what was sent, so that nothing is written twice. A GET is led
to that page and back. A download is too (`password_before`): a file leaves no page behind, so the person comes back to
the page with its button instead of being left at the question. One answer lasts ten minutes, in this session alone;
signing in is not one, for a phone left on a table is signed in too. Wrong answers count with wrong sign-ins, and are
slowed down with them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth import authenticate
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_htmx.http import reswap, retarget

from sanam.domain.foundation import clock
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.readonly import SAFE
from sanam.interfaces.web.shell.request import Request

GIVEN_AT, ASKED = "password_given_at", "password_again"
LASTS = timedelta(minutes=10)
OURS = {ASKED, "csrfmiddlewaretoken"}
View = Callable[..., HttpResponse]


def needs_password_again(view: View) -> View:
    """A view that is entered only by somebody who gave their password within the last ten minutes."""

    @sensitive_post_parameters(ASKED)
    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponse:
        if given_lately(request) or _gives(request):
            return view(request, *args, **kwargs)
        if request.method in SAFE:
            return _led(request.get_full_path())
        return _asking(request, request.path)

    return guarded


def password_before(request: Request, back: str) -> HttpResponse | None:
    """The way to the question and back to `back`, where a download starts; None who gave the password lately."""
    return None if given_lately(request) else _led(back)


@sensitive_post_parameters(ASKED)
@require_http_methods(["GET", "POST"])
def password_again(request: Request) -> HttpResponse:
    """Asks for the password, and leads back to the page that needed it."""
    back = request.POST.get("next") or request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    if _gives(request):
        return redirect(back)
    return _asking(request, request.path, back)


def given_lately(request: Request) -> bool:
    """Whether the password was given in this session within the last ten minutes."""
    given = request.session.get(GIVEN_AT, 0.0)
    return 0 <= clock.now().timestamp() - given < LASTS.total_seconds()


def _led(back: str) -> HttpResponse:
    return redirect(f"{reverse('web:password_again')}?{urlencode({'next': back})}")


def _gives(request: Request) -> bool:
    """Whether this very request brings the right password; wrong ones are counted by whoever counts sign-ins."""
    password = request.POST.get(ASKED, "")
    if not password or not request.user.is_authenticated:
        return False
    found = authenticate(request, username=request.user.get_username(), password=password)
    if found is None or found.pk != request.user.pk:
        return False
    request.session[GIVEN_AT] = clock.now().timestamp()
    return True


def _asking(request: Request, action: str, back: str = "") -> HttpResponse:
    context = {
        "action": action,
        "carried": [("next", back)] if back else _carried(request.POST),
        "wrong": ASKED in request.POST,
    }
    status = 200 if request.method in SAFE else 403
    if not wants_part(request):
        return render(request, "account/again.html", context, status=status)
    answer = render(request, "account/again.html#asked", context, status=status)
    return reswap(retarget(answer, "#main"), "innerHTML")


def _carried(sent: QueryDict) -> list[tuple[str, str]]:
    """What was sent, value by value; a file cannot be carried and is chosen again."""
    return [(name, value) for name, values in sent.lists() if name not in OURS for value in values]

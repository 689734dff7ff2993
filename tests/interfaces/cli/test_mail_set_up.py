"""EMAIL_URL and SANAM_URL: read strictly, and the doctor names what is missing or did not get through."""

from __future__ import annotations

from typing import Any

import pytest

from sanam.config import env
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.notices.models import Letter
from sanam.domain.notices.operations import letters, mailboxes
from sanam.domain.notices.words import HowOften
from sanam.interfaces.cli.doctor import mail
from sanam.interfaces.cli.verbs import tick
from tests.cast import Cast
from tests.domain.notices.conftest import office  # noqa: F401 - the fixture
from tests.smtp import Office

SMTP, PLACES = "smtp.EmailBackend", "@mail.example:2525/?from=a@b.example"
# what is written: backend, port, TLS at once, STARTTLS
READ = [
    ("", "dummy.EmailBackend", None, None, None),
    ("console:", "console.EmailBackend", None, None, None),
    ("file:///tmp/letters", "filebased.EmailBackend", None, None, None),
    (f"smtp://u:p%40ss{PLACES}", SMTP, 2525, False, True),
    ("smtp://mail.example/?from=a@b.example", SMTP, 587, False, True),
    ("smtps://mail.example/?from=a@b.example", SMTP, 465, True, False),
    ("smtp://mail.example/?from=a@b.example&tls=no", SMTP, 25, False, False),
    ("smtp://u:p@127.0.0.1:25/?from=a@b.example&tls=no", SMTP, 25, False, False),
]
REFUSED = [
    "smtp://mail.example",
    "smtp://mail.example/?from=nobody",
    "http://mail.example/?from=a@b.example",
    "console",
    "file://",
    f"smtp://u:p{PLACES}&tls=no",
]


@pytest.mark.parametrize(("said", "backend", "port", "at_once", "later"), READ)
def test_an_email_url_is_read(
    monkeypatch: pytest.MonkeyPatch, said: str, backend: str, port: Any, at_once: Any, later: Any
) -> None:
    monkeypatch.setenv("EMAIL_URL", said)
    read = env.mail()
    assert read["EMAIL_BACKEND"].endswith(backend)
    told = tuple(read.get(name) for name in ("EMAIL_PORT", "EMAIL_USE_SSL", "EMAIL_USE_TLS"))
    assert told == (port, at_once, later)
    assert env.sends_mail() is bool(said)


def test_a_password_may_hold_any_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", f"smtp://u:p%40ss{PLACES}")
    assert env.mail()["EMAIL_HOST_PASSWORD"] == "p@ss"


@pytest.mark.parametrize("said", REFUSED)
def test_what_cannot_be_used_is_refused_with_what_to_write(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("EMAIL_URL", said)
    with pytest.raises(env.Misconfigured, match="EMAIL_URL: "):
        env.mail()


@pytest.mark.parametrize("said", ["sanam.example", "ftp://sanam.example", "https://sanam.example/x", "https://"])
def test_an_address_of_the_site_is_whole(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SANAM_URL", said)
    with pytest.raises(env.Misconfigured, match="SANAM_URL="):
        env.site()
    monkeypatch.setenv("SANAM_URL", "https://sanam.example/")
    assert env.site() == "https://sanam.example"


def states() -> dict[str, str]:
    return {one.name: one.state for one in mail.findings()}


@pytest.mark.django_db
def test_the_doctor_says_what_is_missing(settings: Any) -> None:
    settings.SENDS_MAIL, settings.SANAM_URL = False, ""
    assert states() == {"mail": "ok"}
    settings.SENDS_MAIL = True
    assert states() == {"mail": "fail"}
    settings.SANAM_URL = "https://sanam.example"
    assert states() == {"mail": "ok"}


@pytest.mark.django_db
def test_the_doctor_tells_of_letters_that_did_not_get_through(cast: Cast, office: Office) -> None:  # noqa: F811
    office.refuses["gone@example.com"] = "550 nobody"
    mailboxes.ask(by=cast.nurse, address="gone@example.com", how_often=HowOften.DAILY)
    assert letters.send(by=INSTALLATION)["failed"] == 1
    (_, letter) = mail.findings()
    assert letter.state == "warn"
    assert "1 letters could not be sent" in letter.en
    assert "SMTPRecipientsRefused" in letter.en
    assert "gone@" not in letter.en


@pytest.mark.django_db
def test_the_minute_sends_what_waits(cast: Cast, office: Office, settings: Any) -> None:  # noqa: F811
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # as in life: the queue is pruned too
    mailboxes.ask(by=cast.nurse, address="nurse@example.com", how_often=HowOften.DAILY)
    assert tick.once()["letters"] == {"written": 0, "sent": 1, "failed": 0, "not_needed": 0}
    assert tick.once()["letters"] == {"written": 0, "sent": 0, "failed": 0, "not_needed": 0}
    assert Letter.objects.get().state == "sent"
    assert len(office.letters) == 1

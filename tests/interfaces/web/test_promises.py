"""What every page promises: looks first, no writing on GET, few statements, plain headers, Thai first."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal.models import Entry
from sanam.domain.registry.models import Confirmation, Person
from sanam.interfaces.web.shell import readonly
from tests.cast import PASSWORD, Cast
from tests.interfaces.web.conftest import Enter

UNCOUNTED = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "PRAGMA", "SET ", "ROLLBACK")


def statements(client: Client, path: str) -> list[str]:
    """The statements of one page, transaction marks and settings left out, names of places already known."""
    areas.name("9305")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    counted = (one["sql"] for one in captured if not one["sql"].startswith(UNCOUNTED))
    return [sql for sql in counted if "pg_advisory" not in sql]  # a lock, not a question


def test_a_look_is_written_before_the_page_leaves(enter: Enter, ours: Person, field: Cast) -> None:
    enter("nurse").get(f"/people/{ours.id}/")
    look = Entry.objects.filter(to=ours.ref, did="person.looked").get()
    assert (look.actor_ref, look.via) == (field.nurse.ref, "web")


def test_no_look_written_no_page(enter: Enter, ours: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **named: object) -> None:
        raise DatabaseError("full")

    monkeypatch.setattr(journal, "_write", broken)
    answer = enter("nurse").get(f"/people/{ours.id}/")
    assert answer.status_code == 503
    assert "เอียด" not in answer.content.decode()


def test_who_looked_is_on_the_page(enter: Enter, ours: Person) -> None:
    enter("volunteer").get(f"/people/{ours.id}/")
    assert "อสม." in enter("nurse").get(f"/people/{ours.id}/").content.decode()


def test_a_get_cannot_write_the_database_itself_refuses(django_db_setup: None, django_db_blocker: Any) -> None:
    # outside any transaction of a test, so that the engine's own refusal is what answers
    with django_db_blocker.unblock():
        with pytest.raises(DatabaseError), readonly.read_only():
            Confirmation.objects.update(how="visit")
        with pytest.raises(DatabaseError), readonly.read_only(), connection.cursor() as cursor:
            cursor.execute("WITH gone AS (SELECT 1) DELETE FROM registry_confirmation")


def test_the_person_page_stays_within_twelve_statements(enter: Enter, ours: Person) -> None:
    assert len(statements(enter("nurse"), f"/people/{ours.id}/")) <= 12
    assert len(statements(enter("nurse"), f"/people/{ours.id}/rights/")) <= 12


@pytest.mark.parametrize(
    "path",
    [
        *("/people/", "/people/?q=เอ", "/people/?group=disabled", "/gatherings/", "/imports/"),
        *("/people/work/", "/people/work/?who=all", "/people/work/?fact=carer&state=stale", "/people/work/villages/"),
        *("/people/news/", "/people/volunteers/", "/people/conflicts/", "/people/doubts/", "/people/merges/"),
    ],
)
def test_lists_stay_within_eight_statements(enter: Enter, path: str) -> None:
    assert len(statements(enter("nurse"), path)) <= 8


def test_pages_carry_no_inline_style_or_script_and_stay_out_of_caches(enter: Enter, ours: Person) -> None:
    answer = enter("nurse").get(f"/people/{ours.id}/")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert " style=" not in answer.content.decode()


@pytest.mark.django_db
def test_thai_comes_first_whatever_the_browser_asks_for() -> None:
    page = Client().get("/sign-in/", headers={"accept-language": "en-US"})
    assert '<html lang="th">' in page.content.decode()


def test_english_is_kept_by_the_account(enter: Enter) -> None:
    client = enter("nurse")
    client.post("/language/", {"language": "en", "next": "/people/"})
    page = client.get("/people/").content.decode()
    assert '<html lang="en">' in page
    assert "Find by name" in page


def test_a_link_away_is_not_followed_after_choosing_a_language(enter: Enter) -> None:
    answer = enter("nurse").post("/language/", {"language": "en", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_guessing_is_slowed_down_and_says_nothing_of_the_account(field: Cast) -> None:
    client = Client()
    answers = [client.post("/sign-in/", {"username": name, "password": "ผิด"}) for name in ("nurse", "no-such-name")]
    assert answers[0].content.count(b"wrong") == answers[1].content.count(b"wrong")
    for _ in range(5):
        last = client.post("/sign-in/", {"username": "nurse", "password": "ผิดอีก"})
    assert last.status_code == 429
    assert client.post("/sign-in/", {"username": "nurse", "password": PASSWORD}).status_code == 429


def test_signing_in_leads_to_today(field: Cast) -> None:
    answer = Client().post("/sign-in/", {"username": "nurse", "password": PASSWORD}, follow=True)
    assert "วันนี้" in answer.content.decode()


def test_a_fact_is_confirmed_in_one_form(enter: Enter, ours: Person) -> None:
    enter("nurse").post(f"/people/{ours.id}/confirm/", {"fact": "carer", "how": "visit"})
    assert ours.confirmations.get().fact == "carer"


def test_adding_shows_who_is_alike_and_asks_why_before_it_adds(enter: Enter, ours: Person) -> None:
    client = enter("nurse")
    said = {"given": "เอียด", "family": "ทองนุ่น", "area_code": "93051205", "why_no_number": "lost"}
    asked = client.post("/people/add/", said)
    assert (asked.status_code, str(ours.id) in asked.content.decode()) == (409, True)
    added = client.post("/people/add/", said | {"seen": str(ours.id), "reason": "คนละบ้าน"})
    assert added.status_code == 302
    assert Person.objects.filter(given="เอียด").count() == 2


def test_what_was_typed_stays_when_a_correction_is_refused(enter: Enter, ours: Person) -> None:
    client = enter("nurse")
    said = {"given": "เอียด", "family": "ทองนุ่น", "how": "visit", "version": "0", "nickname": "ยาย"}
    refused = client.post(f"/people/{ours.id}/correct/", said)
    assert (refused.status_code, "ยาย" in refused.content.decode()) == (409, True)
    assert client.post(f"/people/{ours.id}/correct/", said | {"version": "1"}).status_code == 302
    assert Person.objects.get(id=ours.id).nickname == "ยาย"


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_form_sent_back_as_it_was_shown_is_understood(enter: Enter, ours: Person, language: str) -> None:
    client = enter("nurse")
    client.post("/language/", {"language": language})
    form = client.get(f"/people/{ours.id}/correct/").context["form"]
    shown = {name: form[name].value() or "" for name in form.fields} | {"nickname": "ยาย"}
    assert client.post(f"/people/{ours.id}/correct/", shown).status_code == 302
    assert Person.objects.get(id=ours.id).birth == ours.birth


def test_our_own_failure_is_told_without_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **named: object) -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", broken)
    client.raise_request_exception = False
    client.cookies["sessionid"] = "anything"
    answer = client.get("/")
    assert answer.status_code == 500
    assert "ไม่ใช่ของคุณ" in answer.content.decode()


def test_a_refused_correction_is_a_look_too(enter: Enter, ours: Person) -> None:
    enter("nurse").post(f"/people/{ours.id}/correct/", {})
    assert Entry.objects.filter(to=ours.ref, did="person.looked").exists()


def test_today_shows_names_only_once_the_look_is_written(
    enter: Enter, field: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(**words: object) -> None:
        raise Refused("journal.look_not_written", "ไม่ได้", "no", status=503)

    monkeypatch.setattr("sanam.interfaces.web.today.views.journal.look", cannot)
    response = enter("nurse").get("/")
    assert response.status_code == 503
    assert "เอียด" not in response.content.decode()


def test_a_busy_database_is_told_in_a_sentence(enter: Enter, field: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*args: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("sanam.interfaces.web.people.views.registry.find", locked)
    response = enter("nurse").get("/people/")
    assert response.status_code == 503
    assert "รอสักครู่" in response.content.decode()

"""The frame of every page: places, colours, seats stood in for, and who is not where the register says."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client

from sanam.domain.registry.models import Person
from tests.cast import Cast
from tests.interfaces.web.conftest import Enter


@pytest.mark.django_db
def test_light_and_dark_are_kept_on_this_machine_before_anybody_signs_in() -> None:
    client = Client()
    assert "data-theme" not in client.get("/sign-in/").content.decode()
    client.post("/language/", {"theme": "dark", "next": "/sign-in/"})
    assert 'data-theme="dark"' in client.get("/sign-in/").content.decode()
    client.post("/language/", {"theme": "<script>", "next": "/sign-in/"})
    assert 'data-theme="dark"' in client.get("/sign-in/").content.decode()


def test_choosing_colours_leaves_the_language_alone(enter: Enter) -> None:
    client = enter("nurse")
    client.post("/language/", {"language": "en"})
    client.post("/language/", {"theme": "dark"})
    page = client.get("/people/").content.decode()
    assert '<html lang="en" data-theme="dark">' in page


def test_the_phone_has_only_places_that_exist_for_the_seat(enter: Enter) -> None:
    nurse, local = (enter(who).get("/people/").content.decode() for who in ("nurse", "local"))
    assert 'class="do" href="/people/add/"' in nurse
    assert 'class="do"' not in local
    assert "/imports/" in nurse
    assert "/imports/" not in local


@pytest.mark.parametrize(("kind", "word"), [("deputy", "นั่งแทน"), ("acting", "รักษาการ")])
def test_standing_in_says_so_and_until_when(kind: str, word: str) -> None:
    place = SimpleNamespace(kind=kind, until=date(2026, 11, 27))
    page = render_to_string("shell/standing.html", {"one": place, "alone": False})
    assert page.strip() == f'{word} ถึง <time datetime="2026-11-27">27 พ.ย. 2569</time>'


def test_a_page_that_is_not_there_marks_no_place_as_here(enter: Enter) -> None:
    page = enter("nurse").get("/nothing/here/").content.decode()
    assert 'aria-current="page"' not in page


def test_pages_travel_compressed(enter: Enter, field: Cast) -> None:
    answer = enter("nurse").get("/people/", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) < 9000


# --- people who are not where the register says ----------------------------------------------------


@pytest.mark.parametrize(
    ("life", "residency", "flag"),
    [
        ("alive", "2", "มีชื่อในทะเบียน ตัวไม่อยู่"),
        ("dead", "1", "เสียชีวิตแล้ว"),
        ("moved", "1", "ย้ายออกแล้ว"),
        ("dead", "2", "เสียชีวิตแล้ว"),
    ],
)
def test_whom_one_would_not_meet_is_marked(life: str, residency: str, flag: str) -> None:
    person = SimpleNamespace(life=life, residency=residency, life_on="")
    page = render_to_string("people/flags.html", {"person": person})
    assert flag in page
    assert page.count("chip") == 1


def test_who_lives_here_is_not_marked() -> None:
    person = SimpleNamespace(life="alive", residency="1", life_on="")
    assert "chip" not in render_to_string("people/flags.html", {"person": person})


def test_a_visit_to_somebody_registered_only_is_warned_of(enter: Enter, ours: Person) -> None:
    Person.objects.filter(id=ours.id).update(residency="2")
    client = enter("nurse")
    assert "ถามที่บ้านก่อนนัดเยี่ยม" in client.get(f"/people/{ours.id}/").content.decode()
    assert "มีชื่อในทะเบียน ตัวไม่อยู่" in client.get("/people/").content.decode()


@pytest.mark.parametrize(("who", "kind"), [("nurse", True), ("local", False)])
def test_the_kind_of_a_disability_is_for_who_sees_health(enter: Enter, ours: Person, who: str, kind: bool) -> None:
    for path in ("/people/?q=เอียด", f"/people/{ours.id}/"):
        page = enter(who).get(path).content.decode()
        assert ("พิการทางการเคลื่อนไหว" in page) == kind
        assert kind or "คนพิการ" in page

"""Keeping current, as a seat does it on its pages: whom to ask, one tap, a slip taken back, news, people around."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.parameters import operations as parameters
from sanam.domain.registry.models import Confirmation, GroupMembership, Household, Person
from sanam.domain.registry.operations import around, facts, lives
from sanam.domain.registry.operations.around import Someone
from sanam.domain.registry.queries import months_back
from sanam.domain.registry.words import FactGroup, How, Kin
from tests.cast import Cast
from tests.interfaces.web.conftest import Enter

HTMX = {"HX-Request": "true"}


def page(enter: Enter, path: str, who: str = "nurse") -> str:
    answer = enter(who).get(path)
    assert answer.status_code == 200
    # as it reads, without what keeps a line from breaking inside a word
    return re.sub(r'<span class="keep">([^<]*)</span>', r"\1", answer.content.decode())


def seen(cast: Cast, who: Person, fact: FactGroup, days: int) -> None:
    facts.confirm(by=cast.nurse, person=who, fact=fact, on=clock.today() - timedelta(days=days), how=How.VISIT)


def test_a_row_says_who_where_and_why(enter: Enter, field: Cast, ours: Person) -> None:
    seen(field, ours, FactGroup.FUNCTION, 365 + 92)
    seen(field, ours, FactGroup.LIVING, 300)
    soon = clock.today() + timedelta(days=20)
    GroupMembership.objects.filter(person=ours).update(card_until=soon.isoformat())
    told = page(enter, "/people/work/")
    assert "นางเอียด" in told
    assert "กิจวัตร เก่ามา" in told
    assert "บ้าน เริ่มเก่า" in told
    assert "ยังไม่มีใครถาม ตัวตน ที่อยู่ คนดูแล สุขภาพ สิทธิ" in told
    assert "บัตรคนพิการหมด" in told
    assert "บัตรคนพิการหมด" not in page(enter, "/people/work/", "local")


def test_filters_live_in_the_address(enter: Enter, field: Cast, ours: Person) -> None:
    seen(field, ours, FactGroup.FUNCTION, 800)
    assert "เอียด" in page(enter, "/people/work/?fact=function&state=stale&area=93051205")
    for away in ("fact=function&state=unknown", "fact=function&area=93051203", "fact=health&state=stale"):
        assert "เอียด" not in page(enter, f"/people/work/?{away}")
    assert "คล้าย" in page(enter, "/people/work/?who=all")
    assert "คล้าย" not in page(enter, "/people/work/?fact=made-up&state=&area=../&after=|x|")


def test_the_rule_version_that_set_an_interval_is_said(enter: Enter, field: Cast) -> None:
    rules = Actor(
        kind=field.nurse.kind,
        ref=field.nurse.ref,
        label="กติกา",
        mandate=type(field.nurse.mandate)(capabilities=frozenset({"parameters.turn"})),
    )
    parameters.turn(by=rules, name="freshness.carer", value=4, rule_ref="rule:3", rule_label="กติกาข้อ 3 ฉบับที่ 2")
    told = page(enter, "/people/work/")
    assert "กติกาข้อ 3 ฉบับที่ 2" in told
    assert "ค่าตั้งต้น" in told


def test_one_tap_confirms_and_the_row_offers_to_take_it_back(enter: Enter, ours: Person) -> None:
    said = {"fact": "living", "due": ["living", "income"], "back": "/people/work/"}
    answer = enter("nurse").post(f"/people/{ours.id}/confirm/", said, headers=HTMX)
    told = answer.content.decode()
    assert told.lstrip().startswith("<li")
    assert "กดผิด เอากลับ" in told
    assert (one := ours.confirmations.get()).fact == "living"
    assert (one.how, one.on) == ("visit", clock.today())
    enter("nurse").post(f"/people/{ours.id}/confirm/back/", {"fact": "living", "back": "/people/work/"}, headers=HTMX)
    assert not ours.confirmations.exists()


def test_all_of_a_row_in_one_tap_by_phone(enter: Enter, ours: Person) -> None:
    said = {"fact": "all", "due": ["living", "income"], "how": "phone", "back": "/"}
    enter("volunteer").post(f"/people/{ours.id}/confirm/", said)
    assert set(ours.confirmations.values_list("fact", "how")) == {("living", "phone"), ("income", "phone")}


def test_without_scripts_one_comes_back_to_the_same_list_and_can_take_it_back_there(enter: Enter, ours: Person) -> None:
    client = enter("nurse")
    said = {"fact": "living", "due": "living", "back": "/people/work/?fact=living"}
    answer = client.post(f"/people/{ours.id}/confirm/", said)
    assert answer.headers["Location"] == f"/people/work/?fact=living&done={ours.id}&was=living"
    assert "กดผิด เอากลับ" in client.get(answer.headers["Location"]).content.decode()
    again = client.post(f"/people/{ours.id}/confirm/back/", {"fact": "living", "back": answer.headers["Location"]})
    assert again.headers["Location"] == "/people/work/?fact=living"
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(enter: Enter, ours: Person, back: str) -> None:
    answer = enter("nurse").post(f"/people/{ours.id}/confirm/", {"fact": "living", "back": back})
    assert answer.headers["Location"] == f"/people/{ours.id}/"


def test_what_was_just_done_shows_no_stranger(enter: Enter, foreign: Person) -> None:
    for made_up in (f"done={foreign.id}&was=living", "done=x&was=living", "was=living"):
        assert "ไกลบ้าน" not in page(enter, f"/people/work/?{made_up}")


def test_health_is_not_offered_to_who_does_not_see_it(enter: Enter, ours: Person) -> None:
    for path in ("/people/work/", f"/people/{ours.id}/", "/"):
        told = page(enter, path, "local")
        assert 'value="living"' in told
        assert 'value="health"' not in told


def test_a_carer_never_noted_is_asked_for_by_name_instead(enter: Enter, field: Cast, ours: Person) -> None:
    assert "จดว่าใครดูแล" in page(enter, "/people/work/")
    assert 'name="fact" value="carer"' not in page(enter, "/people/work/")
    on = clock.today() - timedelta(days=400)
    around.note(by=field.nurse, person=ours, someone=Someone(Kin.CHILD, name="แดง", cares=True), how=How.VISIT, on=on)
    assert 'name="fact" value="carer"' in page(enter, "/people/work/")


def test_who_cares_and_what_number_in_one_look(enter: Enter, field: Cast, ours: Person) -> None:
    someone = Someone(Kin.CHILD, name="แดง", cares=True, phone="0000012345")
    around.note(by=field.nurse, person=ours, someone=someone, how=How.VISIT, on=clock.today())
    for path in (f"/people/{ours.id}/", f"/people/{ours.id}/around/"):
        told = page(enter, path, "volunteer")
        assert "แดง" in told
        assert 'href="tel:0000012345"' in told


def test_somebody_is_noted_from_the_house_or_by_name_and_never_both(enter: Enter, ours: Person) -> None:
    client = enter("volunteer")
    housemate = Person.objects.get(given="พิมพ์")
    address, both = f"/people/{ours.id}/around/note/", {"who": str(housemate.pk), "name": "แดง"}
    usual = {"kind": "child", "cares": "yes", "how": "visit", "phone": "00000-12345"}
    assert client.post(address, usual | both).status_code == 422
    assert client.post(address, usual).status_code == 422
    assert client.post(address, usual | {"who": str(housemate.pk)}).status_code == 302
    assert ours.around.get().other == housemate


def test_a_death_is_written_with_its_month_and_told_in_the_news(enter: Enter, ours: Person) -> None:
    said = {"what": "dead", "on_month": "3", "on_year": "2569", "how": "told"}
    assert enter("nurse").post(f"/people/{ours.id}/life/", said).status_code == 302
    ours.refresh_from_db()
    assert (ours.life, ours.life_on) == ("dead", "2026-03")
    for path in ("/people/news/", "/people/news/?event=dead", "/", f"/people/news/?month={clock.today():%Y-%m}"):
        assert "เอียด" in page(enter, path, "local")
    for path in ("/people/news/?event=moved", "/people/news/?month=2020-01&event=new", "/people/news/?area=93051203"):
        assert "เอียด" not in page(enter, path)


def test_a_mistake_needs_a_reason_before_it_is_put_right(enter: Enter, field: Cast, ours: Person) -> None:
    lives.missing(by=field.nurse, person=ours, on=None, how=How.TOLD)
    client, address = enter("nurse"), f"/people/{ours.id}/life/"
    assert client.post(address, {"what": "mistake", "how": "told"}).status_code == 422
    assert client.post(address, {"what": "mistake", "how": "told", "because": "อยู่บ้านลูก"}).status_code == 302
    ours.refresh_from_db()
    assert ours.life == "alive"


def test_the_villages_print_fresh_and_due_and_the_day(enter: Enter, field: Cast, ours: Person) -> None:
    seen(field, ours, FactGroup.IDENTITY, 3)
    told = page(enter, "/people/work/villages/")
    assert "สด 1 จาก 9" in told  # two people in village 5: seven facts of one, two of the other
    assert "ตัวเลขถึง" in told
    assert "สด 1 จาก 2" in page(enter, "/people/work/villages/?fact=identity")


def test_a_house_is_given_declined_and_taken_back_on_one_page(enter: Enter, field: Cast) -> None:
    client = enter("nurse")
    house = Household.objects.get(house_no="47")
    assert "47" in page(enter, "/people/volunteers/?area=93051205")
    client.post("/people/volunteers/", {"house": str(house.pk), "do": "take"})
    house.refresh_from_db()
    assert house.volunteer_seat is None
    client.post("/people/volunteers/", {"house": str(house.pk), "seat": field.volunteer.ref})
    house.refresh_from_db()
    assert house.volunteer_seat == field.seats["volunteer"]
    assert client.post("/people/volunteers/", {"house": str(house.pk), "seat": field.local.ref}).status_code == 422
    assert client.post("/people/volunteers/", {"house": "x"}).status_code == 422


def test_who_only_confirms_is_asked_for_one_a_week(enter: Enter, field: Cast) -> None:
    assert "สัปดาห์ละคน" in page(enter, "/", "local")
    assert "สัปดาห์ละคน" not in page(enter, "/")


def test_a_month_is_said_in_the_era_of_the_reader(enter: Enter) -> None:
    today = clock.today()
    assert f" {today.year + 543}" in page(enter, "/people/news/")
    assert f" {today.year - 1 + 543}" in page(enter, f"/people/news/?month={months_back(today)[-1]:%Y-%m}")

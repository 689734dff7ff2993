"""Parts of pages: what htmx is given when it asks, is refused, is late, or no longer signed in."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from sanam.domain.registry.models import Confirmation, Person
from tests.interfaces.web.conftest import Enter

PART = {"HX-Request": "true"}
FOUND = 'id="rows"'


@pytest.fixture
def nurse(enter: Enter) -> Client:
    return enter("nurse")


def said(page: bytes) -> str:
    return page.decode()


# --- searching while one types ---------------------------------------------------------------------


def test_typing_brings_the_list_alone_and_the_address_of_what_was_found(nurse: Client) -> None:
    answer = nurse.get("/people/?q=เอ&area=", headers=PART)
    assert FOUND in said(answer.content)
    assert "<html" not in said(answer.content)
    assert answer.headers["HX-Push-Url"] == "/people/?q=%E0%B9%80%E0%B8%AD"


def test_the_same_address_without_htmx_is_the_whole_page(nurse: Client) -> None:
    answer = nurse.get("/people/?q=เอ")
    assert "<html" in said(answer.content)
    assert FOUND in said(answer.content)
    assert "HX-Request" in answer.headers["Vary"]


def test_how_many_were_found_is_told_beside_the_list(nurse: Client) -> None:
    part = said(nurse.get("/people/?q=เอียด", headers=PART).content)
    assert re.search(r'id="counted" hx-swap-oob="innerHTML">1\s?คน<', part)


def test_more_rows_go_under_those_already_read_and_change_no_address(nurse: Client, ours: Person) -> None:
    answer = nurse.get("/people/?after=!|00000000-0000-0000-0000-000000000000", headers=PART)
    assert said(answer.content).lstrip().startswith("<li")
    assert "autofocus" in said(answer.content)
    assert "HX-Push-Url" not in answer.headers


def test_a_page_further_on_leads_back_to_the_start_without_a_script(nurse: Client, ours: Person) -> None:
    page = said(nurse.get("/people/?q=เอ&after=!|00000000-0000-0000-0000-000000000000").content)
    assert "กลับไปต้นรายการ" in page


def test_somebody_who_died_is_found_by_name_and_marked(nurse: Client, ours: Person) -> None:
    Person.objects.filter(id=ours.id).update(life="dead")
    assert "เสียชีวิตแล้ว" in said(nurse.get("/people/?q=เอียด").content)
    assert "เอียด" not in said(nurse.get("/people/").content)


# --- refusals --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [("local", "confirm/", 422), ("local", "correct/", 403), ("stranger", "confirm/", 404)],
)
def test_a_refusal_is_a_message_on_the_page_asked_from(
    enter: Enter, ours: Person, who: str, path: str, status: int
) -> None:
    answer = enter(who).post(f"/people/{ours.id}/{path}", {}, headers=PART)
    assert answer.status_code == status
    assert (answer.headers["HX-Retarget"], answer.headers["HX-Reswap"]) == ("#said", "innerHTML")
    assert answer.headers["HX-Push-Url"] == "false"
    assert "<html" not in said(answer.content)


def test_the_same_refusal_without_htmx_is_a_page(enter: Enter, ours: Person) -> None:
    answer = enter("local").post(f"/people/{ours.id}/correct/", {})
    assert "<html" in said(answer.content)
    assert "HX-Retarget" not in answer.headers


def test_the_pages_let_htmx_show_refusals_and_never_evaluate(nurse: Client) -> None:
    page = said(nurse.get("/people/").content)
    settings = json.loads(re.search(r"htmx-config\" content='([^']+)'", page)[1])  # type: ignore[index]
    assert (settings["allowEval"], settings["includeIndicatorStyles"]) == (False, False)
    assert "style" not in settings["attributesToSettle"]

    def swaps(status: int) -> bool:
        return next(rule["swap"] for rule in settings["responseHandling"] if re.match(rule["code"], str(status)))

    assert [status for status in (200, 204, 403, 404, 409, 422, 429, 500, 502) if not swaps(status)] == [204, 500, 502]


def test_every_page_carries_the_words_for_a_lost_signal(nurse: Client) -> None:
    page = said(nurse.get("/people/").content)
    assert "ข้อความยังอยู่ในช่อง" in page[page.index('<template id="not-sent">') :]


def test_signed_out_meanwhile_the_whole_page_goes_to_sign_in_and_comes_back(ours: Person) -> None:
    asked_from = {"HX-Current-URL": f"http://testserver/people/{ours.id}/"}
    answer = Client().post(f"/people/{ours.id}/confirm/", {}, headers=PART | asked_from)
    assert answer.status_code == 200
    assert answer.headers["HX-Redirect"] == f"/sign-in/?next=%2Fpeople%2F{ours.id}%2F"


# --- confirming ------------------------------------------------------------------------------------


def test_confirming_brings_the_strip_and_the_message_beside_it(nurse: Client, ours: Person) -> None:
    answer = nurse.post(f"/people/{ours.id}/confirm/", {"fact": ["carer", "health"], "how": "visit"}, headers=PART)
    part = said(answer.content)
    assert 'id="freshness"' in part
    assert part.count("สด\xa0วันนี้") + part.count("สด วันนี้") == 2
    assert '<div id="said" hx-swap-oob="innerHTML">' in part
    assert set(Confirmation.objects.values_list("fact", flat=True)) == {"carer", "health"}


def test_confirming_without_a_script_leads_back_and_says_so(nurse: Client, ours: Person) -> None:
    answer = nurse.post(f"/people/{ours.id}/confirm/", {"fact": "carer", "how": "visit"}, follow=True)
    assert "ยืนยันแล้ว" in said(answer.content)


# --- two people correct the same person ------------------------------------------------------------


def opened(client: Client, who: Person) -> dict[str, str]:
    """The form as somebody has it on the table."""
    form = client.get(f"/people/{who.id}/correct/").context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_two_corrections_of_one_field_show_both_and_lose_none(nurse: Client, ours: Person) -> None:
    first, second = opened(nurse, ours), opened(nurse, ours)
    nurse.post(f"/people/{ours.id}/correct/", first | {"nickname": "ยายของเขา", "phone": "0000012345"})
    answer = nurse.post(f"/people/{ours.id}/correct/", second | {"nickname": "ยายของเรา"}, headers=PART)
    part = said(answer.content)
    assert answer.status_code == 409
    assert "ยายของเขา" in part
    assert "ยายของเรา" in part
    assert 'name="keep_nickname"' in part
    assert 'name="keep_phone"' not in part
    assert "000-001-2345" in part  # untouched here, so theirs already stands in the field


@pytest.mark.parametrize(("keep", "kept"), [("ours", "ยายของเรา"), ("theirs", "ยายของเขา")])
def test_the_one_chosen_is_kept_and_the_untouched_field_of_the_other_too(
    nurse: Client, ours: Person, keep: str, kept: str
) -> None:
    first, second = opened(nurse, ours), opened(nurse, ours)
    nurse.post(f"/people/{ours.id}/correct/", first | {"nickname": "ยายของเขา", "phone": "0000012345"})
    form = nurse.post(f"/people/{ours.id}/correct/", second | {"nickname": "ยายของเรา"}).context["form"]
    again = {name: form[name].value() or "" for name in form.fields} | {"keep_nickname": keep}
    answer = nurse.post(f"/people/{ours.id}/correct/", again, headers=PART)
    assert answer.headers["HX-Redirect"] == f"/people/{ours.id}/"
    ours.refresh_from_db()
    assert (ours.nickname, ours.phone) == (kept, "0000012345")


def test_corrections_of_different_fields_are_merged_and_it_says_so(nurse: Client, ours: Person) -> None:
    first, second = opened(nurse, ours), opened(nurse, ours)
    nurse.post(f"/people/{ours.id}/correct/", first | {"phone": "0000012345"})
    answer = nurse.post(f"/people/{ours.id}/correct/", second | {"nickname": "ยาย"}, headers=PART)
    assert "รวมให้แล้ว" in said(answer.content)
    assert 'name="keep_' not in said(answer.content)

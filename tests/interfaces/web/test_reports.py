"""Reports on the page: what a seat sees of people, or sums with small numbers closed; files are written down."""

from __future__ import annotations

import html
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from openpyxl import load_workbook
from pypdf import PdfReader

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal.models import Details, Entry
from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import assistance
from sanam.domain.registry.operations.assistance import Received
from sanam.domain.registry.words import Help
from sanam.interfaces.web.reports import tiles
from sanam.interfaces.web.reports.tiles import Block, Tile
from tests.cast import PASSWORD, Cast
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

PAGES = ["/reports/", "/reports/changes/", "/reports/cards/", "/reports/homes/", "/reports/overlaps/", "/reports/map/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_report_stays_within_eight_statements_and_one_for_the_rule_it_stands_by(enter: Enter, path: str) -> None:
    for who in ("nurse", "regional"):
        asked = statements(enter(who), path)
        assert len(asked) <= 9
        assert sum('FROM "parameters_turn"' not in one for one in asked) <= 8


def test_who_sees_the_people_reads_numbers_that_lead_to_them(enter: Enter, field: Cast) -> None:
    page = enter("nurse").get("/reports/").content.decode()
    assert "มีคนอยู่ในทะเบียน 4\u00a0คน" in page
    assert "/people/?area=93051205&amp;group=disabled" in page
    found = enter("nurse").get("/people/?area=93051205&group=disabled").content.decode()
    assert "เอียด" in found
    assert "พิมพ์" not in found


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("who", ["regional", "unscoped"])
def test_who_does_not_see_them_reads_no_name_and_no_small_number(enter: Enter, who: str, path: str) -> None:
    page = enter(who).get(path).content.decode()
    assert not [name for name in ("เอียด", "คล้าย", "ทองนุ่น", "สมหมาย") if name in page]
    assert "/people/?area=" not in page
    assert who == "unscoped" or path == "/reports/overlaps/" or "ปิดไว้" in page


def test_a_place_elsewhere_is_not_here(enter: Enter, field: Cast) -> None:
    for area in ("900101", "93", "x", "93051205%"):
        assert enter("nurse").get("/reports/", {"area": area}).status_code == 404
    assert enter("nurse").get("/reports/changes/?month=2569-13").status_code == 422
    assert enter("nurse").get("/reports/nosuch/").status_code == 404


def with_password(enter: Enter, who: str = "nurse") -> Client:
    """Somebody who gave the password a moment ago."""
    client = enter(who)
    client.post("/account/again/", {"password_again": PASSWORD})
    return client


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_a_file_is_taken_for_the_password_alone(enter: Enter, field: Cast, form: str) -> None:
    """Asked first, led back to the button, and then the file: nobody is left standing at the question."""
    client, sent = enter("nurse"), {"format": form, "area": "930512", "month": "2026-11"}
    asked = client.post("/reports/changes/file/", sent)
    assert asked.status_code == 302
    assert not Entry.objects.filter(did="report.exported").exists()
    start = parse_qs(urlsplit(asked.headers["Location"]).query)["next"][0]
    assert start == "/reports/changes/?area=930512&month=2026-11#take"
    assert "เราขอรหัสผ่านก่อนเอาไฟล์ออก" in client.get(start).content.decode()
    back = client.post("/account/again/", {"password_again": PASSWORD, "next": start})
    assert back.headers["Location"] == start
    page = client.get(start).content.decode()
    assert "กดเอาไฟล์ได้เลย" in page
    assert 'id="take"' in page
    assert "Content-Disposition" in client.post("/reports/changes/file/", sent).headers
    assert Entry.objects.filter(did="report.exported").count() == 1


def test_who_may_see_no_report_is_not_asked_for_a_password(enter: Enter, field: Cast) -> None:
    for path, sent, said in (
        ("/reports/nosuch/file/", {"format": "pdf"}, 404),
        ("/reports/groups/file/", {"format": "exe"}, 422),
        ("/reports/groups/file/", {"format": "pdf", "area": "900101"}, 404),
    ):
        assert enter("nurse").post(path, sent).status_code == said


def test_a_spreadsheet_is_written_down_before_it_leaves(enter: Enter, field: Cast) -> None:
    answer = with_password(enter).post("/reports/homes/file/", {"format": "xlsx", "area": "930512"})
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    assert len(load_workbook(io.BytesIO(answer.content)).sheetnames) == 2
    told = Entry.objects.get(did="report.exported")
    assert (told.actor_ref, told.to) == (field.nurse.ref, "report:homes")
    values = Details.objects.get(entry=told.pk).values
    assert values == {"format": "xlsx", "area": "930512", "month": values["month"], "rows": 3}


def test_everybody_named_on_a_paper_was_looked_at(enter: Enter, field: Cast, ours: Person) -> None:
    answer = with_password(enter).post("/reports/changes/file/", {"format": "pdf"})
    assert answer.headers["Content-Type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "เอียด" in text
    told = Entry.objects.get(did="report.exported")
    looked = set(Entry.objects.filter(because=f"entry:{told.pk}", did="person.looked").values_list("to", flat=True))
    assert ours.ref in looked
    assert len(looked) == 4


def test_a_look_at_a_report_is_written(enter: Enter, field: Cast) -> None:
    enter("regional").get("/reports/")
    enter("nurse").get("/reports/homes/")
    looked = Entry.objects.filter(did="report.looked").values_list("to", flat=True)
    assert set(looked) == {"report:groups", "report:homes"}


def block(code: str, *numbers: int | None) -> Block:
    return Block(code, f"ต.{code}", [Tile(f"ม.{at}", f"หมู่ {at}", number) for at, number in enumerate(numbers, start=1)])


def codes(grid: tiles.Grid) -> list[list[str]]:
    return [[one.code if one else "" for one in row] for row in grid]


def test_tiles_lie_from_north_to_south_and_from_west_to_east() -> None:
    blocks = [block(code, 1) for code in ("930501", "930502", "930504", "930505")]
    middles = {"930501": (7.6, 100.1), "930502": (7.8, 100.2), "930504": (7.7, 100.0)}
    assert codes(tiles.arranged(blocks, middles, {})) == [["930504", "930502"], ["930501", "930505"]]
    assert tiles.arranged(blocks, middles, {}) == tiles.arranged(blocks[::-1], middles, {})


def test_tiles_lie_as_the_districts_keeper_said() -> None:
    """Rows that hold nobody close up, an empty place stays open, and whom nobody placed comes after."""
    blocks = [block(code, 1) for code in ("930501", "930502", "930504", "930505")]
    kept = {"930502": (1, 3), "930501": (4, 1), "930504": (4, 2)}
    grid = tiles.arranged(blocks, {}, kept)
    assert codes(grid) == [["", "", "930502"], ["930501", "930504", ""], ["930505", "", ""]]
    assert tiles.picture(grid, "x").count('class="tb" x="') == 4
    assert codes(tiles.arranged(blocks[:1], {}, kept)) == [["930501"]]


def test_a_map_is_drawn_for_phones_and_told_in_its_label() -> None:
    drawn = tiles.picture([[block("930501", 7, None, 24), block("930502", 9)]], "ผู้สูงอายุ: หมู่ 1 7")
    assert 'viewBox="0 0 348 ' in drawn
    assert 'role="img" aria-label="ผู้สูงอายุ: หมู่ 1 7"' in drawn
    assert drawn.count("url(#closed)") == 1
    assert "step-4" in drawn


def test_the_scale_is_even_and_holds_every_number() -> None:
    scale = tiles.steps([block("930501", 5, 8, 17, None)])
    assert scale == [(5, 8), (9, 12), (13, 16), (17, 17)]
    assert tiles.steps([block("930501", None, 0)]) == []
    assert [step for step, _ in tiles.key([(5, 5)])] == [4]


def test_the_map_says_all_its_numbers_again_as_a_table(enter: Enter, field: Cast) -> None:
    page = enter("nurse").get("/reports/map/?measure=people").content.decode()
    assert "แผนที่ทุกคน. ต.พนางตุง: " in page
    assert page.count("<tbody>") == 1
    assert "อ่านเป็นตาราง" in page


def test_a_long_list_goes_on_page_by_page(enter: Enter, field: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Following «ดูต่อ» reads everybody once, and the last page leads nowhere but back to the first."""
    monkeypatch.setattr("sanam.interfaces.web.reports.views.ON_A_PAGE", 1)
    nurse, address, read = enter("nurse"), "/reports/changes/", []
    while address:
        page = nurse.get(address).content.decode()
        read += re.findall(r'<th scope="row"><a href="/people/([0-9a-f-]{36})/', page)
        on = re.search(r'href="(\?[^"]*part=new[^"]*)"', page)
        address = f"/reports/changes/{html.unescape(on[1])}" if on else ""
    assert len(read) == len(set(read)) == 4
    assert "กลับไปต้นรายการ" in page
    assert "ยังมีอีก 3" in nurse.get("/reports/changes/").content.decode()


def test_overlaps_go_on_page_by_page(
    enter: Enter, field: Cast, ours: Person, neighbour: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanam.interfaces.web.reports.views.ON_A_PAGE", 1)
    for person in (ours, neighbour):
        for outsider in ("วัดทะเลน้อย", "ร้านขายยา"):
            gift = Received(Help.DEVICE, PartialDate.from_date(clock.today()), outsider=outsider, words="ผ้าอ้อม")
            assistance.note(by=field.nurse, person=person, received=gift)
    first = enter("nurse").get("/reports/overlaps/").content.decode()
    assert "ยังมีอีก 1" in first
    on = re.search(r'href="(\?[^"]*part=overlaps[^"]*)"', first)
    assert on
    second = enter("nurse").get(f"/reports/overlaps/{html.unescape(on[1])}").content.decode()
    assert [str(ours.pk) in page for page in (first, second)] != [str(neighbour.pk) in page for page in (first, second)]
    assert not re.search(r'href="\?[^"]*part=overlaps', second)

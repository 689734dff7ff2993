"""Photos sent from a phone without JavaScript, described, published, and read by a stranger."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.domain.media.images import PAGE, SECRET, png_claiming, telling
from tests.journeys.conftest import District, Doors

pytestmark = pytest.mark.browser


def test_from_the_phone_to_the_public_page(enter: Doors, district: District, tmp_path: Path) -> None:
    at = district.at("/gatherings/{gathering}/photos/")
    phone = enter("secretary", width=390, javascript=False)
    phone.goto(at)
    bad = [("page.jpg", PAGE), ("wide.png", png_claiming(30_000, 30_000)), ("big.jpg", bytes(16 * 1024**2))]
    for name, file in [("good.jpg", telling("JPEG")), *bad]:
        (tmp_path / name).write_bytes(file)
    phone.set_input_files("#photos", [tmp_path / name for name in ("good.jpg", "page.jpg", "wide.png", "big.jpg")])
    phone.get_by_role("button", name="ส่งภาพ").click(timeout=60_000)
    told = phone.get_by_role("alert")
    expect(told).to_contain_text("page.jpg")
    expect(told).to_contain_text("40 ล้านจุด")
    expect(told).to_contain_text("15 MB")
    expect(told).to_contain_text("เก็บแล้ว 1 ภาพ")

    # the newest stands last, and waits for its words
    phone.get_by_role("link", name="เล่าว่าในภาพมีอะไร").last.click()
    phone.get_by_label("ในภาพมีอะไร").fill("ศาลาริมคลองตอนเช้า")
    phone.get_by_label("ไม่เห็นว่าเป็นใคร").check()
    phone.get_by_role("button", name="บันทึก").click()
    expect(phone.get_by_role("status")).to_contain_text("บันทึกแล้ว")

    stranger = enter("nobody", width=390)
    stranger.goto(district.at("/g/{gathering}/"))
    photo = stranger.get_by_role("img", name="ศาลาริมคลองตอนเช้า")
    photo.scroll_into_view_if_needed()
    source = photo.get_attribute("src")
    assert source
    for form in (source, source.partition("?")[0]):
        file = stranger.request.get(f"{district.url}{form}").body()
        assert file.startswith(b"\xff\xd8\xff")
        assert SECRET not in file
        assert b"Exif" not in file

    phone.goto(district.at("/gatherings/{gathering}/"))
    with phone.expect_download() as download:
        phone.get_by_role("button", name="PDF").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")

"""What hospitals say of a village, with whose file and of which day, where a secretary looks."""

from __future__ import annotations

from pathlib import Path

from tests.cast import HERE, Cast, export, read_in
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

PAGE = "/people/work/villages/930512/"


def say(tmp_path: Path, **said: str) -> None:
    read_in(export(tmp_path, VILLAGE=[{"HOSPCODE": HERE, "VID": "93051205", "D_UPDATE": "20260930120000"} | said]))


def test_counts_stand_beside_our_own_with_hospital_and_day(enter: Enter, field: Cast, tmp_path: Path) -> None:
    say(tmp_path, NUMACTUALLY="412", NTEMPLE="2")
    secretary = enter("secretary")
    assert PAGE in secretary.get("/people/work/villages/").content.decode()
    page = secretary.get(PAGE).content.decode().replace("\u00a0", " ")
    for part in ("หมู่ 5", ">412<", ">2<", "30 ก.ย. 2569", "รพ.สต.พนางตุง"):
        assert part in page, part
    assert "แฟ้มไม่ได้บอก" in page


def test_a_place_elsewhere_is_not_here(enter: Enter, field: Cast) -> None:
    for area in ("900101", "9305", "93051205", "x"):
        assert enter("nurse").get(f"/people/work/villages/{area}/").status_code == 404


def test_it_takes_few_statements(enter: Enter, field: Cast, tmp_path: Path) -> None:
    say(tmp_path, NUMACTUALLY="412")
    assert len(statements(enter("secretary"), PAGE)) <= 8

"""The sub-district hospitals, and how differently their systems write the same files."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sanam.sample.places import FEW_MUSLIMS, MUSLIM_VILLAGES, TAMBONS, Tambon, village_code
from sanam.sample.things import Hospital, Style, Village

STYLES = {
    "01": Style(),
    "02": Style(encoding="tis-620"),
    "04": Style(upper=False),
    "05": Style(folder=True, stamps_export=True),
    "06": Style(newline="\n", vhvid="local"),
    "08": Style(encoding="tis-620", upper=False, folder=True, vhvid="text"),
    "09": Style(hospcode9=False, vhvid="local"),
    "10": Style(reordered=True),
    "11": Style(extra=("HN_OLD", "REMARK"), vhvid="text"),
    "12": Style(folder=True),
    "13": Style(encoding="utf-8-sig", stamps_export=True),
    "16": Style(encoding="tis-620", newline="\n", upper=False, reordered=True, hospcode9=False),
}
"""By sub-district. UTF-8 with and without a mark, TIS-620; columns added, left out, in another order."""

MAIN_HOSPITAL = "99900"
"""The community hospital at which people of the district are insured; it sends no file here."""


def hospital_code(tambon: str) -> str:
    """99xxx: no hospital has such a code."""
    return f"993{tambon}"


def found(today: date) -> list[Hospital]:
    """The hospitals of the district with their villages, before anybody lives there."""
    return [_found(tambon, today, position) for position, tambon in enumerate(TAMBONS)]


def _found(tambon: Tambon, today: date, position: int) -> Hospital:
    evening = datetime.combine(today - timedelta(days=1 + position % 3), time(16, 30))
    return Hospital(
        code=hospital_code(tambon.code),
        name=f"รพ.สต.{tambon.name} (สมมติ)",
        tambon=tambon.code,
        style=STYLES[tambon.code],
        exported=evening + timedelta(minutes=7 * position, seconds=11 * position),
        villages=[_village(tambon, number, name) for number, name in enumerate(tambon.villages, start=1)],
    )


def _village(tambon: Tambon, number: int, name: str) -> Village:
    code = village_code(tambon, number)
    return Village(code, f"บ้าน{name}", MUSLIM_VILLAGES.get(code, FEW_MUSLIMS))

"""Names of months and days, and the two eras.

The Buddhist era here is always the common era + 543, as the civil register computes it today. Before
2484 (1941) the year began on 1 April, so a date in January to March on an old paper is a year later.
"""

from __future__ import annotations

from typing import NamedTuple

ERA = 543


class Month(NamedTuple):
    """The names of one month: in full, short as in a table, and bare without -คม or -ยน."""

    th: str
    th_short: str
    th_bare: str
    en: str
    en_short: str


MONTHS: tuple[Month, ...] = (
    Month("มกราคม", "ม.ค.", "มกรา", "January", "Jan"),
    Month("กุมภาพันธ์", "ก.พ.", "กุมภา", "February", "Feb"),
    Month("มีนาคม", "มี.ค.", "มีนา", "March", "Mar"),
    Month("เมษายน", "เม.ย.", "เมษา", "April", "Apr"),
    Month("พฤษภาคม", "พ.ค.", "พฤษภา", "May", "May"),
    Month("มิถุนายน", "มิ.ย.", "มิถุนา", "June", "Jun"),
    Month("กรกฎาคม", "ก.ค.", "กรกฎา", "July", "Jul"),
    Month("สิงหาคม", "ส.ค.", "สิงหา", "August", "Aug"),
    Month("กันยายน", "ก.ย.", "กันยา", "September", "Sep"),
    Month("ตุลาคม", "ต.ค.", "ตุลา", "October", "Oct"),
    Month("พฤศจิกายน", "พ.ย.", "พฤศจิกา", "November", "Nov"),
    Month("ธันวาคม", "ธ.ค.", "ธันวา", "December", "Dec"),
)

# Monday first, as date.weekday() counts.
WEEKDAYS: tuple[tuple[str, str], ...] = (
    ("จันทร์", "Monday"),
    ("อังคาร", "Tuesday"),
    ("พุธ", "Wednesday"),
    ("พฤหัสบดี", "Thursday"),
    ("ศุกร์", "Friday"),
    ("เสาร์", "Saturday"),
    ("อาทิตย์", "Sunday"),
)

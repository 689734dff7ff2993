"""Thai dates: one place to import them from.

    read_date("๑๐ ม.ค. ๖๓")                    → PartialDate(2020, 1, 10)
    say_date(read_date("10 ม.ค. 63"))          → "10 ม.ค. 2563"
    say_date(PartialDate(1942))                → "พ.ศ. 2485 ไม่ทราบวันเดือน"

How they are kept is in `partial_date`, how they are read in `date_reading`, how they are said in
`date_saying`, and the names of months and days in `calendar`.
"""

from sanam.domain.foundation.thai.calendar import ERA
from sanam.domain.foundation.thai.date_reading import find_date, read_date
from sanam.domain.foundation.thai.date_saying import say_ago, say_date, say_span, say_time, say_weekday_date
from sanam.domain.foundation.thai.partial_date import PartialDate, Precision, age_in_years

__all__ = [
    "ERA",
    "PartialDate",
    "Precision",
    "age_in_years",
    "find_date",
    "read_date",
    "say_ago",
    "say_date",
    "say_span",
    "say_time",
    "say_weekday_date",
]

"""What a 43-file export can be told: problems of a line, and why a whole export is turned away."""

from __future__ import annotations

from sanam.interfaces.cli.reference.tables import code, table
from sanam.interfaces.files.f43.problems import KINDS
from sanam.interfaces.files.f43.refusals import REFUSALS
from sanam.interfaces.files.lists import headers
from sanam.interfaces.files.lists.problems import KINDS as OF_A_LIST
from sanam.interfaces.files.lists.refusals import REFUSALS as LIST_REFUSALS

PROBLEMS_INTRO = """# เรื่องให้ดูใน 43 แฟ้ม · Problems of a line

แต่ละบรรทัดที่มีเรื่องให้ดูบอกแฟ้ม บรรทัด และคอลัมน์ ไม่บอกค่า · Each names file, line and column, never the value.
`✗` คือบรรทัดนี้ยังไม่ได้อ่าน นอกนั้นอ่านแล้ว · `✗` marks a line that was not read; all others were.
"""
REFUSALS_INTRO = """# เหตุที่อ่าน 43 แฟ้มไม่ได้ · Why an export is turned away

ไม่มีอะไรถูกบันทึก · Nothing was read in.
"""
LIST_INTRO = """# ตารางรายชื่อ · Spreadsheets of people

หัวคอลัมน์ที่เข้าใจ เว้นวรรค จุด ขีด และตัวพิมพ์ไม่สำคัญ · Headers that are understood; spaces, dots, dashes and case do not matter.
"""
LIST_PROBLEMS = """
## เรื่องให้ดู · Problems of a row

`✗` คือแถวนี้ยังไม่ได้อ่าน · `✗` marks a row that was not read.
"""
LIST_REFUSED = """
## เหตุที่อ่านไม่ได้ · Why a list is turned away
"""


def problems() -> str:
    """The page of problems."""
    rows = ((code(name), "✗" if kind.row_left_out else "", kind.th, kind.en) for name, kind in KINDS.items())
    return "\n".join([PROBLEMS_INTRO, table(("code", "", "ไทย", "English"), rows)])


def refusals() -> str:
    """The page of refusals."""
    rows = ((code(name), th, en) for name, (th, en) in REFUSALS.items())
    return "\n".join([REFUSALS_INTRO, table(("code", "ไทย", "English"), rows)])


def lists() -> str:
    """The page of spreadsheets: headers, problems, refusals."""
    words = ((code(name), ", ".join(said)) for name, said in headers.AS_WRITTEN.items())
    rows = ((code(name), "✗" if kind.row_left_out else "", kind.th, kind.en) for name, kind in OF_A_LIST.items())
    turned_away = ((code(name), th, en) for name, (th, en) in LIST_REFUSALS.items())
    return "\n".join(
        [
            LIST_INTRO,
            table(("ใช้เป็น · used as", "หัวคอลัมน์ · headers"), words),
            LIST_PROBLEMS,
            table(("code", "", "ไทย", "English"), rows),
            LIST_REFUSED,
            table(("code", "ไทย", "English"), turned_away),
        ]
    )

"""A report to write out, with the texts that spreadsheets and papers stumble over."""

from __future__ import annotations

from datetime import date

from sanam.interfaces.files.reports.report import Head, Report, Row, Table

HARD = (
    "น้ำท่วมบ้านย่า ลำน้ำตื้น ก้ำกึ่ง ค่ำคืน ทำบุญ จำนำ สำคัญ อำเภอ",
    "ผู้สูงอายุ พี่เลี้ยง ซึ่งกลิ้ง ทั้งหมด ขึ้นพึ่งพิง เมื่อปี่ชวา ฟื้นฟู ปู่ย่า",
    "องค์การบริหารส่วนตำบล คณะกรรมการพัฒนาคุณภาพชีวิตระดับอำเภอควนขนุน จังหวัดพัทลุง",
    "ปฏิญญา ฎีกา ญี่ปุ่น ฐานันดร ฟ้าร้อง ปิ่นโต ฝั่งโน้น เก๊กฮวย ก๋วยเตี๋ยว",
    'Barthel 20 [x] #strong("a") $1$ \\u{41} (((b))) <c> & "q"',
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0")


def report(language: str = "th", rows: list[Row] | None = None) -> Report:
    """One table of texts, numbers and a closed cell."""
    lines = [Row([text, at, None]) for at, text in enumerate(HARD, start=1)]
    heads = [Head("พื้นที่ตำบล"), Head("ผู้สูงอายุ", numbers=True), Head("ที่ปิดไว้", numbers=True)]
    return Report(
        kind="groups",
        title="จำนวนผู้สูงอายุในตำบลพนางตุง",
        where="ต.พนางตุง อ.ควนขนุน",
        day=date(2026, 11, 25),
        language=language,  # type: ignore[arg-type]
        exact=False,
        sentences=["ในตำบลพนางตุงมีผู้สูงอายุ 412 คน"],
        tables=[Table("รายหมู่บ้านทั้งหมด", heads, lines if rows is None else rows)],
        notes=["ตัวเลขถึง 25 พ.ย. 2569", "น้อยกว่า 5 ปิดไว้"],
    )

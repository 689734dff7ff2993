"""What people's data is used for: the catalogue of purposes, from which a district's record of processing begins."""

from __future__ import annotations

from sanam.domain.registry.purposes import MEASURES, PURPOSES, Purpose
from sanam.interfaces.cli.reference.tables import code, table

INTRO = """# เราใช้ข้อมูลเพื่ออะไร · What data is used for

มาตราอ้าง พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 หน้า `/people/purposes/` แสดงพร้อมจำนวนที่ยินยอมอยู่
พิมพ์ได้ (มาตรา 39) · Sections are those of the Personal Data Protection Act B.E. 2562. The page `/people/purposes/`
shows this with how many consents last, to be printed as the record of processing (section 39). A purpose that is not
here has no ground, and nothing is shared by it.
"""
HEADER = ("", "ไทย", "English")


def page() -> str:
    """The page of purposes, each as a table, and what guards the data."""
    parts = [INTRO, *(_one(purpose) for purpose in PURPOSES.values())]
    return "\n".join(
        [*parts, "## รักษาความปลอดภัย · Security (37 (1))\n", table(HEADER, (("", *one) for one in MEASURES))]
    )


def _one(purpose: Purpose) -> str:
    rows = [
        ("ground", purpose.ground.th, purpose.ground.en),
        ("sensitive data", purpose.sensitive.th, purpose.sensitive.en),
        ("data", *purpose.fields),
        ("recipients", *purpose.recipients),
        ("kept", *purpose.retention),
        ("opens the record", "เปิด" if purpose.opens else "ไม่เปิด", "yes" if purpose.opens else "no"),
        ("to settle", *purpose.to_settle),
    ]
    told = ((code(name), th, en) for name, th, en in rows if th)
    return f"## {purpose.th} · {purpose.en}\n\n{table(HEADER, told)}"

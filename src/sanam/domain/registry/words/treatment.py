"""Rights to treatment and long illnesses, by the ministry's codes."""

from __future__ import annotations

SCHEMES: dict[str, tuple[str, str]] = {
    "0100": ("หลักประกันสุขภาพถ้วนหน้า (บัตรทอง)", "universal coverage"),
    "1100": ("สวัสดิการข้าราชการ", "civil servants' medical benefit"),
    "4200": ("ประกันสังคม", "social security"),
    "8301": ("ผู้มีปัญหาสถานะและสิทธิ", "people whose status is being settled"),
}
"""Rights to treatment by INSTYPE_NEW, as far as we can name them; others are kept and shown by their code."""

ILLNESSES: dict[str, tuple[str, str]] = {
    "B20": ("ติดเชื้อเอชไอวี", "HIV"),
    "C": ("มะเร็ง", "cancer"),
    "E10": ("เบาหวานชนิดที่ 1", "type 1 diabetes"),
    "E11": ("เบาหวาน", "type 2 diabetes"),
    "E78": ("ไขมันในเลือดสูง", "high blood lipids"),
    "F00": ("สมองเสื่อม", "dementia"),
    "F03": ("สมองเสื่อม", "dementia"),
    "F20": ("จิตเภท", "schizophrenia"),
    "F32": ("ซึมเศร้า", "depression"),
    "G40": ("ลมชัก", "epilepsy"),
    "I10": ("ความดันโลหิตสูง", "high blood pressure"),
    "I25": ("หัวใจขาดเลือด", "ischaemic heart disease"),
    "I50": ("หัวใจล้มเหลว", "heart failure"),
    "I64": ("หลอดเลือดสมอง", "stroke"),
    "I69": ("ผลจากหลอดเลือดสมอง", "after a stroke"),
    "J44": ("ปอดอุดกั้นเรื้อรัง", "chronic obstructive lung disease"),
    "J45": ("หืด", "asthma"),
    "M10": ("เกาต์", "gout"),
    "M17": ("ข้อเข่าเสื่อม", "osteoarthritis of the knee"),
    "N18": ("ไตเรื้อรัง", "chronic kidney disease"),
}
"""Long illnesses by the beginning of their ICD-10 code, in everyday words; others are shown by their code."""

ILLNESS_STATES: dict[str, tuple[str, str]] = {
    "recovered": ("หายแล้ว", "recovered"),
    "died": ("เสียชีวิต", "died"),
    "in_treatment": ("ยังรักษาอยู่", "in treatment"),
    "awaiting": ("รอจำหน่าย", "to be discharged"),
    "left": ("ขาดการรักษา", "treatment broke off"),
    "completed": ("รักษาครบแล้ว", "treatment completed"),
    "in_remission": ("สงบอยู่", "in remission"),
    "declined": ("ไม่ประสงค์รักษา", "declined treatment"),
    "moved_away": ("ย้ายออกจากพื้นที่", "moved away"),
    "relapsed": ("กลับเป็นซ้ำ", "relapsed"),
}
"""What came of an illness (TYPEDISCH)."""

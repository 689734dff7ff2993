"""Code lists of the ministry's dictionary: what is written, the word we keep, what it is called in Thai.

The word is "" where the dictionary says "not known" or "other": we keep nothing rather than a guess.
"""

from __future__ import annotations

CODES: dict[str, dict[str, tuple[str, str]]] = {
    "SEX": {"1": ("male", "ชาย"), "2": ("female", "หญิง")},
    "MSTATUS": {
        "1": ("single", "โสด"),
        "2": ("married", "คู่"),
        "3": ("widowed", "หม้าย"),
        "4": ("divorced", "หย่า"),
        "5": ("separated", "แยก"),
        "6": ("ordained", "สมณะ"),
        "9": ("", "ไม่ทราบ"),
    },
    "FSTATUS": {"1": ("head", "เจ้าบ้าน"), "2": ("member", "ผู้อาศัย")},
    "VSTATUS": {
        "1": ("headman", "กำนันหรือผู้ใหญ่บ้าน"),
        "2": ("volunteer", "อสม."),
        "3": ("tambon_doctor", "แพทย์ประจำตำบล"),
        "4": ("councillor", "สมาชิก อบต."),
        "5": ("", "อื่น ๆ"),
    },
    "DISCHARGE": {
        "1": ("dead", "ตาย"),
        "2": ("moved", "ย้าย"),
        "3": ("lost", "สาบสูญ"),
        "9": ("alive", "ไม่จำหน่าย"),
    },
    "TYPEAREA": {
        "1": ("1", "มีชื่อในทะเบียนบ้านและอยู่จริง"),
        "2": ("2", "มีชื่อในทะเบียนบ้านแต่ตัวไม่อยู่"),
        "3": ("3", "อยู่จริงแต่ทะเบียนบ้านอยู่นอกเขต"),
        "4": ("4", "อยู่นอกเขต เข้ามารับบริการ"),
        "5": ("5", "ไม่มีที่อยู่ เร่ร่อน"),
    },
    "ADDRESSTYPE": {"1": ("registered", "ตามทะเบียนบ้าน"), "2": ("contact", "ที่ติดต่อได้")},
    "DISABTYPE": {
        "1": ("seeing", "ทางการเห็น"),
        "2": ("hearing", "ทางการได้ยินหรือสื่อความหมาย"),
        "3": ("moving", "ทางการเคลื่อนไหวหรือทางร่างกาย"),
        "4": ("mental", "ทางจิตใจหรือพฤติกรรม"),
        "5": ("intellectual", "ทางสติปัญญา"),
        "6": ("learning", "ทางการเรียนรู้"),
        "7": ("autism", "ออทิสติก"),
    },
    "DISABCAUSE": {"1": ("birth", "แต่กำเนิด"), "2": ("injury", "บาดเจ็บ"), "3": ("disease", "โรค")},
    "DEPENDENT": {
        "1": ("independent", "ไม่พึ่งพิง"),
        "2": ("partly", "พึ่งพิงน้อย"),
        "3": ("mostly", "พึ่งพิงมาก"),
    },
    "TYPEDISCH": {
        "01": ("recovered", "หาย"),
        "02": ("died", "ตาย"),
        "03": ("in_treatment", "ยังรักษา"),
        "04": ("", "ไม่ทราบ"),
        "05": ("awaiting", "รอจำหน่าย"),
        "06": ("left", "ขาดการรักษา"),
        "07": ("completed", "ครบการรักษา"),
        "08": ("in_remission", "สงบ"),
        "09": ("declined", "ปฏิเสธการรักษา"),
        "10": ("moved_away", "ออกจากพื้นที่"),
        "11": ("relapsed", "กลับเป็นซ้ำ"),
    },
}

# What a reader looks a code up in: the word alone, and "" for an empty cell.
WORDS: dict[str, dict[str, str]] = {
    column: {"": "", **{code: word for code, (word, _) in codes.items()}} for column, codes in CODES.items()
}

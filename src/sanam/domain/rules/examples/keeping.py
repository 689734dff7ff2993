"""How we keep what we know of people."""

from __future__ import annotations

from sanam.domain.rules.examples.shape import Example, Said, clause

KEEPING = (
    Example(
        "none_below_ten",
        Said("ตัวเลขที่น้อยกว่า 10 ไม่บอกใคร", "No number below 10 is shown"),
        Said("ในหมู่บ้านเล็ก ตัวเลขน้อย ๆ บอกได้ว่าเป็นใคร", "In a small village a small number says who it is."),
        (
            clause(
                "รายงานและแผนที่ไม่แสดงตัวเลขที่น้อยกว่า 10",
                "Reports and maps show no number below 10.",
                numbers__smallest_shown=10,
            ),
            clause("เอกสารที่เราพิมพ์แจกใช้เกณฑ์เดียวกัน", "What we print and hand out keeps to the same."),
        ),
    ),
    Example(
        "answered_in_fifteen_days",
        Said("ตอบเจ้าของข้อมูลภายใน 15 วัน", "A person's request is answered within 15 days"),
        Said("กฎหมายให้ 30 วัน เราทำได้เร็วกว่านั้น", "The law gives 30 days, and we can be quicker."),
        (
            clause(
                "ใครขอดู ขอแก้ หรือขอลบข้อมูลของตัวเอง ได้คำตอบภายใน 15 วัน",
                "Who asks to see, correct or erase their own data is answered within 15 days.",
                requests__answer_within=15,
            ),
            clause("ตอบด้วยปากก่อนได้ แล้วตามด้วยหนังสือ", "By word first if that is quicker, in writing after."),
        ),
    ),
    Example(
        "asked_again_in_six_months",
        Said("ความยินยอมถามใหม่ทุก 6 เดือน", "Consent is asked again every 6 months"),
        Said("คนเปลี่ยนใจได้ และลืมได้ว่าเคยยอมอะไรไว้", "People may change their mind, and forget what they agreed to."),
        (
            clause(
                "ความยินยอมให้คนอื่นเห็นข้อมูล มีอายุไม่เกิน 6 เดือน",
                "A consent that others may see lasts 6 months at most.",
                consents__longest=6,
            ),
            clause("ก่อนหมดอายุ ไปถามถึงบ้าน ไม่ถามทางข้อความ", "Before it ends somebody asks at the house, not by message."),
        ),
    ),
)

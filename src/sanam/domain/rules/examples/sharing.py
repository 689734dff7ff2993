"""What we share, and who tells whom."""

from __future__ import annotations

from sanam.domain.rules.examples.shape import Example, Said, clause

SHARING = (
    Example(
        "lent_across_borders",
        Said("ยืมอุปกรณ์ข้ามตำบลได้", "Equipment is lent across sub-districts"),
        Said(
            "เตียงว่างอยู่ตำบลหนึ่ง คนรออยู่อีกตำบล", "A bed stands idle in one sub-district while somebody waits in the next."
        ),
        (
            clause(
                "ตำบลที่มีของว่างให้ตำบลอื่นยืมได้ คราวละไม่เกิน 6 เดือน",
                "What is not in use is lent to others, up to 6 months at a time.",
            ),
            clause(
                "ตำบลที่ยืมไปเป็นคนไปรับ ไปส่ง และทำความสะอาดก่อนคืน",
                "Who borrows fetches it, brings it back, and cleans it first.",
            ),
            clause(
                "ของเสียบอกกันทันที ซ่อมร่วมกัน ไม่ปรับกัน", "What breaks is told at once and repaired together, with no fines."
            ),
        ),
    ),
    Example(
        "somebody_moves",
        Said("ใครย้ายบ้าน ใครบอกใคร", "When somebody moves, who tells whom"),
        Said(
            "คนย้ายแล้วหายจากการดูแล เพราะทุกคนคิดว่ามีคนบอกแล้ว",
            "Who moves is lost from care, for everyone thinks another has told.",
        ),
        (
            clause("ใครรู้ก่อนว่ามีคนย้าย จดไว้ในวันนั้น", "Whoever learns of it first writes it down that day."),
            clause(
                "ผู้ดูแลเดิมโทรบอกผู้ดูแลใหม่ภายใน 7 วัน ด้วยความยินยอมของเขา",
                "Who cared before calls who cares next within 7 days, if the person agrees.",
            ),
            clause(
                "ถามที่อยู่ของทุกคนใหม่ทุก 12 เดือน",
                "Ask everyone's address anew every 12 months.",
                freshness__address=12,
            ),
        ),
    ),
    Example(
        "told_back",
        Said("เขียนแล้วได้คำตอบใน 7 วัน", "Who writes hears back within 7 days"),
        Said("คนเขียนที่ไม่เคยได้ยินผล จะเลิกเขียน", "Who never hears what came of it stops writing."),
        (
            clause(
                "ใครรับเรื่องไว้ บอกคนเขียนภายใน 7 วันว่าถึงไหนแล้ว",
                "Whoever takes a matter up tells who wrote it within 7 days how far it is.",
            ),
            clause("ถ้าทำไม่ได้ บอกตรง ๆ และบอกว่าใครน่าจะช่วยได้", "If it cannot be done, say so, and who else might help."),
        ),
    ),
    Example(
        "nobody_twice",
        Said("ของช่วยไม่ซ้ำ ไม่มีใครตกหล่น", "Help reaches nobody twice and nobody never"),
        Said("หลายหน่วยช่วยบ้านเดียวกัน บ้านข้าง ๆ ไม่มีใครไป", "Several help one house, and the house beside it sees nobody."),
        (
            clause("ให้อะไรใคร จดไว้ภายใน 3 วัน", "What is given to whom is written down within 3 days."),
            clause(
                "ก่อนให้ ดูก่อนว่าใครให้อะไรไปแล้ว และใครยังไม่เคยได้",
                "Before giving, look at who gave already, and who never received.",
            ),
        ),
    ),
    Example(
        "two_hours",
        Said("ประชุมไม่เกินสองชั่วโมง", "A meeting takes two hours at most"),
        Said("คนมีงานประจำมาได้ถ้ารู้ว่าเลิกกี่โมง", "People with work can come if they know when it ends."),
        (
            clause(
                "เริ่มและเลิกตามเวลา ไม่เกินสองชั่วโมง เรื่องที่ไม่ทันยกไปวงหน้า",
                "It begins and ends on time, two hours at most; what is left goes to the next.",
            ),
            clause("ทุกฝ่ายได้พูดก่อน ใครพูดแล้วรอให้ครบรอบ", "Every party speaks once before anybody speaks twice."),
            clause("ทุกเรื่องที่ตกลงมีชื่อคนทำและวัน", "Everything agreed has somebody's name and a day."),
        ),
    ),
)

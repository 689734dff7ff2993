"""Whom we visit, and when."""

from __future__ import annotations

from sanam.domain.rules.examples.shape import Example, Said, clause

VISITING = (
    Example(
        "home_from_hospital",
        Said("กลับจากโรงพยาบาล ไปหาภายใน 7 วัน", "Home from hospital: a visit within 7 days"),
        Said(
            "สัปดาห์แรกที่บ้านเป็นช่วงที่ต้องกลับไปนอนโรงพยาบาลซ้ำมากที่สุด",
            "Most who go back to hospital do so in their first week at home.",
        ),
        (
            clause(
                "โรงพยาบาลบอก รพ.สต. ในวันที่คนไข้กลับบ้าน ว่าต้องดูอะไรต่อ",
                "The hospital tells the sub-district health centre on the day somebody goes home what to watch.",
            ),
            clause(
                "มีคนไปหาถึงบ้านภายใน 7 วัน ใครไปก่อน จดไว้ให้คนอื่นเห็น",
                "Somebody visits within 7 days; whoever goes first writes it down for the others.",
            ),
            clause(
                "คนที่ไปหา บอกผลกลับโรงพยาบาลภายใน 7 วัน",
                "Whoever visited tells the hospital within 7 days how it is.",
            ),
        ),
    ),
    Example(
        "bedbound_every_two_months",
        Said("ถามกิจวัตรคนติดเตียงทุก 2 เดือน", "Daily living of the bedbound, every 2 months"),
        Said("คนติดเตียงเปลี่ยนเร็ว ข้อมูลเก่าพาไปผิดบ้าน", "The bedbound change quickly; old facts lead to the wrong door."),
        (
            clause(
                "ถามกิจวัตรของคนติดเตียงใหม่ทุก 2 เดือน",
                "Ask after the daily living of everyone bedbound every 2 months.",
                freshness__function_bed=2,
            ),
            clause("ใครอยู่ใกล้ไปก่อน ไปแล้วกดยืนยันในวันนั้น", "Whoever is near goes first, and confirms it the same day."),
        ),
    ),
    Example(
        "carers_too",
        Said("ถามคนดูแลทุก 3 เดือนว่ายังไหวไหม", "Ask carers every 3 months whether they can still bear it"),
        Said("คนดูแลล้มก่อนคนไข้ได้ และเปลี่ยนคนบ่อย", "A carer may fall before the patient does, and carers change."),
        (
            clause(
                "ถามทุก 3 เดือนว่าใครดูแล และคนดูแลยังไหวไหม",
                "Ask every 3 months who cares for them, and whether that person still can.",
                freshness__carer=3,
            ),
            clause(
                "ถ้าคนดูแลบอกว่าไม่ไหว หาคนผลัดให้ได้พักภายในหนึ่งสัปดาห์",
                "If a carer says it is too much, somebody takes a turn within a week.",
            ),
        ),
    ),
    Example(
        "ride_to_the_doctor",
        Said("รถไปหาหมอ", "A ride to the doctor"),
        Said("หลายคนขาดนัดเพราะไม่มีรถ ไม่ใช่เพราะไม่อยากไป", "Many miss their day for want of a car, not of will."),
        (
            clause("บอกล่วงหน้า 3 วันว่าใครมีนัดและไปเองไม่ได้", "Say 3 days ahead who has an appointment and no way there."),
            clause(
                "แต่ละหน่วยงานบอกทุกต้นเดือนว่ารถของตนว่างวันไหน",
                "Each organisation says at the start of a month on which days its car is free.",
            ),
            clause(
                "วันที่ไม่มีรถว่าง ผู้ประสานโทรหาหน่วยถัดไปภายในวันนั้น",
                "With no car free, the coordinator calls the next one that day.",
            ),
        ),
    ),
)

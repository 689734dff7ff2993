"""What people receive."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Help(Word):
    """What somebody received; a small list, with words of one's own beside it."""

    MONEY = "money", "เงิน", "money"
    FOOD = "food", "อาหารหรือของใช้", "food or everyday things"
    DEVICE = "device", "อุปกรณ์ช่วยหรือกายอุปกรณ์", "an assistive device"
    HOME = "home", "ซ่อมหรือปรับบ้าน", "repair or adaptation of the home"
    CARE = "care", "คนช่วยดูแลหรือบริการ", "care or a service"
    WORK = "work", "อาชีพหรือการเรียน", "work or schooling"
    RIGHT = "right", "สิทธิหรือเบี้ยที่เพิ่งได้", "a right or allowance newly granted"
    OTHER = "other", "อื่น ๆ", "something else"


class Stands(Word):
    """Whether what was noted still stands."""

    STANDS = "stands", "ใช้อยู่", "stands"
    CORRECTED = "corrected", "แก้แล้ว", "corrected since"
    WITHDRAWN = "withdrawn", "ถอนแล้ว", "withdrawn"

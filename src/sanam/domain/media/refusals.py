"""Why a picture is turned away: one sentence each, in both languages, that says what to do."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

MOST_BYTES = 15 * 1024**2
MOST_PIXELS = 40_000_000

_REFUSALS: dict[str, tuple[str, str]] = {
    "media.picture_too_big": (
        "รูปนี้ใหญ่เกิน 15 MB ย่อรูปให้เล็กลงแล้วส่งใหม่",
        "This picture is larger than 15 MB; make it smaller and send it again.",
    ),
    "media.too_many_pixels": (
        "รูปนี้ละเอียดเกิน 40 ล้านจุด ย่อรูปให้เล็กลงแล้วส่งใหม่",
        "This picture has more than 40 million pixels; make it smaller and send it again.",
    ),
    "media.no_picture": (
        "ไฟล์นี้ไม่ใช่รูปที่เราเปิดได้ ส่งรูปแบบ JPEG, PNG หรือ WebP",
        "This file is not a picture we can open; send a JPEG, PNG or WebP.",
    ),
    "media.heic": (
        "รูปนี้เป็น HEIC ซึ่งหลายเครื่องยังเปิดไม่ได้ เปิดรูปในโทรศัพท์ แคปหน้าจอ แล้วส่งภาพที่แคปมาแทน",
        "This picture is a HEIC, which many devices cannot open; open it on the phone and send a screenshot of it.",
    ),
    "media.broken_picture": (
        "รูปนี้มาไม่ครบหรือเสียหายระหว่างทาง ลองเลือกรูปแล้วส่งใหม่อีกครั้ง",
        "This picture is incomplete or was damaged on its way; choose it and send it again.",
    ),
}


def refusal(code: str) -> BadInput:
    """The BadInput to raise for `code`."""
    thai, english = _REFUSALS[code]
    return BadInput(code, thai, english)

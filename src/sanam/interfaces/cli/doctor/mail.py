"""Does e-mail go out: what is not said yet, and letters that did not get through."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from sanam.domain.notices import queries as notices
from sanam.interfaces.cli.doctor.finding import FAIL, OK, WARN, Finding


def findings() -> Iterator[Finding]:
    """Whether it is set up, and how the post does."""
    post = notices.post_report()
    yield _set_up(post.wanted)
    if post.given_up or post.waiting_long:
        why = post.failed or "-"
        yield Finding(
            "letters",
            WARN,
            f"อีเมลส่งไม่ได้ {post.given_up} ฉบับใน 7 วัน รอนานกว่าชั่วโมง {post.waiting_long} ฉบับ ล่าสุด: {why} ดู EMAIL_URL",
            f"{post.given_up} letters could not be sent within 7 days, {post.waiting_long} wait for over an hour; "
            f"last: {why}; look at EMAIL_URL.",
        )


def _set_up(wanted: int) -> Finding:
    if settings.SENDS_MAIL and not settings.SANAM_URL:
        return Finding(
            "mail",
            FAIL,
            "ตั้ง EMAIL_URL แล้วแต่ยังไม่มี SANAM_URL จึงทำลิงก์ในอีเมลไม่ได้ ใส่ที่อยู่ที่คนใช้เปิด",
            "EMAIL_URL is set but SANAM_URL is not, so letters have no links; write the address people open.",
        )
    if settings.SENDS_MAIL:
        return Finding("mail", OK, "ตั้งค่าอีเมลแล้ว", "E-mail is set up.")
    return Finding(
        "mail",
        WARN if wanted else OK,
        f"ยังไม่ได้ตั้ง EMAIL_URL ข่าวอยู่ในหน้าเว็บเท่านั้น มี {wanted} คนรอรับทางอีเมล",
        f"EMAIL_URL is not set, so news stays on the pages; {wanted} people would hear by e-mail.",
    )

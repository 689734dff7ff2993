"""A version of a rule on A4 to hang on a wall, in the reader's language; on a second page how it was decided."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import say_date, say_time
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.rules.labels import label
from sanam.domain.rules.queries import Signed
from sanam.domain.rules.words import Method
from sanam.interfaces.files.agreed.leaving import Sheet
from sanam.interfaces.files.pdf.deciding import by_legs, legs_named, recorded
from sanam.interfaces.files.pdf.setting import paper
from sanam.interfaces.files.reports.report import told
from sanam.interfaces.files.squares import svg

SHOWN = 12
"""So much of a version's digest is its reference, as on its page."""
_SAMPLE = (
    "ข้อมูลสมมติ ชื่อคน เลข และเหตุการณ์ทั้งหมดแต่งขึ้น ไม่ใช่ของใคร",
    "Sample data: every name, number and event is invented.",
)


def pdf(sheet: Sheet, *, by: Actor, address: str, language: Language) -> bytes:
    """The sheet, tagged, in Thai numerals where it is Thai; `address` is where its page stands, and its QR leads."""
    agreed, say = sheet.agreed, partial(told, language)
    figures = to_thai if language == "th" else str
    data = {
        "language": language,
        "title": figures(agreed.rule.title),
        "name": label(agreed.version)[language == "en"],
        "body": getattr(agreed.rule.body, f"name_{language}"),
        "stands": figures(_stands(sheet, language)),
        "clauses": [_clause(one, language, figures) for one in sheet.kept.clauses],
        "why": {"head": say("เพราะ", "Why"), "text": figures(agreed.version.why)},
        "agreed": {
            "head": say("ใครตกลง", "Who agreed"),
            "how": Method(agreed.version.method).said(language),
            "legs": [(leg, figures(said)) for leg, said in by_legs(sheet.decided, language)],
            "why": figures(sheet.decided.decision.told["why"][language])
            if sheet.decided and sheet.decided.decision
            else "",
        },
        "days": [
            (name, figures(say_date(day, style="long", language=language))) for name, day in _days(sheet, language)
        ],
        "address": address,
        "scan": say("ส่องเพื่อเปิดหน้านี้", "Scan to open this page"),
        "reference": say("ตรา", "Seal") + " " + agreed.version.digest[:SHOWN],
        "record": recorded(sheet, language, figures) if sheet.with_record else None,
        "sample": say(*_SAMPLE) if settings.SANAM_SAMPLE else "",
        "printed": figures(_printed(by, language)),
        "page": say("หน้า", "Page"),
        "thai": language == "th",
    }
    return paper("rule", data, {"qr.svg": svg(address)})


def _stands(sheet: Sheet, language: Language) -> str:
    """What a reader of the wall must know before the text: that it stands for now, without whom, or not at all."""
    agreed = sheet.agreed
    if agreed.for_now:
        legs, until = legs_named(agreed.missing, language), say_date(agreed.for_now, language=language)
        return told(language, f"ตกลงไว้ก่อนถึง {until} ยังขาด {legs}", f"Agreed for now, until {until}; not heard: {legs}")
    if agreed.is_in_force:
        return ""
    if agreed.standing is None:
        return told(language, "ยังไม่ถึงวันเริ่มใช้", "Not in force yet")
    return told(language, "ไม่ได้ใช้แล้ว: ", "No longer in force: ") + agreed.standing.said(language)


def _clause(one: Signed, language: Language, figures: Callable[[str], str]) -> dict[str, Any]:
    signed = [
        f"{_named(word.commitment.seat.organisation, language)} ({_named(word.commitment.seat, language)})"
        for word in one.words
    ]
    return {
        "number": figures(str(one.clause.number)),
        "lines": [figures(line.strip()) for line in one.clause.text.split("\n") if line.strip()],
        "dials": [
            figures(DIALS[name].said(value, language)) for name, value in one.clause.values.items() if name in DIALS
        ],
        "signed": figures(told(language, "ลงชื่อทำตาม: ", "Signed by: ") + ", ".join(signed)) if signed else "",
    }


def _named(thing: Any, language: Language) -> str:
    """A seat by its title, an organisation by its name."""
    return getattr(thing, f"title_{language}", None) or getattr(thing, f"name_{language}")


def _days(sheet: Sheet, language: Language) -> list[tuple[str, Any]]:
    agreed = sheet.agreed
    return [
        (told(language, "เริ่มใช้", "In force from"), agreed.since or agreed.version.in_force_from),
        (told(language, "ทบทวน", "Review on"), agreed.version.review_on),
    ]


def _printed(by: Actor, language: Language) -> str:
    """From which seat and when; a wall needs no member's name."""
    now = clock.now()
    when = f"{say_date(now, language=language)} {say_time(now, language)}"
    return told(language, f"พิมพ์ในนาม {by.label} เมื่อ {when}", f"Printed as {by.in_english}, {when}")

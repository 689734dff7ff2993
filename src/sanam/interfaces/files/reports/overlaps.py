"""Report: who lately had one kind of help from more than one giver."""

from __future__ import annotations

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.registry import queries as registry
from sanam.domain.registry.queries.reports import scope_of
from sanam.domain.teams.words import Can
from sanam.interfaces.files.reports import counted
from sanam.interfaces.files.reports.asked import Asked
from sanam.interfaces.files.reports.people import heads, place_of
from sanam.interfaces.files.reports.report import Report, Row, told

_NONE = ("ไม่มีใครได้ความช่วยเหลืออย่างเดียวกันจากหลายที่ในปีนี้", "Nobody had the same help from several givers within a year.")

_UNSEEN = (
    "ที่นั่งนี้ยังไม่เห็นรายชื่อใคร จึงยังบอกไม่ได้ว่าใครได้ซ้ำกัน",
    "This seat sees nobody by name, so it cannot tell who had the same twice.",
)


def compose(asked: Asked) -> Report:
    """One line a person and kind: who gave, and when. Two givers are no mistake; they may not know of each other."""
    scope, language = scope_of(asked.by), asked.language
    found = registry.overlaps(asked.by, asked.area, asked.limit, asked.from_after("overlaps"))
    in_all = registry.overlaps_in_all(asked.by, asked.area) if asked.most is not None else len(found)
    head = heads(language, ("ได้รับ", "received"), ("จากใคร เมื่อไร", "from whom, when"))
    rows = [_row(one, language) for one in found]
    day = say_date(clock.today(), language=language)
    return Report(
        kind="overlaps",
        title=told(language, "ได้ความช่วยเหลืออย่างเดียวกันจากหลายที่", "The same help from several givers"),
        where=asked.where,
        day=clock.today(),
        language=language,
        exact=scope.exact,
        sentences=[_said(in_all, language) if _sees(asked.by) else told(language, *_UNSEEN)],
        tables=[
            counted.listed(
                asked,
                told(language, "ใน 12 เดือนที่ผ่านมา", "Within the last 12 months"),
                head,
                counted.Lines("overlaps", rows, [one.mark for one in found], lambda: in_all),
                empty=told(language, *_NONE),
            )
        ],
        notes=[told(language, f"ตัวเลขถึง {day}", f"Figures as of {day}")],
    )


def _sees(actor: Actor) -> bool:
    return actor.may(Can.SEE_PEOPLE) and actor.sees(Privacy.PERSONAL) and actor.mandate.reach is not Reach.SHARED


def _said(number: int, language: Language) -> str:
    if not number:
        return told(language, *_NONE)
    return told(
        language,
        f"มี {number:,} เรื่องที่ผู้ให้หลายรายช่วยอย่างเดียวกัน คุยกันก่อนจะได้เติมในส่วนที่ยังขาด",
        f"{number:,} times several givers gave the same; a word between them leaves more for what is still missing.",
    )


def _row(one: registry.Overlap, language: Language) -> Row:
    gave = "; ".join(f"{giver_said(gift, language)} {say_date(gift.when, language=language)}" for gift in one.gifts)
    where = place_of(one.person, language) or areas.said(one.person.area_code, language)
    return Row([one.person.full_name, where, one.kind.said(language), gave], person=str(one.person.pk))


def giver_said(gift: object, language: Language) -> str:
    """Who gave: one of our organisations in the reader's language, or an outsider by name."""
    giver = getattr(gift, "giver", None)
    return (giver.name_en if language == "en" else giver.name_th) if giver else getattr(gift, "giver_name", "")

"""What templates make of words, dates, fields and pictures: read as a person would read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.template import engines
from django.utils import translation

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry.freshness import Freshness
from sanam.domain.registry.words import FactGroup, State
from sanam.interfaces.web.shell.typesetting import NBSP


def made(template: str, language: str = "th", **context: Any) -> str:
    with translation.override(language):
        return engines["django"].from_string("{% load thai typeset fields %}" + template).render(context)


# --- words stay whole ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("พบกันที่ รพ.สต.พนางตุง เช้านี้", "รพ.สต.พนางตุง"),
        ("ประสานงานโดย พชอ.ควนขนุน", "พชอ.ควนขนุน"),
        ("เปิดวงคุยอีกครั้ง", "วงคุย"),
        ("นัดกัน 19 พ.ย. 69 ที่เดิม", "19 พ.ย. 69"),
        ("อยู่ ต.ทะเลน้อย", "ต.ทะเลน้อย"),
    ],
)
def test_a_body_a_term_or_a_date_is_kept_on_one_line(text: str, whole: str) -> None:
    assert f'<span class="keep">{whole}</span>' in made("{{ text|typeset }}", text=text)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("มา 40 คน", f"40{NBSP}คน"),
        ("อายุ ๘๔ ปี", f"๘๔{NBSP}ปี"),
        ("บ้านอื่น ๆ", f"อื่น{NBSP}ๆ"),
        ("บ้านอื่นๆ", f"อื่น{NBSP}ๆ"),
        ("อยู่หมู่ 5", f"หมู่{NBSP}5"),
    ],
)
def test_a_number_keeps_its_unit_and_the_mark_of_repetition_its_word(text: str, joined: str) -> None:
    assert joined in made("{{ text|typeset }}", text=text)


def test_what_people_wrote_is_escaped_before_it_is_set() -> None:
    page = made("{{ text|typeset }}{{ name|names }}", text="<b>วงคุย</b> & 3 คน", name="<i>เอียด ทองนุ่น")
    assert "<b>" not in page
    assert "<i>" not in page
    assert "&amp; 3" in page


def test_a_line_ends_between_names_and_nowhere_else() -> None:
    parts = '<span class="keep">นางเอียด</span> <span class="keep">ทองนุ่น</span>'
    assert made("{{ name|names }}", name="นางเอียด ทองนุ่น") == parts


def test_a_village_stays_with_its_number_and_the_sub_district_may_follow_on_the_next_line(db: None) -> None:
    page = made("{{ code|where }}", code="93051205")
    assert f"หมู่{NBSP}5" in page
    assert '<span class="keep">ต.พนางตุง</span>' in page


# --- dates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "page"),
    [
        (date(2026, 11, 24), '<time datetime="2026-11-24">24 พ.ย. 2569</time>'),
        (PartialDate(1942), '<time datetime="1942">พ.ศ. 2485</time> <span class="keep">ไม่ทราบวันเดือน</span>'),
        (PartialDate(1942, 3), '<time datetime="1942-03">มี.ค. 2485</time> <span class="keep">ไม่ทราบวัน</span>'),
        (None, ""),
    ],
)
def test_a_date_carries_what_a_machine_reads_and_never_more_than_is_known(when: Any, page: str) -> None:
    assert made("{{ when|day }}", when=when) == page


def test_a_report_has_thai_numerals_and_english_both_eras() -> None:
    day = PartialDate(2020, 1, 10)
    assert made("{{ day|paper_day }}", day=day) == '<time datetime="2020-01-10">๑๐ มกราคม ๒๕๖๓</time>'
    assert "10 January 2020 (2563)" in made("{{ day|paper_day }}", "en", day=day)


def test_days_ago_keep_their_unit_and_the_day_itself() -> None:
    page = made("{{ when|since:today }}", when=date(2026, 11, 18), today=date(2026, 11, 24))
    assert page == f'<time datetime="2026-11-18">6{NBSP}วันก่อน</time>'


@pytest.mark.parametrize(
    ("value", "name", "said"),
    [
        ("female", "sex", "หญิง"),
        ("dead", "life", "เสียชีวิตแล้ว"),
        ("", "nickname", "–"),
        ("0000012345", "phone", "000-001-2345"),
    ],
)
def test_a_kept_value_is_said_in_words(value: str, name: str, said: str) -> None:
    assert made("{{ value|field_value:name }}", value=value, name=name) == said


def test_a_kept_house_is_said_with_its_place(db: None) -> None:
    page = made("{{ value|field_value:name }}", value="12/3 93051203", name="household_id")
    assert page.startswith("12/3 ")
    assert "ต.พนางตุง" in page


# --- freshness, and the rule behind it -------------------------------------------------------------

HOUSE = Freshness(FactGroup.LIVING, State.STALE, 0.0, date(2025, 9, 1))
CARER = Freshness(FactGroup.CARER, State.FRESH, 0.9, date(2026, 11, 20))


def test_only_what_is_due_is_named_and_the_rule_where_one_was_agreed() -> None:
    ref = f"rule_version:{(version := new_id())}"
    ruled = replace(HOUSE, by=Setting(6, "กติกาข้อ ๓ ฉบับที่ ๒", "Rule 3, version 2", ref))
    page = made("{% ask_and_rule strip %}", strip=[CARER, ruled])
    assert "ควรถามใหม่ <em>บ้าน</em>" in page
    assert "คนดูแล" not in page
    assert f'<a class="keep" href="/rules/versions/{version}/">ตามกติกาข้อ ๓ ฉบับที่ ๒</a>' in page


def test_without_a_rule_none_is_claimed_and_when_all_is_fresh_nothing_is_asked() -> None:
    assert "ตามกติกา" not in made("{% ask_and_rule strip %}", strip=[CARER, HOUSE])
    assert made("{% ask_and_rule strip %}", strip=[CARER]) == ""


def test_a_row_says_when_anybody_last_asked() -> None:
    page = made("{% last_asked strip today %}", strip=[CARER, HOUSE], today=date(2026, 11, 24))
    assert f'ถามล่าสุด <time datetime="2026-11-20">4{NBSP}วันก่อน</time>' in page
    unknown = [Freshness(FactGroup.CARER, State.UNKNOWN, 0.0)]
    assert "ยังไม่มีใครไปถาม" in made("{% last_asked strip today %}", strip=unknown, today=date(2026, 11, 24))


def test_a_circle_holds_one_dot_a_person_and_says_the_number() -> None:
    page = made("{% circle_of_people 21 %}")
    assert page.count("<circle") == 21
    assert 'aria-label="ร่วม ๒๑ คน"' in page

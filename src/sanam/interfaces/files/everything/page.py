"""The page a person reads: what is known of them, from where, who changed it and who looked, in Thai."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.registry.rights.everything import Everything
from sanam.interfaces.files.everything.names import COLUMNS, TABLES, said

STYLE = (
    "body{font:17px/1.6 Sarabun,'Noto Sans Thai',sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h1,h2{line-height:1.3}h2{margin-top:2.2rem;border-top:1px solid #ccc;padding-top:1rem}"
    "dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.2rem 1rem;margin:0 0 1.2rem}"
    "dt{color:#555}dd{margin:0;overflow-wrap:anywhere}"
)
_ROWS = 500
_ORDER = {table: at for at, table in enumerate(TABLES)}
_UNREAD = {"id", "person", "subject", "current", "en"}
"""Columns for programs only."""
INTRO = (
    "เอกสารนี้รวมทุกอย่างที่ระบบสนามพลังของอำเภอรู้เกี่ยวกับคุณ จากทุกแหล่ง พร้อมว่าใครแก้และใครเปิดดู "
    "ข้อมูลของคนอื่นถูกปิดไว้ ถ้าเห็นว่าอะไรไม่ถูก หรืออยากให้ลบ บอกทีมได้ทุกเมื่อ"
)


def page(found: Everything) -> str:
    """One HTML page that stands alone: no script, nothing fetched."""
    tables = sorted(found.tables.items(), key=lambda one: _ORDER.get(one[0], len(_ORDER)))
    parts = [section(TABLES.get(table, table), rows) for table, rows in tables if rows]
    parts += [
        section("ใครทำอะไรกับข้อมูลนี้", found.deeds),
        section("ใครเปิดดู", found.looks),
        section("ข่าวที่ส่งถึงทีม", found.news),
        f"<h2>รูป</h2><p>{len(found.pictures)} รูป อยู่ในโฟลเดอร์ pictures</p>",
    ]
    return whole(f"ข้อมูลทั้งหมดของ {found.person.full_name}", INTRO, parts)


def whole(title: str, intro: str, parts: Iterable[str]) -> str:
    """A page of such parts: its title, the day it was made, what it is."""
    said = escape(title)
    body = f"<h1>{said}</h1><p>ทำเมื่อ {say_date(clock.today())}</p><p>{escape(intro)}</p>{''.join(parts)}"
    head = f'<meta charset="utf-8"><title>{said}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="th"><head>{head}</head><body>{body}</body></html>'


def section(title: str, rows: list[dict[str, Any]]) -> str:
    """A heading and the rows beneath it, said in words."""
    if not rows:
        return f"<h2>{escape(title)}</h2><p>ไม่มี</p>"
    more = f"<p>อีก {len(rows) - _ROWS} แถวอยู่ในไฟล์ตาราง</p>" if len(rows) > _ROWS else ""
    return f"<h2>{escape(title)}</h2>{''.join(_facts(row) for row in rows[:_ROWS])}{more}"


def _facts(row: Mapping[str, Any]) -> str:
    told = ((COLUMNS.get(name, name), _words(name, value)) for name, value in row.items() if name not in _UNREAD)
    return f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{escape(text)}</dd>' for name, text in told if text)}</dl>"


def _words(name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return say_date(value.astimezone(clock.BANGKOK).date())
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, Mapping):
        return _listed(f"{COLUMNS.get(key, key)} {_words(key, one)}" for key, one in value.items() if one)
    if isinstance(value, list):
        return _listed(_words(name, one) for one in value)
    return "" if value is None else said(name, str(value))


def _listed(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

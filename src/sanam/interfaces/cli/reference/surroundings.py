"""What an installation reads from its environment, and what it answers to on the web."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.urls import URLPattern, get_resolver

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.cli.reference.tables import code, table

READ = re.compile(
    r"""(?:env\.flag|env\.words|env\.one_of|env\.number|environ\.get|getenv)\(\s*f?"([A-Z][A-Z_]+)(\{)?"""
)
KEYS = "SANAM_KEY_"
# Variable: what it is when nothing is said, and what it is for. `settings` refuses to leave one out.
SAID: dict[str, tuple[str, str, str]] = {
    "DATABASE_URL": (
        "sqlite:///var/sanam.sqlite3",
        "ฐานข้อมูล sqlite:///ไฟล์ หรือ postgres://ผู้ใช้:รหัสผ่าน@เครื่อง:พอร์ต/ชื่อ",
        "the database: sqlite:///file or postgres://user:password@host:port/name",
    ),
    "SANAM_HOME": (
        "var/",
        "โฟลเดอร์ส่วนตัวของการติดตั้งนี้: ฐานข้อมูล กุญแจ รูป ถ้าไม่บอกแต่บอก DATABASE_URL แบบ SQLite ก็ใช้โฟลเดอร์ของไฟล์นั้น",
        "the private folder of this installation; beside an SQLite DATABASE_URL when only that is said",
    ),
    "SANAM_KEYS_FILE": (
        "SANAM_HOME/keys.json",
        "แฟ้มกุญแจ ควรอยู่นอกโฟลเดอร์ฐานข้อมูล",
        "the key file; better not beside the database",
    ),
    KEYS: (
        "",
        "กุญแจทีละดอก SECRET FIELD HASH JOURNAL มาก่อนแฟ้มกุญแจ",
        "one key each (SECRET, FIELD, HASH, JOURNAL); wins over the key file",
    ),
    "SANAM_HOSTS": ("localhost,127.0.0.1,[::1]", "ชื่อที่คนใช้เปิด คั่นด้วยจุลภาค", "names people open, separated by commas"),
    "SANAM_TLS": ("no", "อยู่หลังพร็อกซี HTTPS แล้ว", "an HTTPS proxy stands in front"),
    "SANAM_URL": (
        "",
        "ที่อยู่ที่คนใช้เปิดระบบนี้ ใช้ทำลิงก์ในอีเมล เช่น https://sanam.example.go.th",
        "the address people open, for links in e-mail, like https://sanam.example.go.th",
    ),
    "EMAIL_URL": (
        "",
        "เครื่องส่งอีเมล smtp://ผู้ใช้:รหัสผ่าน@เครื่อง:587/?from=ที่อยู่ผู้ส่ง หรือ smtps:// file:///โฟลเดอร์ console: ไม่บอกคือไม่ส่ง",
        "who sends e-mail: smtp://user:password@host:587/?from=address, smtps://, file:///folder or console:; "
        "nothing said, nothing sent",
    ),
    "SANAM_SECOND_FACTOR": (
        "advised",
        "ยืนยันสองชั้นของที่นั่งที่เห็นทั้งอำเภอ: advised เตือน required บังคับ",
        "the second factor of seats that see a whole district: advised, or required",
    ),
    "SANAM_DEBUG": ("no", "โหมดแก้โปรแกรม ห้ามใช้เมื่อเครื่องอื่นเปิดได้", "debugging; never where others can reach it"),
    "SANAM_SAMPLE": ("", "บอกทุกหน้าว่าเป็นข้อมูลสมมติ (ตั้งให้เองในอำเภอสมมติ)", "every page says the people are invented"),
    "SANAM_MEDIA": ("SANAM_HOME/media", "ที่เก็บรูปและเอกสาร", "where pictures and papers are kept"),
    "SANAM_PIECE_ROWS": (
        "2000",
        "แฟ้มยาวบันทึกทีละกี่แถว น้อยลงคือให้คนอื่นทำงานสลับได้ถี่ขึ้น",
        "rows of a long file kept together; fewer lets others work in between more often",
    ),
    "SANAM_LOG": ("WARNING", "บอกรายละเอียดแค่ไหนทาง stderr", "how much is told on standard error"),
}
SETTINGS_INTRO = """# ตัวแปรแวดล้อม · Settings

ทุกอย่างที่ต่างกันระหว่างการติดตั้งอ่านจากตัวแปรแวดล้อม · Whatever differs between installations is read from the environment.
ใช่หรือไม่เขียน yes หรือ no · Write yes or no. ตรวจด้วย `./sanam doctor` · `./sanam doctor` checks them.
"""
URLS_INTRO = """# ที่อยู่ของหน้าเว็บ · URLs

ใครเปิดได้บ้างทดสอบไว้ใน `tests/interfaces/web/matrix.py` · Who may open which is tested there.
"""


def settings() -> str:
    """The page of environment variables; raises Refused for one that the code reads and nobody described."""
    read = variables()
    if missing := sorted(read - SAID.keys()):
        names = ", ".join(missing)
        raise Refused("docs.not_described", f"ยังไม่ได้อธิบายตัวแปร {names}", f"Nobody has described {names}.")
    rows = ((code(_shown(name)), code(SAID[name][0]), *SAID[name][1:]) for name in SAID if name in read)
    return "\n".join([SETTINGS_INTRO, table(("variable", "default", "ไทย", "English"), rows)])


def variables() -> set[str]:
    """Names read in `sanam.config`, found in its source: the configuration stands above us and is not imported."""
    package = find_spec("sanam.config")
    folder = Path(package.origin).parent if package and package.origin else Path()
    return {name for path in sorted(folder.glob("*.py")) for name, _ in READ.findall(path.read_text(encoding="utf-8"))}


def urls() -> str:
    """The page of the site map: path, name, and what the view says of itself."""
    rows = ((code(f"/{path}"), code(name), said) for path, name, said in _routes(get_resolver(), ""))
    return "\n".join([URLS_INTRO, table(("path", "name", "page"), rows)])


def _routes(resolver: Any, before: str) -> Iterator[tuple[str, str, str]]:
    for one in resolver.url_patterns:
        path = before + str(one.pattern)
        if not isinstance(one, URLPattern):
            yield from _routes(one, path)
        else:
            view: Any = getattr(one.callback, "view_class", one.callback)
            yield path, str(one.name or ""), (inspect.getdoc(view) or "").split("\n")[0]


def _shown(name: str) -> str:
    return f"{name}…" if name == KEYS else name

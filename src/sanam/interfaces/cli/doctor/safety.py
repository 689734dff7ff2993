"""Is it safe to be reached: debugging, keys, host names, TLS, sample data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings

from sanam.interfaces.cli.doctor.finding import FAIL, OK, WARN, Finding

SHORTEST_KEY = 32
PLACEHOLDERS = ("change", "default", "example", "insecure", "secret", "password")


def findings(serving: str = "") -> Iterator[Finding]:
    """The checks; what is only untidy at home fails once others can reach us."""
    beyond = beyond_loopback(serving) or any(beyond_loopback(host) for host in settings.ALLOWED_HOSTS)
    yield _debug(beyond)
    yield _keys(beyond)
    yield from _key_file()
    yield _hosts(serving)
    yield _tls(beyond)
    yield _sample(beyond)


def beyond_loopback(host: str) -> bool:
    """Whether a host to bind, or a name to answer to, is more than this machine itself; "" says nothing."""
    if host in {"", "localhost"} or host.endswith(".localhost"):
        return False
    try:
        return not ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return True


def _debug(beyond: bool) -> Finding:
    if not settings.DEBUG:
        return Finding("debug", OK, "ปิดโหมดแก้โปรแกรมแล้ว", "Debugging is off.")
    return Finding(
        "debug",
        FAIL if beyond else WARN,
        "เปิดโหมดแก้โปรแกรมอยู่ หน้าที่ผิดพลาดจะบอกข้อมูลภายใน ปิดด้วย SANAM_DEBUG=no",
        "Debugging is on, so a broken page tells what is inside; turn it off with SANAM_DEBUG=no.",
    )


def _keys(beyond: bool) -> Finding:
    keys = settings.KEYS
    weak = sorted(name for name, key in keys.items() if _is_weak(key))
    if not weak and len(set(keys.values())) == len(keys):
        return Finding("keys", OK, "กุญแจทั้งสี่ยาวพอและไม่ซ้ำกัน", "The four keys are long enough and differ.")
    which = ", ".join(weak) or "all"
    return Finding(
        "keys",
        FAIL if beyond else WARN,
        f"กุญแจสั้น เดาได้ หรือซ้ำกัน ({which}) ใช้ค่าสุ่มอย่างน้อย {SHORTEST_KEY} ตัวอักษร",
        f"Keys are short, guessable or alike ({which}); use random ones of at least {SHORTEST_KEY} characters.",
    )


def _is_weak(key: str) -> bool:
    return len(key) < SHORTEST_KEY or len(set(key)) < 8 or any(word in key.lower() for word in PLACEHOLDERS)


def _key_file() -> Iterator[Finding]:
    path = Path(os.environ.get("SANAM_KEYS_FILE") or settings.HOME / "keys.json")
    if not path.exists():
        yield Finding("key_file", OK, "กุญแจมาจากตัวแปรแวดล้อม", "The keys come from the environment.")
        return
    if path.stat().st_mode & 0o077:
        yield Finding(
            "key_file",
            FAIL,
            f"คนอื่นในเครื่องเปิดแฟ้มกุญแจได้ แก้ด้วย chmod 600 {path.name}",
            f"Others on this machine can open the key file; put it right with chmod 600 {path.name}.",
        )
    else:
        yield Finding("key_file", OK, "แฟ้มกุญแจเปิดได้เฉพาะเจ้าของ", "Only its owner can open the key file.")
    if path.resolve().parent == _database_folder():
        yield Finding(
            "keys_apart",
            WARN,
            "กุญแจอยู่โฟลเดอร์เดียวกับฐานข้อมูล สำเนาของโฟลเดอร์จะเปิดได้ทุกอย่าง ย้ายด้วย SANAM_KEYS_FILE และสำรองแยกกัน",
            "The keys lie beside the database, so a copy of the folder opens everything; "
            "move them with SANAM_KEYS_FILE and back them up apart.",
        )


def _database_folder() -> Path | None:
    database = settings.DATABASES["default"]
    return Path(database["NAME"]).resolve().parent if database["ENGINE"].endswith("sqlite3") else None


def _hosts(serving: str) -> Finding:
    names = settings.ALLOWED_HOSTS
    if "*" in names:
        return Finding(
            "hosts",
            FAIL,
            "SANAM_HOSTS รับทุกชื่อ ใส่เฉพาะชื่อที่คนใช้เปิดจริง",
            "SANAM_HOSTS answers to any name; list only the names people open.",
        )
    if beyond_loopback(serving) and not any(beyond_loopback(name) for name in names):
        return Finding(
            "hosts",
            FAIL,
            "จะเปิดให้เครื่องอื่น แต่ SANAM_HOSTS มีแต่ชื่อของเครื่องนี้ ใส่ชื่อที่คนจะเปิดด้วย",
            "Others are to reach it, but SANAM_HOSTS lists only this machine; add the name people will open.",
        )
    return Finding("hosts", OK, f"ตอบที่ชื่อ {', '.join(names)}", f"Answers to {', '.join(names)}.")


def _tls(beyond: bool) -> Finding:
    if settings.BEHIND_TLS:
        return Finding("tls", OK, "อยู่หลัง TLS คุกกี้ส่งผ่าน HTTPS เท่านั้น", "Behind TLS: cookies travel by HTTPS only.")
    if not beyond:
        return Finding("tls", OK, "เปิดเฉพาะเครื่องนี้ ยังไม่ต้องใช้ TLS", "Open on this machine only; TLS is not needed.")
    return Finding(
        "tls",
        FAIL,
        "เครื่องอื่นเปิดได้แต่ยังไม่มี TLS วางไว้หลังพร็อกซี HTTPS แล้วตั้ง SANAM_TLS=yes",
        "Others can reach it without TLS; put it behind an HTTPS proxy and set SANAM_TLS=yes.",
    )


def _sample(beyond: bool) -> Finding:
    made_up = (settings.HOME / "sample.json").exists()
    if made_up and not settings.SANAM_SAMPLE:
        return Finding(
            "sample",
            FAIL,
            "เป็นข้อมูลสมมติแต่หน้าเว็บไม่บอก เอา SANAM_SAMPLE=no ออก",
            "The people are invented but the pages do not say so; remove SANAM_SAMPLE=no.",
        )
    if not settings.SANAM_SAMPLE:
        return Finding("sample", OK, "ไม่ใช่ข้อมูลสมมติ", "This is not sample data.")
    return Finding(
        "sample",
        WARN if beyond else OK,
        "เป็นข้อมูลสมมติ ทุกหน้าบอกไว้ อย่าใส่คนจริงปน",
        "Sample data, and every page says so; do not mix real people in.",
    )

"""Is it being kept: a backup not long ago, the queue worked through, the clock right, no old copies lying about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.registry import queries as registry
from sanam.domain.teams import queries as teams
from sanam.interfaces.cli.doctor.finding import FAIL, OK, WARN, Finding
from sanam.interfaces.files.backup import last
from sanam.interfaces.files.backup.beside_postgresql import BEFORE

BACKUP_WITHIN = timedelta(days=7)
WORKED_WITHIN = timedelta(minutes=5)
CLOCK_WITHIN = timedelta(minutes=2)


def findings() -> Iterator[Finding]:
    """The checks that lean on the tables."""
    yield _backup()
    yield from _erasures()
    yield _queue()
    yield _clock()
    yield from _copies()
    yield from _second_factor()


def _backup() -> Finding:
    made = last.made_at()
    if made is None:
        return Finding(
            "backup",
            WARN,
            "ยังไม่เคยสำรองข้อมูลจากเครื่องนี้ รัน sanam backup ทุกวัน แล้วเก็บไฟล์ไว้เครื่องอื่น",
            "No backup was made from here yet; run `sanam backup` every day and keep the file on another machine.",
        )
    days = (clock.now() - made).days
    if clock.now() - made > BACKUP_WITHIN:
        return Finding(
            "backup",
            WARN,
            f"สำรองข้อมูลครั้งล่าสุด {days} วันก่อน ดูว่างานตั้งเวลาของ sanam backup ยังรันอยู่ไหม",
            f"The last backup is {days} days old; look whether the timer of `sanam backup` still runs.",
        )
    return Finding("backup", OK, f"สำรองข้อมูลล่าสุด {days} วันก่อน", f"The last backup is {days} days old.")


def _erasures() -> Iterator[Finding]:
    """Whether a backup that comes back would erase again whoever was erased since."""
    try:
        lacking = registry.erasures_not_listed()
    except Refused as refusal:
        yield Finding("erasures", FAIL, refusal.th, refusal.en)
        return
    if lacking:
        yield Finding(
            "erasures",
            WARN,
            f"มี {lacking} การลบที่ยังไม่อยู่ในรายการนอกฐานข้อมูล ถ้ากู้คืนตอนนี้คนเหล่านี้จะกลับมา รัน sanam tick",
            f"{lacking} erasures are not on the list outside the database, so a restore would bring those people back;"
            " run `sanam tick`.",
        )


def _queue() -> Finding:
    """Whether somebody works through the queue: what waits long tells that nobody does."""
    waiting = apps.get_model("django_tasks_database", "DBTaskResult").objects.filter(status="READY")
    oldest = waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    if oldest is None or clock.now() - oldest <= WORKED_WITHIN:
        return Finding("queue", OK, "ไม่มีงานค้างในคิว", "Nothing waits long in the queue.")
    minutes = int((clock.now() - oldest).total_seconds() // 60)
    return Finding(
        "queue",
        WARN,
        f"มีงานรอในคิวมา {minutes:,} นาที งานไม่หาย เปิด sanam worker (หรือ sanam serve) แล้วจะทำต่อ",
        f"Work has waited {minutes:,} minutes. Nothing is lost; start `sanam worker` or `sanam serve`.",
    )


def _clock() -> Finding:
    """Whether the clock agrees with the database's, and with what was written last; codes at the door lean on it."""
    off = max(abs(_database_time() - clock.now()), _newest_entry() - clock.now())
    if off <= CLOCK_WITHIN:
        return Finding("clock", OK, "นาฬิกาตรง เวลาไทย", f"The clock agrees; days are those of {settings.TIME_ZONE}.")
    minutes = int(off.total_seconds() // 60)
    return Finding(
        "clock",
        WARN,
        f"นาฬิกาเครื่องต่างไป {minutes:,} นาที เปิด NTP (timedatectl set-ntp true) ไม่อย่างนั้นรหัสจากแอปจะไม่ตรง",
        f"The clock is {minutes:,} minutes off; turn NTP on (timedatectl set-ntp true), or no code of an app will fit.",
    )


def _database_time() -> datetime:
    if connection.vendor != "postgresql":
        return clock.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        moment: datetime = cursor.fetchone()[0]
        return moment.astimezone(UTC)


def _newest_entry() -> datetime:
    newest: Any = apps.get_model("journal", "Entry").objects.order_by("-id").values_list("at", flat=True).first()
    return newest or clock.now()


def _copies() -> Iterator[Finding]:
    """What a restore kept beside: needed for some days, and everybody's data once more after that."""
    if found := [*_files_kept(), *_schema_kept()]:
        which = ", ".join(found)
        yield Finding(
            "before_restore",
            WARN,
            f"ข้อมูลชุดก่อนกู้คืนยังอยู่ ({which}) เมื่อแน่ใจแล้วให้ลบ",
            f"What stood before a restore is still here ({which}); delete it once you are sure.",
        )


def _files_kept() -> list[str]:
    beside = [Path(settings.HOME), Path(settings.MEDIA_ROOT).parent]
    if connection.vendor == "sqlite":
        beside.append(Path(connection.settings_dict["NAME"]).parent)
    return sorted({path.name for folder in beside for path in folder.glob("*.before-restore")})


def _schema_kept() -> list[str]:
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname = %s", [BEFORE])
        return [name for (name,) in cursor.fetchall()]


def _second_factor() -> Iterator[Finding]:
    """How many see a whole district by a password alone."""
    if alone := teams.wide_by_password_alone():
        yield Finding(
            "second_factor",
            WARN,
            f"มี {alone} คนที่เห็นทั้งอำเภอโดยใช้แค่รหัสผ่าน ชวนให้เปิดยืนยันสองชั้น หรือบังคับด้วย SANAM_SECOND_FACTOR=required",
            f"{alone} people see a whole district by a password alone; ask them to turn the second factor on, "
            "or require it with SANAM_SECOND_FACTOR=required.",
        )

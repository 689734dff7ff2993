"""Is the database there, of this version, new enough, and is its journal being sealed."""

from __future__ import annotations

from collections.abc import Generator
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from sanam.domain.foundation import clock
from sanam.domain.registry import queries as registry
from sanam.interfaces.cli.doctor.finding import FAIL, OK, WARN, Finding

OLDEST_POSTGRESQL = 15
OLDEST_SQLITE = (3, 37)
SEALED_WITHIN = timedelta(minutes=10)
IN_ORDER_WITHIN = 3
"""Days."""


def findings() -> Generator[Finding, None, bool]:
    """The checks; returns whether what needs tables may be asked."""
    try:
        connection.ensure_connection()
    except DatabaseError:
        yield Finding(
            "database",
            FAIL,
            "เปิดฐานข้อมูลไม่ได้ ดู DATABASE_URL และว่าเครื่องฐานข้อมูลเปิดอยู่",
            "The database cannot be opened; look at DATABASE_URL, and whether its server runs.",
        )
        return False
    yield _engine()
    if ahead := _unknown():
        yield Finding(
            "migrations",
            FAIL,
            f"ฐานข้อมูลใหม่กว่าโปรแกรม ({ahead}) ปรับโปรแกรมให้เป็นรุ่นเดียวกัน",
            f"The database is newer than this version ({ahead}); bring the program to that version.",
        )
        return False
    missing = len(MigrationExecutor(connection).migration_plan(_leaves()))
    if missing:
        yield Finding(
            "migrations",
            FAIL,
            f"ฐานข้อมูลยังไม่ตรงรุ่น เหลืออีก {missing} ขั้น รัน sanam migrate",
            f"The database is {missing} steps behind this version; run `sanam migrate`.",
        )
        return False
    yield Finding("migrations", OK, "ฐานข้อมูลตรงรุ่น", "The database is of this version.")
    yield _sealed()
    yield _looked_through()
    yield _put_in_order()
    yield _wiped()
    return True


def _unknown() -> str:
    """A migration of ours that this database has been through and this version has never heard of."""
    loader = MigrationExecutor(connection).loader
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("sanam.")}
    unknown = sorted(one for one in loader.applied_migrations if one[0] in ours and one not in loader.disk_migrations)
    return ".".join(unknown[0]) if unknown else ""


def _leaves() -> list[tuple[str, str]]:
    return MigrationExecutor(connection).loader.graph.leaf_nodes()


def _engine() -> Finding:
    return _sqlite() if connection.vendor == "sqlite" else _postgresql()


def _sqlite() -> Finding:
    import sqlite3

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Finding("database", FAIL, f"SQLite {version} เก่าเกินไป", f"SQLite {version} is too old.")
    if mode != "wal":
        return Finding(
            "database",
            WARN,
            f"SQLite {version} ไม่ได้ใช้ WAL คนอ่านจะรอคนเขียน",
            f"SQLite {version} does not use WAL, so readers wait for writers.",
        )
    return Finding("database", OK, f"SQLite {version} แบบ WAL", f"SQLite {version}, with WAL.")


def _postgresql() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = str(cursor.fetchone()[0]).split()[0]
    if int(version.split(".")[0]) < OLDEST_POSTGRESQL:
        return Finding(
            "database",
            FAIL,
            f"PostgreSQL {version} เก่าเกินไป ใช้รุ่น {OLDEST_POSTGRESQL} ขึ้นไป",
            f"PostgreSQL {version} is too old; use {OLDEST_POSTGRESQL} or newer.",
        )
    return Finding("database", OK, f"PostgreSQL {version}", f"PostgreSQL {version}.")


def _sealed() -> Finding:
    """Whether the oldest entry under no seal has waited too long: nothing written means nothing to seal."""
    waiting = _oldest_unsealed()
    if waiting is None or clock.now() - waiting.at <= SEALED_WITHIN:
        return Finding("journal", OK, "สมุดบันทึกปิดตราทันเวลา", "The journal is sealed in time.")
    minutes = int((clock.now() - waiting.at).total_seconds() // 60)
    return Finding(
        "journal",
        WARN,
        f"มีรายการรอปิดตรามา {minutes:,} นาที ตั้ง sanam tick ให้รันทุกนาที",
        f"Entries have waited {minutes:,} minutes for a seal; have `sanam tick` run every minute.",
    )


def _looked_through() -> Finding:
    """Whether the last look for records of one person stopped, because somebody has to say that so many are meant."""
    refusal = registry.linkage_stopped()
    if refusal:
        return Finding("linkage", WARN, refusal["th"], refusal["en"])
    waiting = registry.waiting_duplicates()
    return Finding(
        "linkage",
        OK,
        f"คู่ที่อาจเป็นคนเดียวกันรอคนดู {waiting:,} คู่",
        f"{waiting:,} pairs that may be one person wait for somebody to look.",
    )


def _oldest_unsealed() -> Any:
    # the journal offers no query for this yet; it would be `journal.queries.oldest_unsealed()`
    newest = apps.get_model("journal", "Seal").objects.order_by("-number").first()
    entries = apps.get_model("journal", "Entry").objects.filter(id__gt=newest.last if newest else 0)
    return entries.order_by("id").first()


def _put_in_order() -> Finding:
    """Whether what is past its time was let go of lately."""
    last = registry.last_put_in_order()
    if last is None:
        return Finding(
            "retention",
            OK if not any(one.past for one in registry.keeping()) else WARN,
            "ยังไม่เคยทิ้งสิ่งที่เกินกำหนดเก็บ ดูด้วย sanam tick --dry-run",
            "Nothing past its time was ever let go of; look with `sanam tick --dry-run`.",
        )
    days = (clock.now() - last).days
    state = WARN if days > IN_ORDER_WITHIN else OK
    return Finding(
        "retention", state, f"ทิ้งสิ่งที่เกินกำหนดเก็บล่าสุด {days} วันก่อน", f"Retention was carried out {days} days ago."
    )


def _wiped() -> Finding:
    """Whether the engine's leftovers of erased people were overwritten."""
    since = registry.not_wiped_since()
    if since is None:
        return Finding("erased", OK, "ไม่มีเศษของคนที่ขอลบค้างอยู่", "Nothing of erased people waits to be overwritten.")
    return Finding(
        "erased",
        WARN,
        f"มีเศษของคนที่ขอลบเมื่อ {since.isoformat()} รอเขียนทับ ให้ sanam tick รันทุกนาที",
        f"Leftovers of somebody erased on {since.isoformat()} wait to be overwritten; let `sanam tick` run.",
    )

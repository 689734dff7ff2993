"""`sanam restore`: a backup comes back, proved before it replaces anything."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sanam.interfaces.cli.language import show_progress

NEEDS_DJANGO = True
HELP_TH = "กู้คืนทั้งระบบจากไฟล์สำรอง พิสูจน์ก่อนแล้วจึงแทนที่"
HELP_EN = "bring a whole installation back from a backup, proved before it replaces anything"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="ไฟล์สำรอง / the backup")
    told = "แทนที่ข้อมูลที่มีอยู่ (ของเดิมเก็บไว้ข้าง ๆ) / replace what is there (it is kept beside)"
    parser.add_argument("--replace", action="store_true", help=told)


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Refused, with nothing changed, for a file cut short or altered, other keys, a newer version, existing data."""
    from sanam.interfaces.files.backup.restoring import restore

    return restore(path=options.file, replace=options.replace, say=show_progress)


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """What came back, what the check says, and where the one before lies."""
    print(f"✓ {report['rows']:,} แถว/rows · {report['files']:,} ไฟล์/files · {report['made_at'][:16]}")
    print(f"  {report['journal']['entries']:,} รายการ/entries · head {report['journal']['head']}")
    if report["erased_again"]:
        print(f"  ลบซ้ำตามคำขอที่มีหลังวันสำรอง/erased again, as asked since: {report['erased_again']:,}")
    for kept in report["kept"]:
        print(f"  ของเดิม/before: {kept}")

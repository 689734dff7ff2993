"""`sanam backup`: the whole installation in one file, media included, keys apart."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sanam.interfaces.cli.language import language, show_progress

NEEDS_DJANGO = True
HELP_TH = "สำรองทั้งระบบเป็นไฟล์เดียว รวมรูปและเอกสาร (กุญแจไม่อยู่ในไฟล์ เก็บแยกเอง)"
HELP_EN = "copy the whole installation into one file, pictures and papers included (keys are kept apart)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="ไฟล์ใหม่ที่จะเขียน / the new file to write")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """The file takes its name once it is whole; others go on working meanwhile."""
    from sanam.interfaces.files.backup.making import make

    return make(path=options.file, say=show_progress)


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """Where it is, what it holds, and what it does not."""
    print(f"✓ {report['file']} · {report['bytes'] / 1e6:,.1f} MB")
    print(f"  {report['rows']:,} แถว/rows · {report['files']:,} ไฟล์/files · head {report['head']}")
    needs = ", ".join(f"{name} {mark}" for name, mark in report["keys"].items())
    print(f"  กุญแจที่ต้องใช้/keys it needs: {needs}")
    thai = "กุญแจไม่อยู่ในไฟล์นี้ เก็บแฟ้มกุญแจ (SANAM_KEYS_FILE) ไว้อีกที่หนึ่ง ไม่มีกุญแจก็กู้คืนไม่ได้"
    print(f"  {thai}" if language() == "th" else f"  {_APART}")
    if not report["ok"]:
        print(f"  ! {_BROKEN_TH}" if language() == "th" else f"  ! {_BROKEN}")


_APART = (
    "The keys are not in it: keep the key file (SANAM_KEYS_FILE) in another place; nothing is restored without them."
)
_BROKEN_TH = "ตอนสำรองมีบางอย่างไม่ครบอยู่ก่อนแล้ว ดูด้วย sanam verify all"
_BROKEN = "Something was already broken when this was copied; `sanam verify all` names it."

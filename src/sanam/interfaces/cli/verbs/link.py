"""`sanam link`: look through the whole register for records that may be one person."""

from __future__ import annotations

import argparse
import time
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION
from sanam.interfaces.cli.language import say

NEEDS_DJANGO = True
HELP_TH = "หาคนที่อาจอยู่ในทะเบียนสองครั้ง แล้วฝากคนที่รู้จักเขาดู"
HELP_EN = "find who may stand in the register twice, and leave it to whoever knows them"


def arguments(parser: argparse.ArgumentParser) -> None:
    told = "คู่ที่ต้องดูมากแต่ถูกต้อง / so many questions are right"
    parser.add_argument("--accept", action="store_true", help=told)


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Returns {"people", "scored", "asked", "unasked", "waiting", "seconds"}.

    `scored` pairs came near enough; `asked` and `unasked` were written down now; `waiting` wait in all.
    """
    from sanam.domain.registry import queries
    from sanam.domain.registry.operations import linkage

    started = time.perf_counter()
    found = linkage.look_for_duplicates(by=INSTALLATION, accept=options.accept, say=say)
    return {
        "people": found.people,
        "scored": found.compared,
        "asked": found.asked,
        "unasked": found.unasked,
        "waiting": queries.waiting_duplicates(),
        "seconds": round(time.perf_counter() - started, 1),
    }


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """What came of it, in two lines."""
    asked = f"ถามใหม่/newly asked {report['asked']:,} · เลขตรงไม่ขัดกัน/one number, nothing against {report['unasked']:,}"
    print(f"คน/people {report['people']:,} · {asked}")
    print(f"รอคนดู/waiting {report['waiting']:,} · {report['seconds']} วินาที/s")

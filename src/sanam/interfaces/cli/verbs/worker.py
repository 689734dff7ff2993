"""`sanam worker`: do what waits in the queue."""

from __future__ import annotations

import argparse
import time
from typing import Any

from sanam.interfaces.cli.language import say

NEEDS_DJANGO = True
AGAIN_AFTER = 3.0
"""Seconds."""
HELP_TH = "ทำงานที่รอในคิว เช่น อ่านแฟ้มที่ส่งมาจากหน้าเว็บ"
HELP_EN = "do what waits in the queue, such as reading files sent from a page"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="ทำที่รออยู่ให้หมดแล้วจบ / do what waits now, then stop")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Work until told to stop; a job cut short is queued anew by `tick`."""
    from django.core.management import call_command
    from django.db import DatabaseError, connections

    while True:
        try:
            # the reloader forks and kills; a job must end by itself
            call_command("db_worker", reload=False, batch=options.once, startup_delay=False, verbosity=0)
        except DatabaseError:
            if options.once:
                raise
            say("ฐานข้อมูลยังไม่ว่าง รอแล้วลองใหม่", "The database is not free; waiting, then trying again.")
            connections.close_all()
            time.sleep(AGAIN_AFTER)
        else:
            return {}

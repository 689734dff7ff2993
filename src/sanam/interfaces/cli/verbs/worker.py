"""`sanam worker`: do what waits in the queue."""

from __future__ import annotations

import argparse
from typing import Any

NEEDS_DJANGO = True
HELP_TH = "ทำงานที่รอในคิว เช่น อ่านแฟ้มที่ส่งมาจากหน้าเว็บ"
HELP_EN = "do what waits in the queue, such as reading files sent from a page"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="ทำที่รออยู่ให้หมดแล้วจบ / do what waits now, then stop")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Work until told to stop; a job cut short is queued anew by `tick`."""
    from django.core.management import call_command

    # the reloader forks and kills; a job must end by itself
    call_command("db_worker", reload=False, batch=options.once, startup_delay=False, verbosity=0)
    return {}

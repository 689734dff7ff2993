"""`sanam tick`: what is done every minute; run it from a timer."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused

NEEDS_DJANGO = True
HELP_TH = "งานที่ทำทุกนาที: ปิดตราสมุดบันทึก ตามงานที่ค้างในคิว เก็บกวาดไฟล์"
HELP_EN = "what is done every minute: seal the journal, take up what was left in the queue, sweep files"


def arguments(parser: argparse.ArgumentParser) -> None:
    told = "ทำซ้ำทุกกี่วินาที แทนที่จะทำครั้งเดียว / again every so many seconds, not once"
    parser.add_argument("--every", type=int, metavar="SECONDS", help=told)


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Returns {"queued_anew", "let_go", "swept", "sealed_to", "head"}; each part is harmless when done twice.

    A journal somebody changed is not sealed, and `refused` says so; the rest of the minute's work is done all the same.
    """
    from django.db import connection

    while options.every:
        answer = once()
        if "refused" in answer:
            print(answer["refused"]["th"], answer["refused"]["en"], sep=" / ", file=sys.stderr)
        connection.close()  # a minute's sleep holds nothing
        time.sleep(options.every)
    answer = once()
    return int("refused" in answer), answer


def once() -> dict[str, Any]:
    """What one minute asks for."""
    from django.core.management import call_command

    from sanam.domain.media import operations as media
    from sanam.domain.teams.operations import devices
    from sanam.interfaces.files import queue
    from sanam.interfaces.files.backup import last

    last.write_down()
    answer = {"queued_anew": queue.take_up(), "let_go": queue.let_go(), "swept": media.sweep(by=INSTALLATION)}
    devices.sweep(by=INSTALLATION)
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)
    return answer | sealed()


def sealed() -> dict[str, Any]:
    """How far the journal is sealed, or why it is not."""
    from sanam.domain.journal import operations as journal

    try:
        seal = journal.seal(by=INSTALLATION)
    except Refused as refusal:
        return {"refused": {"code": refusal.code, "th": refusal.th, "en": refusal.en}}
    return {"sealed_to": seal.last if seal else 0, "head": seal.digest if seal else ""}

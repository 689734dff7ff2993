"""`sanam tick`: what is done every minute; run it from a timer."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused

NEEDS_DJANGO = True
HELP_TH = (
    "งานที่ทำทุกนาที: ปิดตราสมุดบันทึก ตามงานที่ค้างในคิว ส่งอีเมลบอกข่าว เก็บกวาดไฟล์ หาคนซ้ำหลังอ่านแฟ้ม เตือนเรื่องที่ถึงวัน"
    " ปิดรอบลงเสียง เริ่มใช้และทบทวนกติกา และวันละครั้ง ทิ้งสิ่งที่เกินกำหนดเก็บ"
)
HELP_EN = (
    "what is done every minute: seal, take up the queue, send letters, sweep files, look for duplicates,"
    " remind of what is due, close rounds, bring rules into force; and once a day let go of what is past its time"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    told = "ทำซ้ำทุกกี่วินาที แทนที่จะทำครั้งเดียว / again every so many seconds, not once"
    parser.add_argument("--every", type=int, metavar="SECONDS", help=told)
    told = "บอกอย่างเดียวว่าอะไรเกินกำหนดเก็บ / only say what is past its time"
    parser.add_argument("--dry-run", action="store_true", help=told)


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Returns {"queued_anew", "let_go", "swept", "looking", "past_its_time", "erasures_listed", "wiped", "reminded",
    "rooms_closed", "proposals", "rules", "asked_how_it_goes", "rules_to_review", "letters", "sealed_to", "head"}.

    Each part is harmless done twice.

    A journal somebody changed is not sealed, and `refused` says so; the rest of the minute's work is done all the same.
    """
    from django.db import connection

    if options.dry_run:
        return 0, {"keeping": past_its_time()}
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

    from sanam.domain.dialogue.operations import results
    from sanam.domain.gatherings.operations import reviews
    from sanam.domain.media import operations as media
    from sanam.domain.notices.operations import letters
    from sanam.domain.registry.operations import erased_again, erasure, retention
    from sanam.domain.rules.operations import by_the_clock, helping, reviewing, steering
    from sanam.domain.teams.operations import devices
    from sanam.interfaces.files import queue
    from sanam.interfaces.files.backup import last

    last.write_down()
    answer: dict[str, Any] = {
        "queued_anew": queue.take_up(),
        "let_go": queue.let_go(),
        "swept": media.sweep(by=INSTALLATION),
        "looking": queue.look_again(),
        "past_its_time": retention.carry_out(by=INSTALLATION),
        "erasures_listed": erased_again.keep_list(by=INSTALLATION),
        "wiped": erasure.wipe(by=INSTALLATION),
        "reminded": reviews.remind(by=INSTALLATION),
        "rooms_closed": results.close_due(by=INSTALLATION),
        "proposals": by_the_clock.keep_time(by=INSTALLATION),
        "rules": steering.keep_time(by=INSTALLATION),
        "asked_how_it_goes": helping.remind(by=INSTALLATION),
        "rules_to_review": reviewing.remind(by=INSTALLATION),
        "letters": {"written": letters.write(by=INSTALLATION), **letters.send(by=INSTALLATION)},
    }
    letters.sweep(by=INSTALLATION)
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


def past_its_time() -> list[dict[str, Any]]:
    """Each class of data, for how many years it is kept, and how much is past that; nothing is let go."""
    from sanam.domain.registry import queries as registry

    return [
        {"class": one.kind.name, "th": one.kind.th, "en": one.kind.en, "years": one.years, "past": one.past}
        for one in registry.keeping()
    ]


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """What was done, or what would be, a line each."""
    for one in answer.get("keeping", []):
        kept = f"{one['years']} ปี/years" if one["years"] else "ยังไม่กำหนด/until decided"
        print(f"{one['past']:>8,}  {one['th']} / {one['en']} · {kept}")
    for name, value in answer.items():
        if name != "keeping":
            print(f"{name}: {value}")

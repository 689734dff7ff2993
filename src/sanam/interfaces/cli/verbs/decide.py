"""`sanam decide`: count a decision again from plain responses."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sanam.interfaces.cli.language import language, say

HELP_TH = "นับมติใหม่จากคำตอบในไฟล์ธรรมดา: องค์ประชุมตามขา วิธีตัดสิน และครั้งที่ถาม"
HELP_EN = "count a decision again from plain responses: quorum by legs, method and call"


def arguments(parser: argparse.ArgumentParser) -> None:
    told = "ขา วิธี ครั้งที่ และคำตอบ เป็น JSON / legs, method, call and responses, as JSON"
    parser.add_argument("file", type=Path, metavar="FILE", help=told)


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Returns what docs/how-to/count-a-decision.md lists; raises BadInput for a file that cannot be counted."""
    from sanam.interfaces.files.decisions import reading, writing

    asked = reading.read(options.file)
    decision = asked.decide()
    if asked.ignored:
        names = ", ".join(asked.ignored)
        say(f"ไม่ได้ใช้: {names}", f"Not used: {names}")
    return {**writing.answer(decision, language()), "blank": asked.blank, "ignored": list(asked.ignored)}


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """The sentence first, then each leg on a line."""
    print(answer["why"])
    for name, leg in answer["legs"].items():
        said = " · ".join(f"{value} {count}" for value, count in leg["said"].items())
        print(f"  {'✓' if leg['answered'] else '–'} {name}  {leg['answered']}/{leg['filled']}  {said}".rstrip())

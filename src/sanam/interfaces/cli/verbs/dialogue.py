"""`sanam dialogue`: common goals and emphases of plain files, so that anyone can count a room again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sanam.interfaces.cli.usage import in_one

HELP_TH = "วงคุย: นับเป้าหมายร่วมและจุดเน้นตามขาจากไฟล์ธรรมดา"
HELP_EN = "dialogue: count common goals and emphases by legs, from plain files"


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    file = kinds.add_parser("file", help="เสียงของคนในวง / the voices of a room")
    file.add_argument("file", type=Path, metavar="VOTES.csv", help="participant,statement,vote: 1 0 -1")
    groups = "ใครอยู่ขาไหน: participant,group / who is of which leg: participant,group"
    file.add_argument("--groups", type=Path, required=True, metavar="GROUPS.csv", help=groups)
    dots = "จุดที่ให้แต่ละเป้าหมาย / dots on goals: participant,statement,dots"
    file.add_argument("--dots", type=Path, metavar="DOTS.csv", help=dots)


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Returns what `docs/reference/dialogue.md` lists; raises BadInput for a file that cannot be meant."""
    from sanam.domain.dialogue.counting import plain
    from sanam.interfaces.files.relations import votes

    read = votes.read(options.file, options.groups, options.dots)
    return {**plain.document(read.results), "ignored": read.ignored}


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """A line for each statement, common goals first; the rest in a few words."""
    ordered = sorted(answer["statements"], key=lambda one: not one["common"])
    for one in ordered:
        print(f"{one['gic']:.3f}  {one['statement']} · {_standing(one)}")
    for one in (answer["emphases"] or {}).get("emphasised", ()):
        if one["more"]:
            print(in_one("จุดเน้น / emphasis") + f": {one['group']} · {one['statement']} {one['share']:.0%}")
    if found := answer["clusters"]:
        print(in_one("กลุ่มความเห็นตรงกับขา (ARI) / opinion groups match legs (ARI)") + f": {found['ari']:.2f}")


def _standing(one: dict[str, Any]) -> str:
    if one["common"]:
        return in_one("เป้าหมายร่วม / common goal")
    if quiet := _not_spoken(one["by_group"]):
        return in_one("ขานี้ยังไม่ได้พูด / not spoken yet") + ": " + ", ".join(quiet)
    lowest = one["lowest"]
    return in_one("เห็นด้วยน้อยที่สุด / lowest") + f": {lowest['group']} {lowest['agreement']:.0%}"


def _not_spoken(by_group: dict[str, dict[str, int]]) -> list[str]:
    from sanam.domain.dialogue.counting import FEWEST

    return [group for group, said in by_group.items() if said["seen"] < FEWEST]

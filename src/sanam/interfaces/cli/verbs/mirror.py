"""`sanam mirror`: network and attendance measures of plain files, to be held against a book."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from sanam.interfaces.cli.usage import in_one

HELP_TH = "กระจก: วัดเครือข่ายหรือการมาร่วมจากไฟล์ธรรมดา เทียบกับที่บังเอิญจะให้"
HELP_EN = "the mirror: measure a network or attendance of plain files, beside what chance gives"
# figures of whole networks, which can be told in a line each; those by name only in the document
IN_A_LINE = {
    "n": "จุด / nodes",
    "m": "เส้นเชื่อม / ties",
    "density": "ความหนาแน่น / density",
    "degree_centralisation": "รวมศูนย์ / degree centralisation",
    "cut_vertices": "จุดที่ขาดแล้วแยก / cut vertices",
    "bridges": "เส้นที่ขาดแล้วแยก / bridges",
    "bottleneck": "อาจเป็นคอขวด / possible bottlenecks",
    "ei": "E–I",
    "modularity": "โมดูลาริตี / modularity",
    "events": "วง / gatherings",
    "attendances": "ครั้งที่มา / attendances",
    "gini": "จีนี / Gini",
    "pielou_j": "Pielou J",
    "hhi": "HHI",
    "newcomers": "คนใหม่แต่ละวง / newcomers of each gathering",
    "backbone_pairs": "คู่ที่พบกันเกินบังเอิญ / pairs beyond chance",
    "backbone_says": "คู่เหล่านั้น / those pairs",
    "minimum_set": "ถ้าขาดแล้ววงหนึ่งไม่มีใคร / without whom a gathering has nobody",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    file = kinds.add_parser("file", help="เครือข่าย: ใครเชื่อมกับใคร / a network: who is tied to whom")
    events = kinds.add_parser("events", help="การมาร่วม: คน,วง / attendance: person,event")
    file.add_argument("file", type=Path, metavar="EDGES.csv", help="สองช่องต่อแถว / two cells a row")
    file.add_argument("--legs", type=Path, metavar="LEGS.csv", help="ชื่อกับขา / name and leg")
    file.add_argument("--directed", action="store_true", help="เส้นมีทิศทาง / ties run one way")
    rewired = "เทียบการแบ่งกลุ่มกับเครือข่ายสุ่มกี่ผัง เช่น 500 / rewired networks to hold the division against, such as 500"
    file.add_argument("--rewired", type=whole, default=0, metavar="N", help=rewired)
    events.add_argument("file", type=Path, metavar="ATTENDANCE.csv", help="คน,วง และวันที่ถ้ามี / person,event[,date]")
    for one in (file, events):
        one.add_argument("--seed", type=whole, default=1, help="เลขเดิมได้ผลเดิม / the same seed, the same answer")


def whole(typed: str) -> int:
    """A seed or a count as typed: a whole number, not below nought."""
    if not typed.isdecimal():
        raise argparse.ArgumentTypeError("0, 1, 2 …")
    return int(typed)


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Returns what `docs/reference/mirror.md` lists; raises BadInput for a file that cannot be meant."""
    return (_file if options.kind == "file" else _events)(options)


def _file(options: argparse.Namespace) -> dict[str, Any]:
    from sanam.domain.mirror import plain
    from sanam.interfaces.files.relations import networks

    read = networks.read(options.file, options.legs, directed=options.directed)
    answer = plain.of_network(read.network, read.legs, seed=options.seed, rewired=options.rewired)
    return {**answer, "header": read.header, "ignored": read.ignored}


def _events(options: argparse.Namespace) -> dict[str, Any]:
    from sanam.domain.mirror import plain
    from sanam.interfaces.files.relations import attendance

    read = attendance.read(options.file)
    answer = plain.of_events(read.names, read.events, seed=options.seed)
    return {**answer, "dated": read.dated, "header": read.header, "ignored": read.ignored}


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """The figures of the whole, a line each; those by name stand in `--json`."""
    for name, words in IN_A_LINE.items():
        if name in answer:
            print(f"{in_one(words)}: {_short(answer[name])}")


def _short(value: Any) -> str:
    if value is None:
        return in_one("ยังบอกไม่ได้ / cannot say yet")
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, dict):
        return " · ".join(f"{name} {_short(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(_short(one) for one in value) or "-"
    return in_one(value.replace(" · ", " / ", 1)) if isinstance(value, str) else json.dumps(value)

"""`sanam bench`: ratios against the bare engine, on SQLite and on PostgreSQL. Never fails on a time."""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any

from sanam.interfaces.cli import checkout
from sanam.interfaces.cli.language import say

HELP_TH = "วัดความเร็วเป็นสัดส่วนกับฐานข้อมูลเปล่า ๆ"
HELP_EN = "measure speed as ratios to the bare engine"
WORDS = {
    "intake": "43-file intake",
    "find": "find people by a name part",
    "list": "list of a group",
    "person": "person",
    "worklist": "worklist, those asked of longest ago",
    "currency": "how current each village is",
    "reports": "figures of every village, for the reports and the map",
    "deed": "one deed",
    "linkage": "look for duplicates, against splink alone",
    "verify": "verify the journal, against hashing",
    "verify_read": "verify the journal, against fetching and hashing",
    "mirror": "every figure of a district's mirror, against bare numpy and rustworkx",
    "room": "200 phones come into a room and answer 24 cards, against bare INSERTs",
    "room_plain": "the same without JavaScript",
    "room_paced": "the slowest of 20 answers (p95) while 200 phones answer each 3–8 s, against one bare INSERT",
}
AIMS = {
    "intake": "≤ 10×",
    "find": "≤ 2× + 30 ms",
    "list": "≤ 2× + 30 ms",
    "person": "≤ 2× + 30 ms",
    "worklist": "≤ 2× + 30 ms",
    "currency": "≤ 2× + 30 ms",
    "reports": "≤ 2× + 30 ms",
    "deed": "≤ 25×, ≤ 20 ms",
    "linkage": "≤ 1.3×",
    "verify": "≤ 3×",
    "mirror": "≤ 2×",
    "room": "≤ 25 s",
    "room_paced": "≤ 1 s",
}
PHONES = 200
TRACES = 20_000


def arguments(parser: argparse.ArgumentParser) -> None:
    sizes = "คนในอำเภอ หลายขนาดได้ เช่น 84000 520000 / people of the district; of several sizes the growth is told"
    parser.add_argument("--persons", type=int, nargs="+", default=[84_000], help=sizes)
    parser.add_argument("--entries", type=int, default=200_000, help="รายการในสมุดบันทึก / entries of the journal")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Measure on SQLite and on a PostgreSQL of its own; returns {"taken": [{database, rows}]}."""
    sys.path.insert(0, str(checkout.ROOT))
    sizes = sorted(options.persons)
    works: list[tuple[Any, ...]] = [("first_rows", size) for size in sizes]
    works += [("verify", options.entries), ("phones", PHONES), ("phones", PHONES, "24", "paced")]
    taken = []
    for vendor in ("SQLite", "PostgreSQL"):
        say(f"วัดบน {vendor}", f"Measuring on {vendor}")
        for what, size, *more in works:
            # each in a database of its own: they have keys of their own
            with import_module("tests.postgres").server() if vendor == "PostgreSQL" else nullcontext("") as url:
                taken.append(_measured(what, size, url, *more))
    # plain rows: no database has a part in it
    taken.append(_measured("mirror", TRACES, ""))
    (checkout.ROOT / "docs/reference/performance.md").write_text(_table(taken))
    return {"taken": taken}


def _measured(what: str, size: int, url: str, *more: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="sanam-bench-") as home:
        environment = os.environ | {"SANAM_HOME": home, "DJANGO_SETTINGS_MODULE": "sanam.config.settings"}
        environment["DATABASE_URL"] = url or f"sqlite:///{Path(home) / 'bench.sqlite3'}"
        command = [sys.executable, "-m", f"benchmarks.{what}", str(size), *more]
        done = subprocess.run(command, cwd=checkout.ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    told = dict(json.loads(done.stdout))
    name = f"{'-'.join([what.replace('_', '-'), *more[1:]])}-{told['database']}-{size}.json"
    (checkout.ROOT / "benchmarks" / "results" / name).write_text(json.dumps(told, indent=2) + "\n")
    return told


def _table(taken: list[dict[str, Any]]) -> str:
    """The page of the latest figures: ours and its limit in milliseconds, and the ratio."""
    lines = [
        "# Speed, as ratios",
        "",
        "Written by `./sanam bench`. Ours against the bare engine doing the same work, medians of interleaved runs.",
        "Growth is the exponent by which our time grew from the size above: 0 not at all, 1 as the size did.",
        "Phones and pages of the room share the machine, with whatever else ran on it: seconds of processor, the load",
        "and how current the wall was stand beside the time in `benchmarks/results/phones-*.json`.",
        "",
        "| work | database | size | ours ms | limit ms | ratio | growth | aim |",
        "|---|---|---|---|---|---|---|---|",
    ]
    smaller: dict[tuple[str, str], tuple[int, float]] = {}
    for one in taken:
        for name, row in one["rows"].items():
            size, ours = one.get("people") or one["entries"], row["ours_ms"]
            growth = _growth(smaller.get((name, one["database"])), (size, ours))
            smaller[name, one["database"]] = (size, ours)
            figures = (ours, row["limit_ms"], row["ratio"], growth, AIMS.get(name, ""))
            cells = (WORDS[name], one["database"], f"{size:,}", *figures)
            lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _growth(small: tuple[int, float] | None, large: tuple[int, float]) -> str:
    """b of time = a × size^b between two (size, milliseconds); empty where there is only one."""
    if small is None or small[0] == large[0]:
        return ""
    return f"{math.log(large[1] / small[1]) / math.log(large[0] / small[0]):.2f}"

"""`sanam bench`: ratios against the bare engine, on SQLite and on PostgreSQL. Never fails on a time."""

from __future__ import annotations

import argparse
import json
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
    "deed": "one deed",
    "linkage": "look for duplicates, against splink alone",
    "verify": "verify the journal, against hashing",
    "verify_read": "verify the journal, against fetching and hashing",
}
AIMS = {
    "intake": "≤ 10×",
    "find": "≤ 2× + 30 ms",
    "list": "≤ 2× + 30 ms",
    "person": "≤ 2× + 30 ms",
    "deed": "≤ 25×, ≤ 20 ms",
    "linkage": "≤ 1.3×",
    "verify": "≤ 3×",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--persons", type=int, default=84_000, help="คนในอำเภอ / people of the district")
    parser.add_argument("--entries", type=int, default=200_000, help="รายการในสมุดบันทึก / entries of the journal")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Measure on SQLite and on a PostgreSQL of its own; returns {"taken": [{database, rows}]}."""
    sys.path.insert(0, str(checkout.ROOT))
    works = (("first_rows", options.persons), ("linkage", options.persons), ("verify", options.entries))
    taken = []
    for vendor in ("SQLite", "PostgreSQL"):
        say(f"วัดบน {vendor}", f"Measuring on {vendor}")
        for what, size in works:
            # each in a database of its own: they have keys of their own
            with import_module("tests.postgres").server() if vendor == "PostgreSQL" else nullcontext("") as url:
                taken.append(_measured(what, size, url))
    (checkout.ROOT / "docs/reference/performance.md").write_text(_table(taken))
    return {"taken": taken}


def _measured(what: str, size: int, url: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="sanam-bench-") as home:
        environment = os.environ | {"SANAM_HOME": home, "DJANGO_SETTINGS_MODULE": "sanam.config.settings"}
        environment["DATABASE_URL"] = url or f"sqlite:///{Path(home) / 'bench.sqlite3'}"
        command = [sys.executable, "-m", f"benchmarks.{what}", str(size)]
        done = subprocess.run(command, cwd=checkout.ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    told = dict(json.loads(done.stdout))
    name = f"{what.replace('_', '-')}-{told['database']}-{size}.json"
    (checkout.ROOT / "benchmarks" / "results" / name).write_text(json.dumps(told, indent=2) + "\n")
    return told


def _table(taken: list[dict[str, Any]]) -> str:
    """The page of the latest figures: ours and its limit in milliseconds, and the ratio."""
    lines = [
        "# Speed, as ratios",
        "",
        "Written by `./sanam bench`. Ours against the bare engine doing the same work, medians of interleaved runs.",
        "",
        "| work | database | size | ours ms | limit ms | ratio | aim |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in taken:
        for name, row in one["rows"].items():
            size = one.get("people") or one["entries"]
            figures = (row["ours_ms"], row["limit_ms"], row["ratio"], AIMS.get(name, ""))
            cells = (WORDS[name], one["database"], f"{size:,}", *figures)
            lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"

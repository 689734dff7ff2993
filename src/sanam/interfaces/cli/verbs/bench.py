"""`sanam bench`: ratios against the bare engine, on SQLite and on PostgreSQL. Never fails on a time."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
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
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--persons", type=int, default=84_000)


def run(options: argparse.Namespace) -> dict[str, Any]:
    taken = [_taken("", options.persons)]
    sys.path.insert(0, str(checkout.ROOT))
    with import_module("tests.postgres").server() as url:
        taken.append(_taken(url, options.persons))
    results = checkout.ROOT / "benchmarks" / "results"
    for one in taken:
        (results / f"first-rows-{one['database']}-{options.persons}.json").write_text(json.dumps(one, indent=2) + "\n")
    (checkout.ROOT / "docs/reference/performance.md").write_text(_table(taken))
    return {"taken": taken}


def _taken(url: str, persons: int) -> dict[str, Any]:
    say(f"วัดบน {'PostgreSQL' if url else 'SQLite'}", f"Measuring on {'PostgreSQL' if url else 'SQLite'}")
    with tempfile.TemporaryDirectory(prefix="sanam-bench-") as home:
        environment = os.environ | {"SANAM_HOME": home, "DJANGO_SETTINGS_MODULE": "sanam.config.settings"}
        environment["DATABASE_URL"] = url or f"sqlite:///{Path(home) / 'bench.sqlite3'}"
        command = [sys.executable, "-m", "benchmarks.first_rows", str(persons)]
        done = subprocess.run(command, cwd=checkout.ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout))


def _table(taken: list[dict[str, Any]]) -> str:
    """The page of the latest figures: ours and its limit in milliseconds, and the ratio."""
    lines = [
        "# Speed, as ratios",
        "",
        "Written by `./sanam bench`. Ours against the bare engine doing the same work, medians of interleaved runs.",
        "",
        "| work | database | people | ours ms | limit ms | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for one in taken:
        for name, row in one["rows"].items():
            cells = (WORDS[name], one["database"], one["people"], row["ours_ms"], row["limit_ms"], row["ratio"])
            lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"

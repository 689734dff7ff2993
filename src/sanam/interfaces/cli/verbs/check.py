"""`sanam check`: everything a reviewer should not have to look for, one line each."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from sanam.interfaces.cli import checkout

NAME = "check"
HELP_TH = "ตรวจรูปแบบ ชนิดข้อมูล ทิศทางของบ้าน แม่แบบ คำแปล migrations และหน้าอ้างอิง"
HELP_EN = "check layout, types, direction of imports, templates, translations, migrations and reference pages"
NAMES = ("mypy", "ruff", "format", "templates", "translations", "imports", "migrations", "docs")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, and the command that fails when it does not."""

    name: str
    command: list[str]


def checks() -> list[Check]:
    """The longest first, so that the others are done beside it."""
    python = [sys.executable, "-P", "-m"]
    return [
        Check("mypy", ["mypy", "--no-error-summary"]),
        Check("ruff", ["ruff", "check", "--quiet", "."]),
        Check("format", ["ruff", "format", "--check", "--quiet", "."]),
        Check("templates", ["djade", "--check", *checkout.templates()]),
        Check("translations", [sys.executable, "tools/messages.py", "check"]),
        Check("imports", ["lint-imports", "--no-cache"]),
        Check("migrations", [*python, "django", "makemigrations", "--check", "--dry-run", "--verbosity=1"]),
        Check("docs", [*python, "sanam.interfaces.cli.main", "docs", "--check"]),
    ]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("only", nargs="*", metavar="CHECK", type=known, help=", ".join(NAMES))


def known(name: str) -> str:
    if name not in NAMES:
        raise argparse.ArgumentTypeError(f"{name}: {', '.join(NAMES)}")
    return name


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Run them all, also after one has failed."""
    chosen = [check for check in checks() if not options.only or check.name in options.only]
    # the settings are read, so they get a home that is not this checkout's own installation
    with tempfile.TemporaryDirectory(prefix="sanam-check-") as home, ThreadPoolExecutor(os.cpu_count()) as cores:
        held = dict(zip((check.name for check in chosen), cores.map(partial(holds, home), chosen), strict=True))
    return int(not all(held.values())), {"checks": held}


def holds(home: str, check: Check) -> bool:
    """Run one and say ✓ or ✗; what it complained of follows a ✗, in one piece."""
    done = checkout.run(check.command, SANAM_HOME=home, DATABASE_URL=f"sqlite:///{home}/{check.name}.sqlite3")
    said = f"✗ {check.name}\n{done.stdout.rstrip()}" if done.returncode else f"✓ {check.name}"
    print(said, file=sys.stderr, flush=True)
    return done.returncode == 0


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """Everything was said while it ran."""

"""`sanam migrate`: bring the database to this version; places and code lists come with it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

NEEDS_DJANGO = True
HELP_TH = "ปรับฐานข้อมูลให้ตรงรุ่น"
HELP_EN = "bring the database to this version"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to say."""


def run(options: argparse.Namespace) -> dict[str, Any]:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
    return {"migrated": True}

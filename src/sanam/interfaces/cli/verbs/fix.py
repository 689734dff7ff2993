"""`sanam fix`: put right what a machine can put right."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sanam.interfaces.cli import checkout

NAME = "fix"
HELP_TH = "จัดรูปแบบโค้ดและแม่แบบให้เรียบร้อย"
HELP_EN = "put the layout of code and templates right"


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Let each tool write its corrections; what it could not correct is shown."""
    steps = {
        "ruff": ["ruff", "check", "--fix", "--quiet", "."],
        "format": ["ruff", "format", "--quiet", "."],
        "templates": ["djade", *checkout.templates()],
    }
    left = {}
    for name, command in steps.items():
        done = checkout.run(command)
        # djade answers 1 when it has rewritten something, which is what it was asked to do
        left[name] = "" if name == "templates" and done.returncode == 1 else done.stdout if done.returncode else ""
        print(left[name] or f"✓ {name}", file=sys.stderr, flush=True)
    return int(any(left.values())), {"left": left}


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """Everything was said while it ran."""

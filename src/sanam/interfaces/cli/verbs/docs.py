"""`sanam docs`: write docs/reference from the code, or find the page that no longer says what the code says."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sanam.interfaces.cli import checkout

NEEDS_DJANGO = True
HELP_TH = "สร้างหน้าอ้างอิงใน docs/reference จากโค้ด"
HELP_EN = "make the pages of docs/reference from the code"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="ไม่เขียน บอกเพียงว่าหน้าใดเก่า / write nothing, name what is stale"
    )


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    from sanam.interfaces.cli import reference

    folder = checkout.require() / "docs" / "reference"
    if options.check:
        stale = reference.stale(folder)
        return int(bool(stale)), {"stale": stale}
    return 0, {"written": reference.write(folder)}


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """One line for each page; how to put a stale one right."""
    for name in answer.get("stale", []):
        print(f"✗ docs/reference/{name}: ./sanam docs", file=sys.stderr)
    for name in answer.get("written", []):
        print(f"docs/reference/{name}")

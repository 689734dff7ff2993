"""`sanam tick`: what is done every minute; run it from a timer."""

from __future__ import annotations

import argparse
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION

NEEDS_DJANGO = True
HELP_TH = "งานที่ทำทุกนาที: ปิดตราสมุดบันทึก"
HELP_EN = "what is done every minute: seal the journal"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to say."""


def run(options: argparse.Namespace) -> dict[str, Any]:
    from sanam.domain.journal import operations

    seal = operations.seal(by=INSTALLATION)
    return {"sealed_to": seal.last if seal else 0, "head": seal.digest if seal else ""}

"""What the verbs for people who change the platform share: the checkout, and running its tools in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sanam.domain.foundation.refused import Refused

ROOT = Path(__file__).resolve().parents[4]


def require() -> Path:
    """The checkout's folder; refused where the platform is installed without one."""
    if not (ROOT / "pyproject.toml").exists():
        raise Refused(
            "cli.no_checkout",
            "คำสั่งนี้ใช้ได้เฉพาะในโฟลเดอร์ซอร์สโค้ด",
            "This verb needs a checkout of the source.",
        )
    return ROOT


def surroundings(**more: str) -> dict[str, str]:
    """Our own environment with the checkout's tools first and its settings named."""
    tools = str(Path(sys.executable).parent)
    return {
        "DJANGO_SETTINGS_MODULE": "sanam.config.settings",
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        **more,
    }


def run(command: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    """Run a tool in the checkout, keeping what it says; `more` adds to its environment."""
    return subprocess.run(
        command,
        cwd=require(),
        env=surroundings(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def templates() -> list[str]:
    """Every template, as paths within the checkout."""
    return sorted(str(path.relative_to(ROOT)) for path in (require() / "src").rglob("*.html"))

"""`sanam demo`: the invented district in an embedded database, served."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.cli.language import say

HELP_TH = "สร้างอำเภอสมมติแล้วเปิดให้ลองใช้"
HELP_EN = "build the invented district and serve it"
BEING_BUILT = "sample.being-built"
FEWEST = 300
# Django starts only after the database was chosen
NEEDS_DJANGO = False


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", type=Path, help="โฟลเดอร์ที่จะเก็บ / the folder to keep it in")
    parser.add_argument("--no-serve", action="store_true", help="สร้างแล้วจบ / build it and stop")
    parser.add_argument("--port", type=int, default=8000, help="พอร์ต / the port")
    parser.add_argument("--persons", type=int, default=6000, help="จำนวนคนโดยประมาณ / about how many people")
    parser.add_argument("--seed", type=int, default=1, help="เลขเดิมได้อำเภอเดิม / the same seed, the same district")


def run(options: argparse.Namespace) -> dict[str, Any]:
    from sanam.config import env

    home = (options.at or env.home() / "demo").resolve()
    _check(home, options.persons)
    os.environ["SANAM_HOME"] = str(home)
    os.environ["DATABASE_URL"] = url = f"sqlite:///{home / 'sanam.sqlite3'}"
    os.environ["SANAM_SAMPLE"] = "yes"
    report = {"database": url, **(_kept(home) or _built(home, options))}
    if not options.no_serve:
        from sanam.interfaces.cli.verbs.serve import serve

        tell(report, options)
        serve("127.0.0.1", options.port)
    return report


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """Where it is, and how to sign in as each seat."""
    print(f"คน/people {report['people']:,} · {report['database']}")
    for one in report["sign_in"]:
        print(f"  {one['username']:<10} {one['password']}  {one['name']} · {one['seat']}")


def _built(home: Path, options: argparse.Namespace) -> dict[str, Any]:
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanam.config.settings")
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    mark = home / BEING_BUILT
    if mark.exists():  # a build that was cut short is begun anew
        for left in home.glob("sanam.sqlite3*"):
            left.unlink()
    mark.touch()
    say("เตรียมฐานข้อมูล", "Preparing the database")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from sanam.sample.build import build, write_mark

    report = build(persons=options.persons, seed=options.seed, say=say)
    write_mark(home, report)
    mark.unlink()
    return report


def _check(home: Path, persons: int) -> None:
    """Raise BadInput where the district cannot be built, or where something lies that is not ours to replace."""
    if persons < FEWEST:
        raise BadInput("demo.persons", f"ขออย่างน้อย {FEWEST} คน", f"Ask for {FEWEST} people or more.")
    if home.exists() and not home.is_dir():
        raise BadInput("demo.no_folder", f"{home.name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", f"{home.name} is a file, not a folder.")
    ours = (home / "sample.json").exists() or (home / BEING_BUILT).exists()
    if not ours and (home / "sanam.sqlite3").exists():
        raise BadInput(
            "demo.not_ours",
            "โฟลเดอร์นี้มีฐานข้อมูลที่ไม่ใช่อำเภอสมมติอยู่แล้ว เลือกโฟลเดอร์อื่นด้วย --at",
            "This folder holds a database that is no sample district; choose another with --at.",
        )


def _kept(home: Path) -> dict[str, Any] | None:
    """A demo built before: the same people, and the same ways to sign in."""
    try:
        kept = json.loads((home / "sample.json").read_text())
    except (OSError, ValueError):
        return None
    say("ใช้อำเภอสมมติที่สร้างไว้แล้ว", "Using the invented district built before")
    return {"people": kept["people"], "sign_in": kept["sign_in"]}

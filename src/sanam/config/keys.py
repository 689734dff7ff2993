"""`sanam keys`: turn the keys, and drop old ones nothing needs any more."""

from __future__ import annotations

import argparse
import secrets
import time
from typing import Any

from sanam.config import env, turning
from sanam.domain.foundation import sealing
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused

NEEDS_DJANGO = True
HELP_TH = "เปลี่ยนกุญแจ ปิดผนึกใหม่ทุกแถว และทิ้งกุญแจเก่าที่ไม่มีอะไรต้องใช้แล้ว"
HELP_EN = "turn the keys, seal every row anew, and drop old keys nothing needs"
TURNED = ("field", "hash", "journal")
EVERYBODY_KNOWS_AFTER = 2.5
"""Seconds: a running process looks at the key file once a second."""


def arguments(parser: argparse.ArgumentParser) -> None:
    told = "ดู เปลี่ยน (ค้างไว้ก็ทำต่อ) หรือทิ้งดอกเก่า / show, rotate (or go on with it), or drop old ones"
    parser.add_argument("what", choices=["show", "rotate", "drop"], help=told)


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Returns {"keys": {kind: [names, the one in use first]}, "turning"}, and what was done."""
    done = {"show": dict, "rotate": rotate, "drop": drop}[options.what]()
    return {"keys": {kind: sealing.key_ids(kind) for kind in TURNED}, "turning": _turning(), **done}


def rotate() -> dict[str, Any]:
    """Make new keys, or go on with a rotation cut short; seal everything anew, and the journal first."""
    from sanam.domain.registry.operations import keys

    if env.keys_are_given():
        return _resealed_only()
    if not _turning():
        env.write_key_file(_turned(env.key_file()))
    turning.hand_over(env.keys())
    time.sleep(EVERYBODY_KNOWS_AFTER)
    last = keys.close_the_journal(by=INSTALLATION)
    env.write_key_file(_ended(env.key_file(), last))
    turning.hand_over(env.keys())
    changed = keys.reseal(by=INSTALLATION)
    env.write_key_file(env.key_file() | {"turning": False})
    return {"turning": False, "resealed": changed}


def drop() -> dict[str, Any]:
    """Look at every row once more, then let go of the keys nothing needs; which ones stay, and for what."""
    from sanam.domain.registry.operations import keys

    _check_may_drop()
    keys.reseal(by=INSTALLATION)
    held = env.key_file()
    needed = keys.hash_keys_needed(by=INSTALLATION)
    names = dict(zip(held.get("before", {}).get("hash", []), sealing.key_ids("hash")[1:], strict=True))
    stays = [one for one, name in names.items() if name in needed]
    # old seals are proved by the key of their time; up to its last entry, and no further
    held["before"] = {"field": [], "hash": stays, "journal": held.get("before", {}).get("journal", [])}
    env.write_key_file(held)
    turning.hand_over(env.keys())
    return {"kept": {"hash": len(stays), "journal": len(held["before"]["journal"])}}


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """The names of the keys, which say nothing of the keys, and what became of them."""
    for kind, names in answer["keys"].items():
        print(f"{kind:<8} {names[0]}" + (f"  (เก่า/older: {', '.join(names[1:])})" if names[1:] else ""))
    if answer["turning"]:
        print("ยังเปลี่ยนไม่จบ รัน sanam keys rotate อีกครั้ง / a rotation is unfinished: sanam keys rotate")
    for table, rows in answer.get("resealed", {}).items():
        print(f"✓ {table} {rows:,} แถว/rows")


def _turned(held: dict[str, Any]) -> dict[str, Any]:
    """The file with new keys in use and the ones in use until now behind them."""
    before = held.get("before", {})
    older = {kind: [held[kind], *before.get(kind, [])] for kind in TURNED}
    return held | {kind: secrets.token_hex(32) for kind in TURNED} | {"before": older, "turning": True}


def _ended(held: dict[str, Any], last: int) -> dict[str, Any]:
    """The file once it is known which entry was the last that the older journal keys may have signed."""
    older = [one if "@" in one else f"{one}@{last}" for one in held["before"]["journal"]]
    return held | {"before": held["before"] | {"journal": older}}


def _turning() -> bool:
    return not env.keys_are_given() and bool(env.key_file().get("turning"))


def _resealed_only() -> dict[str, Any]:
    from sanam.domain.registry.operations import keys

    if not any(env.older_keys().values()):
        raise Refused(
            "keys.given",
            "กุญแจมาจากตัวแปรแวดล้อม ใส่ดอกใหม่ใน SANAM_KEY_* และดอกเดิมใน SANAM_KEY_*_BEFORE แล้วรันอีกครั้ง",
            "The keys come from the environment: put new ones into SANAM_KEY_*, the old into SANAM_KEY_*_BEFORE.",
        )
    return {"resealed": keys.reseal(by=INSTALLATION)}


def _check_may_drop() -> None:
    if env.keys_are_given():
        raise Refused(
            "keys.given_drop",
            "กุญแจมาจากตัวแปรแวดล้อม รัน keys rotate ให้จบ แล้วเอา SANAM_KEY_FIELD_BEFORE ออกได้",
            "The keys come from the environment: finish `keys rotate`, then take SANAM_KEY_FIELD_BEFORE away.",
        )
    if _turning():
        raise Refused(
            "keys.turning",
            "ยังเปลี่ยนกุญแจไม่จบ รัน sanam keys rotate ให้จบก่อน",
            "A rotation is unfinished; run `sanam keys rotate` to its end first.",
        )

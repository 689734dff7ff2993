"""What a backup says of itself, signed with the installation's key."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from sanam.domain.foundation import sealing
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.interfaces.files.backup.archive import Member, Reading, Writing, altered

FORMAT = 1
NAME, SIGNATURE = "manifest.json", "manifest.mac"
_PURPOSE = "backup.manifest"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in the order of each line, how many rows, and the last number it gave out."""

    columns: list[str]
    rows: int
    given_out: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """`journal` is the verdict of its check at that moment, `broken` the names of other checks that failed then.

    `lost` counts files of the media room that were missing; `engine` is the database it came from;
    `invented` says that its people are a sample.
    """

    made_at: str
    version: str
    engine: str
    keys: dict[str, list[str]]
    migrations: list[str]
    tables: dict[str, Table]
    journal: dict[str, Any]
    broken: list[str]
    lost: int
    invented: bool
    members: dict[str, Member]
    format: int = FORMAT

    def write(self, to: Writing) -> None:
        """Put the manifest and its signature at the end."""
        told = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()
        to.add(NAME, [told])
        to.add(SIGNATURE, [sealing.mac(told, _PURPOSE).encode()])


def read(backup: Reading) -> Manifest:
    """The manifest, once the keys fit and its signature holds; raises BadInput or Refused."""
    told = backup.small(NAME)
    try:
        said = json.loads(told)
        if said["format"] > FORMAT:
            raise newer()
        _check_keys(said["keys"])
        signature = backup.small(SIGNATURE).decode("ascii")
        if not sealing.is_mac(signature, told, _PURPOSE, number=0):  # whichever key signed when it was made
            raise altered()
        said["tables"] = {name: Table(**one) for name, one in said["tables"].items()}
        said["members"] = {name: Member(**one) for name, one in said["members"].items()}
        manifest = Manifest(**said)
    except (ValueError, TypeError, KeyError):
        raise altered() from None
    backup.expect(manifest.members)
    return manifest


def _check_keys(needed: dict[str, list[str]]) -> None:
    ours = sealing.fingerprints()
    if missing := sorted(kind for kind, all_of in needed.items() if not set(all_of) <= set(ours.get(kind, ()))):
        which = ", ".join(missing)
        raise Refused(
            "backup.other_keys",
            f"กุญแจของระบบนี้ไม่ใช่ชุดที่ไฟล์สำรองต้องใช้ ({which}) นำแฟ้มกุญแจที่เก็บแยกไว้มาวาง แล้วตั้ง SANAM_KEYS_FILE",
            f"This installation's keys are not those the backup needs ({which}); "
            "put the key file that was kept apart in place, and set SANAM_KEYS_FILE.",
            details={"keys": {kind: needed[kind] for kind in missing}},
        )


def newer() -> BadInput:
    """What is said of a backup that this version cannot understand."""
    return BadInput(
        "backup.newer",
        "ไฟล์สำรองนี้มาจากรุ่นที่ใหม่กว่า ปรับโปรแกรมให้เป็นรุ่นเดียวกันก่อน แล้วกู้คืนอีกครั้ง",
        "This backup comes from a newer version; bring this installation to that version first.",
    )

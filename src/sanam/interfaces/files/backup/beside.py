"""A second database beside the one in use, in which a restore is built; and the moment they change places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from django.db import connection, connections

from sanam.domain.foundation.refused import Refused

ALIASES = ("default", "looks")


class Beside(Protocol):
    """Where a restore is built. Nothing of it touches the database in use until `change_places`."""

    def clear(self) -> None:
        """Take away what an earlier restore left half built, and make an empty place."""

    def leave(self) -> None:
        """Take away what was built, when it came to nothing."""

    def settings(self) -> dict[str, Any]:
        """How a connection reaches the new database: what differs from the settings of the old one."""

    def check_nobody_works(self) -> None:
        """Raise Refused while any other program has the database in use open."""

    def change_places(self, *, keep: bool) -> str:
        """In one moment the new one is in use and the old one is kept; says where, or "" when it was not kept."""


def beside() -> Beside:
    """The kind of place this installation's engine has."""
    if connection.vendor == "sqlite":
        from sanam.interfaces.files.backup.beside_sqlite import FileBeside

        return FileBeside()
    from sanam.interfaces.files.backup.beside_postgresql import SchemaBeside

    return SchemaBeside()


@contextmanager
def pointed_at(place: Beside) -> Iterator[None]:
    """Everything that asks the database asks the one beside."""
    before = {alias: dict(connections[alias].settings_dict) for alias in ALIASES}
    try:
        for alias in ALIASES:
            _turn(alias, place.settings())
        yield
    finally:
        for alias in ALIASES:
            _turn(alias, before[alias])


def close() -> None:
    """Let go of every connection of this process."""
    for alias in ALIASES:
        connections[alias].close()


def _turn(alias: str, settings: dict[str, Any]) -> None:
    connections[alias].close()
    connections[alias].settings_dict.update(settings)


def at_work() -> Refused:
    """What is said while other programs have the database open."""
    return Refused(
        "restore.at_work",
        "ยังมีโปรแกรมอื่นใช้ฐานข้อมูลอยู่ หยุด sanam serve, worker และ tick ก่อน แล้วกู้คืนอีกครั้ง",
        "Other programs still use the database; stop `sanam serve`, `worker` and `tick`, then restore again.",
    )

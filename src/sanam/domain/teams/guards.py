"""What the databases themselves refuse: two holders of one seat on the same day, however a row is written.

PostgreSQL excludes them by a constraint, which holds between transactions that do not see each other; a range of one
id stands for the id, so that no extension is needed. SQLite has one writer at a time, so triggers are enough. A later
migration that makes `teams_holding` anew on SQLite loses them and has to call `no_two_holders` again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.migrations import RunPython

from sanam.domain.foundation.refused import Refused

if TYPE_CHECKING:
    from sanam.domain.teams.models import Holding

CONSTRAINT = "two_holders_never_overlap"
TRIGGERS = (f"{CONSTRAINT}_insert", f"{CONSTRAINT}_update")
_POSTGRES = (
    "CREATE TYPE teams_seat_range AS RANGE (subtype = uuid)",
    f"""ALTER TABLE teams_holding ADD CONSTRAINT {CONSTRAINT} EXCLUDE USING gist (
    teams_seat_range(seat_id, seat_id, '[]') WITH &&, daterange(from_on, to_on, '[]') WITH &&
) WHERE (kind = 'holder')""",
)
_SQLITE = """CREATE TRIGGER {name} BEFORE {verb} ON teams_holding
WHEN NEW.kind = 'holder' AND EXISTS (
    SELECT 1 FROM teams_holding WHERE kind = 'holder' AND seat_id = NEW.seat_id AND id IS NOT {itself}
    AND from_on <= COALESCE(NEW.to_on, '9999-12-31') AND COALESCE(to_on, '9999-12-31') >= NEW.from_on
)
BEGIN SELECT RAISE(ABORT, '{constraint}'); END"""
_STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'teams_holding'",
    "postgresql": "SELECT conname FROM pg_constraint WHERE contype = 'x' AND pg_table_is_visible(conrelid)",
}


def no_two_holders() -> RunPython:
    """The migration operation that puts the guard before `teams_holding`."""

    def forwards(apps: Any, editor: Any) -> None:
        for statement in _POSTGRES if editor.connection.vendor == "postgresql" else _sqlite():
            editor.execute(statement, params=None)

    def backwards(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"ALTER TABLE teams_holding DROP CONSTRAINT IF EXISTS {CONSTRAINT}")
            editor.execute("DROP TYPE IF EXISTS teams_seat_range")
        else:
            for name in TRIGGERS:
                editor.execute(f"DROP TRIGGER IF EXISTS {name}")

    return RunPython(forwards, backwards)


def missing(connection: Any) -> list[str]:
    """The names of what should stand guard and does not."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    return sorted({CONSTRAINT} - standing if connection.vendor == "postgresql" else set(TRIGGERS) - standing)


def _sqlite() -> list[str]:
    # a row that replaces itself, or moves within its own days, does not stand in its own way
    insert, update = TRIGGERS
    return [
        _SQLITE.format(name=insert, verb="INSERT", itself="NEW.id", constraint=CONSTRAINT),
        _SQLITE.format(name=update, verb="UPDATE", itself="OLD.id", constraint=CONSTRAINT),
    ]


def put_down(holding: Holding) -> None:
    """Write a holding; the database's refusal of a second holder becomes one kind sentence."""
    try:
        with transaction.atomic():
            holding.save()
    except IntegrityError:
        raise Refused(
            "teams.seat_taken",
            "ที่นั่งนี้มีผู้นั่งอยู่แล้วในช่วงนั้น ต้องส่งมอบก่อน",
            "That seat has a holder at that time; it is handed over first.",
        ) from None

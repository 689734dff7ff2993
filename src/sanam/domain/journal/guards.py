"""What stands before the journal's tables: which triggers there must be, and the ones of the details.

Details may go, but never change, and never go unseen: a row is deleted only if an entry behind it says that it was
erased. The trigger asks for that entry, the deed `erase_details` writes it first, in the same transaction; what was
erased does not come back either.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations import RunPython

_TOMBSTONE = """EXISTS (SELECT 1 FROM journal_entry
WHERE "to" = 'entry:' || {row}.entry AND did = 'details.erased' AND id > {row}.entry)"""
_AGAIN = "EXISTS (SELECT 1 FROM journal_details WHERE entry = NEW.entry)"
_SQLITE = (
    """CREATE TRIGGER journal_details_no_update BEFORE UPDATE ON journal_details
BEGIN SELECT RAISE(ABORT, 'details are never changed'); END""",
    f"""CREATE TRIGGER journal_details_no_delete BEFORE DELETE ON journal_details
WHEN NOT {_TOMBSTONE.format(row="OLD")}
BEGIN SELECT RAISE(ABORT, 'details go only with a tombstone'); END""",
    # REPLACE deletes the old row without asking the DELETE trigger
    f"""CREATE TRIGGER journal_details_no_replace BEFORE INSERT ON journal_details
WHEN {_AGAIN} OR {_TOMBSTONE.format(row="NEW")}
BEGIN SELECT RAISE(ABORT, 'details are written once'); END""",
)
_POSTGRES = (
    f"""CREATE OR REPLACE FUNCTION sanam_details_go_with_a_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT {_TOMBSTONE.format(row="OLD")} THEN RAISE EXCEPTION 'details go only with a tombstone'; END IF;
    RETURN OLD;
END $$""",
    f"""CREATE OR REPLACE FUNCTION sanam_details_are_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {_TOMBSTONE.format(row="NEW")} THEN RAISE EXCEPTION 'details are written once'; END IF;
    RETURN NEW;
END $$""",
    """CREATE OR REPLACE FUNCTION sanam_details_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'details are never changed'; END $$""",
    """CREATE TRIGGER journal_details_no_update BEFORE UPDATE ON journal_details
FOR EACH STATEMENT EXECUTE FUNCTION sanam_details_never_change()""",
    """CREATE TRIGGER journal_details_no_truncate BEFORE TRUNCATE ON journal_details
FOR EACH STATEMENT EXECUTE FUNCTION sanam_details_never_change()""",
    """CREATE TRIGGER journal_details_no_delete BEFORE DELETE ON journal_details
FOR EACH ROW EXECUTE FUNCTION sanam_details_go_with_a_tombstone()""",
    """CREATE TRIGGER journal_details_no_replace BEFORE INSERT ON journal_details
FOR EACH ROW EXECUTE FUNCTION sanam_details_are_written_once()""",
)
_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') "
    # what a restore left in another schema guards nothing here
    "AND pg_table_is_visible(tgrelid)",
}
_MUST = {
    "sqlite": {f"journal_{one}_no_{verb}" for one in ("entry", "seal", "details") for verb in ("delete", "update")}
    | {"journal_entry_no_replace", "journal_seal_no_replace", "journal_details_no_replace"},
    "postgresql": {
        f"journal_{one}_no_{verb}" for one in ("entry", "seal", "details") for verb in ("delete", "update", "truncate")
    }
    | {"journal_details_no_replace"},
}


def details_go_with_a_tombstone() -> RunPython:
    """The migration operation that guards `journal_details`."""

    def forwards(apps: Any, editor: Any) -> None:
        for statement in _POSTGRES if editor.connection.vendor == "postgresql" else _SQLITE:
            editor.execute(statement, params=None)  # a % would be PL/pgSQL's own

    def backwards(apps: Any, editor: Any) -> None:
        on = " ON journal_details" if editor.connection.vendor == "postgresql" else ""
        for verb in ("update", "delete", "truncate", "replace"):
            editor.execute(f"DROP TRIGGER IF EXISTS journal_details_no_{verb}{on}")

    return RunPython(forwards, backwards)


def missing(connection: Any) -> list[str]:
    """The names of triggers that should stand and do not, or were put to sleep."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    return sorted(_MUST[connection.vendor] - standing)

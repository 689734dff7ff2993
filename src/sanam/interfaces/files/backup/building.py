"""Within the database beside: its tables as they were at the backup, filled, proved, brought to this version."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from sanam.domain.foundation import invariants
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import queries as journal
from sanam.domain.media import carrying
from sanam.domain.registry.operations import erased_again
from sanam.interfaces.files.backup import contents, values
from sanam.interfaces.files.backup.archive import Reading
from sanam.interfaces.files.backup.manifest import Manifest, Table, newer

Say = Callable[[str, str], None]
_AT_ONCE = 2_000


def check_schema(manifest: Manifest) -> None:
    """Raise BadInput for a backup that has been through a migration we do not know."""
    known = {".".join(one) for one in MigrationLoader(None).disk_migrations}
    if set(manifest.migrations) - known:
        raise newer()


def build(backup: Reading, manifest: Manifest, say: Say) -> None:
    """Make the tables, fill them, prove that they hold what the backup says; raises Refused at the first difference."""
    say("เตรียมตาราง", "Making the tables")
    models = _tables_of_then(manifest)
    try:
        with transaction.atomic():
            _empty(models, manifest)
            for name, table in manifest.tables.items():
                say(f"กู้คืน {name}", f"Restoring {name}")
                _fill(
                    models[name], table, values.rows(backup.lines(f"tables/{name}.jsonl"), _fields(models[name], table))
                )
            connection.check_constraints()
        for name, table in manifest.tables.items():
            _go_on(models[name], table, manifest)
    except DatabaseError as reason:
        raise _unproved("rows", type(reason).__name__) from None
    say("พิสูจน์ว่าครบและตรง", "Proving that it is whole and the same")
    _prove(models, manifest)


def _tables_of_then(manifest: Manifest) -> dict[str, Any]:
    """Migrate to where the backup was, and give the models as they were there."""
    leaves = _leaves(manifest)
    executor = MigrationExecutor(connection)
    executor.migrate(leaves)
    then = MigrationExecutor(connection).loader.project_state(leaves).apps
    known = contents.names(then.get_models(include_auto_created=True))
    if unknown := set(manifest.tables) - set(known):
        raise _unproved("tables", min(unknown))
    return known


def _leaves(manifest: Manifest) -> list[tuple[str, str]]:
    """The last migration of each app the backup has been through."""
    graph = MigrationLoader(None).graph
    been = {(app, name) for app, _, name in (one.partition(".") for one in manifest.migrations)}
    return sorted(
        node
        for node in been & set(graph.nodes)
        if not any(child.key in been and child.key[0] == node[0] for child in graph.node_map[node].children)
    )


def _empty(models: dict[str, Any], manifest: Manifest) -> None:
    """Places and code lists come with the tables; the backup brings its own."""
    with connection.cursor() as cursor:
        for name in manifest.tables:
            if models[name]._base_manager.exists():
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a table of ours


def _fields(model: Any, table: Table) -> list[Any]:
    by_name = {field.attname: field for field in model._meta.local_concrete_fields}
    if by_name.keys() != set(table.columns):
        raise _unproved("columns", model._meta.db_table)
    return [by_name[name] for name in table.columns]


def _fill(model: Any, table: Table, rows: Iterator[list[Any]]) -> None:
    fields = _fields(model, table)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    into = f"{connection.ops.quote_name(model._meta.db_table)} ({columns})"
    saved = (
        [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)] for row in rows
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in saved:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(fields))
        while some := list(islice(saved, _AT_ONCE)):
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", some)  # noqa: S608 - a table of ours


def _go_on(model: Any, table: Table, manifest: Manifest) -> None:
    """No number that was given out is given out again, not even one whose row is gone."""
    if table.given_out is None:
        return
    number = table.given_out
    if model._meta.db_table in contents.WITHOUT_GAPS and manifest.engine != connection.vendor == "sqlite":
        number = model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
    contents.go_on_from(model, number)


def _prove(models: dict[str, Any], manifest: Manifest) -> None:
    """Every table is read back and gives the digest it had; the journal's check says what it said then."""
    for name, table in manifest.tables.items():
        fields = _fields(models[name], table)
        found = models[name]._base_manager.order_by("pk").values_list(*table.columns).iterator(chunk_size=_AT_ONCE)
        digest = hashlib.sha256()
        for line in values.lines(found, fields):
            digest.update(line)
        if digest.hexdigest() != manifest.members[f"tables/{name}.jsonl"].sha256:
            raise _unproved("digest", name)


def to_this_version(manifest: Manifest, say: Say) -> None:
    """Run the migrations that came after the backup, then hold every invariant against what it was."""
    say("ปรับให้ตรงรุ่น และตรวจทุกข้อ", "Bringing it to this version, and checking everything")
    call_command("migrate", interactive=False, verbosity=0)
    told = journal.verify(_head_of(manifest)).told()
    if told != manifest.journal:
        raise _unproved("journal", str((told["broken"] or {}).get("where", "")))
    if new := sorted(set(invariants.broken_names()) - set(manifest.broken)):
        raise _unproved("invariants", new[0])


@dataclass(frozen=True, slots=True)
class Again:
    """How many people were erased again, and the stored names of files that went with them."""

    people: int
    files: set[str]


def erase_again(manifest: Manifest, say: Say) -> Again:
    """Erase whoever was erased after the backup was made, as the list beside the database says; then check anew."""
    before = {name for name, _digest in carrying.kept()}
    with carrying.left_in_place():
        people = erased_again.erase_again(by=INSTALLATION)
    if people:
        say(f"ลบซ้ำ {people} คนที่ขอลบหลังวันสำรอง", f"Erased again: {people} who were erased after the backup")
        _check_again(manifest)
    return Again(people, before - {name for name, _digest in carrying.kept()})


def _check_again(manifest: Manifest) -> None:
    verdict = journal.verify(_head_of(manifest)).told()
    if verdict["broken"] and not manifest.journal["broken"]:
        raise _unproved("journal", str(verdict["broken"]["where"]))
    if new := sorted(set(invariants.broken_names()) - set(manifest.broken)):
        raise _unproved("invariants", new[0])


def _head_of(manifest: Manifest) -> str:
    """The head to ask for; a journal that was broken when it was copied comes back as it was, and says so."""
    return "" if manifest.journal["broken"] else str(manifest.journal["head"])


def is_occupied() -> bool:
    """Whether the database in use holds anything that a person or a file brought."""
    there = set(connection.introspection.table_names())
    ours = (model for model in apps.get_models() if model.__module__.startswith("sanam."))
    return any(
        model._base_manager.exists()
        for model in ours
        if model._meta.db_table in there and model._meta.app_label != "areas"
    )


def _unproved(what: str, where: str) -> Refused:
    return Refused(
        "restore.not_proved",
        f"สิ่งที่กู้คืนไม่ตรงกับที่ไฟล์สำรองบอก ({what} {where}) จึงยังไม่แทนที่ ของเดิมอยู่ครบ",
        f"What was restored is not what the backup says ({what} {where}), so nothing was replaced.",
        details={"what": what, "where": where},
    )

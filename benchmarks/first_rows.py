"""The first rows: intake, what pages read, one deed, and linkage on the same people. `./sanam bench` runs it.

Each row is the median of interleaved runs of ours and of its limit (design: the same statements sent bare), once a
database.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION, Actor  # noqa: E402
from sanam.domain.registry import queries  # noqa: E402
from sanam.domain.registry.operations import facts  # noqa: E402
from sanam.domain.registry.queries import reports  # noqa: E402
from sanam.domain.registry.words import FactGroup, How  # noqa: E402
from sanam.interfaces.files.f43 import intake  # noqa: E402
from sanam.sample import f43_export  # noqa: E402
from sanam.sample.build import set_up_teams  # noqa: E402
from sanam.sample.district import invent  # noqa: E402

RUNS = 7
Statements = list[tuple[str, Any]]
Work = Callable[[], object]


def captured(work: Work, *words: str) -> Statements:
    """The statements a piece of work sends, those that begin with one of the words."""
    sent: Statements = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(words):
            sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        work()
    return sent


def bare(statements: Statements, *, fresh: bool = False) -> Work:
    """The same statements sent bare, in one transaction; `fresh` undoes them, so that they can be sent again."""

    def send() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for sql, params in statements:
                cursor.execute(sql, params)
                if cursor.description:
                    cursor.fetchall()
            if fresh:
                transaction.set_rollback(True)

    return send


def seconds(work: Work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def against(ours: Work, limit: Work, runs: int = RUNS) -> dict[str, float]:
    """Medians of interleaved runs, in milliseconds, and their ratio."""
    ours(), limit()
    pairs = [(seconds(ours), seconds(limit)) for _ in range(runs)]
    mine, theirs = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    return {"ours_ms": round(mine, 2), "limit_ms": round(theirs, 2), "ratio": round(mine / theirs, 1)}


def reading(work: Work, only: int | None = None) -> dict[str, float]:
    return against(work, bare(captured(work, "SELECT")[:only]))


def deed(actor: Actor) -> dict[str, float]:
    """One confirmation, on a day later than the one before, against its own INSERTs and UPDATEs."""
    person = queries.find(actor, queries.Filters()).rows[0].person
    days = iter(range(3000, 0, -1))

    def confirm() -> None:
        on = clock.today() - timedelta(days=next(days))
        facts.confirm(by=actor, person=person, fact=FactGroup.HEALTH, on=on, how=How.VISIT)

    confirm()
    writes = [_anew(sql, params) for sql, params in captured(confirm, "INSERT", "UPDATE")]
    return against(confirm, bare(writes, fresh=True), runs=31)


def _anew(sql: str, params: Any) -> tuple[str, Any]:
    """The same row under a number nobody has: an entry of the journal and its details are written once."""
    return (sql, (params[0] + 10**9, *params[1:])) if sql.startswith('INSERT INTO "journal_') else (sql, params)


def lines_alone(paths: list[Path]) -> float:
    """The limit of an intake: every line of every file, put into one table by executemany."""
    started = time.perf_counter()
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("CREATE TEMPORARY TABLE bare_lines (file varchar(20), line text)")
        for path in paths:
            with intake.open_archive(path) as archive:
                for member in archive.members:
                    table = intake.read_table(archive, member)
                    rows = [(member.name, line.raw or "|".join(line.values.values())) for line in table]
                    cursor.executemany("INSERT INTO bare_lines VALUES (%s, %s)", rows)
    return time.perf_counter() - started


def main(persons: int) -> None:
    call_command("migrate", verbosity=0)
    seated = set_up_teams()
    with TemporaryDirectory() as folder:
        paths = f43_export.write(invent(persons=persons, seed=1, today=clock.today()), Path(folder))
        started = time.perf_counter()
        people = sum(intake.read_in(by=INSTALLATION, path=path)["people"]["new"] for path in paths)
        ours = time.perf_counter() - started
        limit = lines_alone(paths)
    actor = seated.actors["secretary"]
    who = str(queries.find(actor, queries.Filters()).rows[0].person.id)
    rows = {
        "intake": {"ours_ms": round(ours * 1000), "limit_ms": round(limit * 1000), "ratio": round(ours / limit, 1)},
        "find": reading(lambda: queries.find(actor, queries.Filters("เอียด")), only=1),
        "list": reading(lambda: queries.find(actor, queries.Filters(group="disabled")), only=1),
        "person": reading(lambda: queries.card(actor, who)),
        "worklist": reading(lambda: queries.worklist(actor, queries.Ask())),
        "currency": reading(lambda: queries.currency(actor)),
        "reports": reading(lambda: reports.figures(actor)),
        "deed": deed(actor),
    }
    if connection.vendor == "sqlite":  # it compares in memory, whichever database the people come from
        from benchmarks import linkage  # it leans on this file's measuring

        rows |= linkage.measured()[0]
    print(json.dumps({"database": connection.vendor, "people": people, "rows": rows}))


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""The row of the linkage: the whole look through a register, against splink alone on the same frame in memory.

    python -m benchmarks.linkage 84000

Ours reads the people, makes what is compared, scores, puts the pairs in their bands and writes them down; the limit is
given the frame ready-made and only scores. The first look writes the questions; the medians are of looks that find them
written. Run once a database, as `first_rows` is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.first_rows import against, seconds  # noqa: E402
from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION  # noqa: E402
from sanam.domain.registry.linkage import frame, records, scoring  # noqa: E402
from sanam.domain.registry.linkage.workshop import workshop  # noqa: E402
from sanam.domain.registry.operations import linkage  # noqa: E402
from sanam.interfaces.files.f43 import intake  # noqa: E402
from sanam.sample import f43_export  # noqa: E402
from sanam.sample.build import set_up_teams  # noqa: E402
from sanam.sample.district import invent  # noqa: E402

RUNS = 5


def ours() -> object:
    return linkage.look_for_duplicates(by=INSTALLATION)


def splink_alone(columns: scoring.Frame) -> None:
    with workshop() as engine:
        scoring.predict(engine, columns, 0.2)


def measured() -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """The row, and how many people were looked at and how long the first look took."""
    columns = frame.columns(records.records())
    splink_alone(columns)  # what is imported is imported once
    first = seconds(ours)
    row = against(ours, lambda: splink_alone(columns), runs=RUNS)
    return {"linkage": row}, {"people": len(columns["unique_id"]), "first_ms": round(first * 1000)}


def main(persons: int) -> None:
    call_command("migrate", verbosity=0)
    set_up_teams()
    with TemporaryDirectory() as folder:
        for path in f43_export.write(invent(persons=persons, seed=1, today=clock.today()), Path(folder)):
            intake.read_in(by=INSTALLATION, path=path)
    rows, told = measured()
    print(json.dumps({"database": connection.vendor, **told, "rows": rows}))


if __name__ == "__main__":
    main(int(sys.argv[1]))

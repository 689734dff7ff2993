"""Rows of files the registry does not read itself: kept as they came, for the rooms above to replay."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence

from sanam.domain.foundation import sealing
from sanam.domain.registry.incoming import IncomingRow, Outcome
from sanam.domain.registry.intake.source_rows import ids_of_people
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, SourceRow


def take(outcome: Outcome, batch: Batch, rows: Sequence[IncomingRow]) -> None:
    """Keep each row once, sealed, beside the person it speaks of where that is known."""
    people = ids_of_people({(one.hospital, one.pid) for one in rows if one.pid})
    kept = []
    for one in rows:
        text = json.dumps(dict(one.raw), sort_keys=True, ensure_ascii=False).encode()
        digest = hashlib.sha256(text).hexdigest()
        person = people.get((one.hospital, one.pid))
        kept.append(
            SourceRow(
                batch=batch,
                file=one.file,
                line=one.line,
                hospital=one.hospital,
                # a row that says the same is the same row; one that says otherwise is one more
                key=f"{one.pid[:18]}#{digest[:20]}",
                person_id=person,
                digest=digest,
                sealed=sealing.encrypt(zlib.compress(text, 1)),
            )
        )
    insert(kept, unless_there=True)

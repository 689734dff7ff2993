"""The zip itself: `read-me.html` for the person, `everything.json` for programs, a CSV a table, and the pictures."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.media import queries as media
from sanam.domain.registry.operations import requests
from sanam.domain.registry.rights.everything import Everything
from sanam.interfaces.files.everything.page import page
from sanam.interfaces.files.sheets.cells import csv_lines, table

ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
FORM = "sanam.everything/1"


def packed(*, by: Actor, request: Any) -> bytes:
    """The zip for an open request, gathered and written down by the deed; raises Refused as it does."""
    found = requests.hand_over(by=by, request=request)
    journal.look(by=by, at=found.person.ref, because="request")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("read-me.html", page(found))
        archive.writestr("everything.json", json.dumps(document(found), ensure_ascii=False, indent=1, default=str))
        for name, rows in sheets(found):
            archive.writestr(f"tables/{name}.csv", "".join(csv_lines(table(rows))))
        for picture in found.pictures:
            with media.opened(picture) as file:
                archive.writestr(f"pictures/{picture.id}{ENDINGS[picture.mime]}", file.read())
    return whole.getvalue()


def document(found: Everything) -> dict[str, Any]:
    """What a program reads: tables by name, rows as {column: value}, days as ISO 8601."""
    return {
        "form": FORM,
        "made_on": clock.today().isoformat(),
        "person": str(found.person.pk),
        "tables": found.tables,
        "deeds": found.deeds,
        "looks": found.looks,
        "news": found.news,
        "pictures": [{"file": f"pictures/{one.id}{ENDINGS[one.mime]}", "alt": one.alt} for one in found.pictures],
    }


def sheets(found: Everything) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every list by the name of its sheet; empty ones are left out."""
    lists = {**found.tables, "deeds": found.deeds, "looks": found.looks, "news": found.news}
    yield from ((name.lower().replace(".", "-"), rows) for name, rows in lists.items() if rows)

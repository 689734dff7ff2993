"""A standing district with a past, for backups: `python -m tests.interfaces.files.backup.district FOLDER`."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from sanam.domain.foundation.actor import INSTALLATION, Mandate  # noqa: E402
from sanam.domain.gatherings.operations import pages as gatherings  # noqa: E402
from sanam.domain.journal import operations as journal  # noqa: E402
from sanam.domain.media import operations as media  # noqa: E402
from sanam.domain.notices.models import Notice  # noqa: E402
from sanam.domain.registry.models import Person  # noqa: E402
from sanam.domain.registry.operations import facts  # noqa: E402
from sanam.domain.registry.words import FactGroup, How  # noqa: E402
from tests.cast import gather, people_the_field  # noqa: E402
from tests.domain.media.images import jpeg  # noqa: E402


def build(folder: Path) -> None:
    """People and teams, a picture, papers, erased details, and numbers given out whose rows are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    cast = gather()
    people_the_field(folder, cast)
    for person in Person.objects.filter(area_code__startswith="93").order_by("id"):
        facts.confirm(by=cast.nurse, person=person, fact=FactGroup.CARER, on=person.created_at.date(), how=How.VISIT)
    page = gatherings.keep_page(by=cast.nurse, page=gatherings.Page(title="วงคุย", text="วงคุย\nเรื่องที่นอนลม"))
    media.keep_picture(by=cast.nurse, source=BytesIO(jpeg()), file_name="วงคุย.jpg", owner=page.ref)
    for at in range(3):
        paper = BytesIO(bytes([at]) * 200_000)
        media.keep_paper(by=cast.nurse, source=paper, file_name=f"{at}.zip", owner=f"batch:{at}", most_bytes=1 << 20)
    with transaction.atomic():
        entry = journal.record(by=INSTALLATION, did="thing.done", to="thing:1", details={"name": "ต้องลบ"})
    eraser = Mandate(capabilities=frozenset({journal.ERASE}))
    journal.erase_details(by=_with(eraser), entries=[entry.id], because="ขอให้ลบ")
    Notice.objects.create(seat_ref="x", kind="x", about="x", th="x", en="x", at=entry.at).delete()
    journal.seal(by=INSTALLATION)
    journal.look(by=cast.nurse, at=Person.objects.order_by("id")[0].ref)


def _with(mandate: Mandate):
    from dataclasses import replace

    return replace(INSTALLATION, mandate=mandate)


if __name__ == "__main__":
    build(Path(sys.argv[1]))

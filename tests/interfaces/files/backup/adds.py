"""A district that has more than its backup, and lacks some of it: `python -m tests.interfaces.files.backup.adds`."""

from __future__ import annotations

from io import BytesIO

import django

django.setup()

from django.db import transaction  # noqa: E402

from sanam.domain.foundation.actor import INSTALLATION  # noqa: E402
from sanam.domain.media import operations as media  # noqa: E402
from sanam.domain.registry.models import Person  # noqa: E402

if __name__ == "__main__":
    with transaction.atomic():
        media.release(by=INSTALLATION, owner="batch:1")
    media.keep_paper(by=INSTALLATION, source=BytesIO(b"new"), file_name="new", owner="batch:9", most_bytes=9)
    Person.objects.filter(given="เอียด").update(phone="0000012345")

"""All that files and the field disagree on, on one page: within scope, a page at a time, settled there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanam.domain.foundation import clock
from sanam.domain.registry.models import Conflict, Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import Cast, export, home, number, person, read_in
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


def disputed(cast: Cast, folder: Path, count: int) -> None:
    rows = [person(PID=str(100 + n), HID="1", CID=number(100 + n), NAME=f"คน{n}", LNAME="มาก") for n in range(count)]
    read_in(export(folder, HOME=[home()], PERSON=rows))
    for one in Person.objects.filter(family="มาก"):
        facts.confirm(by=cast.nurse, person=one, fact=FactGroup.IDENTITY, on=clock.today(), how=How.VISIT)
    read_in(export(folder, PERSON=[row | {"BIRTH": "19500101", "D_UPDATE": "20261101000000"} for row in rows]))


def test_a_dispute_is_listed_and_settled_on_the_page(enter: Enter, field: Cast, tmp_path: Path) -> None:
    disputed(field, tmp_path, 1)
    page = enter("nurse").get("/people/conflicts/").content.decode()
    assert "คน0" in page
    (one,) = Conflict.objects.all()
    said = {"word": "file", "back": "list"}
    assert enter("nurse").post(f"/people/conflicts/{one.pk}/", said)["Location"] == "/people/conflicts/"
    assert "คน0" not in enter("nurse").get("/people/conflicts/").content.decode()
    assert Person.objects.get(pk=one.person_id).birth == "1950"


def test_nobody_sees_a_dispute_of_somebody_elsewhere(enter: Enter, field: Cast, foreign: Person) -> None:
    Conflict.objects.create(person=foreign, field="phone", kept="1", offered="2", at=clock.now())
    for who in ("nurse", "volunteer", "unscoped", "local"):
        assert "ไกลบ้าน" not in enter(who).get("/people/conflicts/").content.decode()
    assert "ไกลบ้าน" in enter("stranger").get("/people/conflicts/").content.decode()


def test_many_come_a_page_at_a_time_each_once_in_few_statements(enter: Enter, field: Cast, tmp_path: Path) -> None:
    disputed(field, tmp_path, 30)
    client = enter("nurse")
    client.get("/people/conflicts/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        first = client.get("/people/conflicts/").content.decode()
    reads = [one["sql"] for one in few.captured_queries if "registry_" in one["sql"]]
    assert len(reads) <= 8, reads
    after = Conflict.objects.order_by("id").values_list("id", flat=True)[24]
    assert f"?after={after}" in first
    second = client.get(f"/people/conflicts/?after={after}").content.decode()
    listed = [re.findall(r"/people/([0-9a-f-]{36})/history/", page) for page in (first, second)]
    assert [len(one) for one in listed] == [25, 5]
    assert len({*listed[0], *listed[1]}) == 30
    assert client.get("/people/conflicts/?after=มาก").status_code == 200

"""A file taken back when nothing happened since: as if it had never been read."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import Cast, read_in
from tests.domain.registry.any_file import FILES, Files, write
from tests.domain.registry.taken_back import TODAY, everything, read, take_back

pytestmark = pytest.mark.django_db
QUICKLY = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@QUICKLY
@given(before=st.lists(FILES, max_size=2), seen=st.booleans(), file=FILES)
def test_read_in_and_taken_back_is_as_if_never_read(cast: Cast, before: list[Files], seen: bool, file: Files) -> None:
    with transaction.atomic():
        for one in before:
            read_in(write(one))
        if seen and (known := Person.objects.filter(area_code__startswith="9305").order_by("id").first()):
            facts.confirm(by=cast.secretary, person=known, fact=FactGroup.IDENTITY, on=TODAY, how=How.VISIT)
        stood = everything()
        foreseen = take_back(read(write(file)))
        assert everything() == stood
        assert foreseen.kept == []
        transaction.set_rollback(True)


@QUICKLY
@given(first=FILES, second=FILES)
def test_two_files_taken_back_in_any_order_leave_nothing(cast: Cast, first: Files, second: Files) -> None:
    with transaction.atomic():
        stood = everything()
        older, newer = read(write(first)), read(write(second))
        take_back(older)
        take_back(newer)
        assert everything() == stood
        transaction.set_rollback(True)

"""Merging and parting is the identity when nothing happened between, over every table that holds people."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.registry import access
from sanam.domain.registry.models import Merge, Person
from sanam.domain.registry.operations import merges
from tests.cast import Cast
from tests.domain.registry.happenings import ROWS, TODAY, Happening, happenings, live, sides
from tests.domain.registry.whole import everything

# looking for the shortest life that fails takes minutes where each needs a database
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
SETTINGS = settings(
    max_examples=20, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def joined(cast: Cast, kept: Person, gone: Person, chosen: dict[str, str]) -> Merge:
    both = Person.objects.in_bulk([kept.pk, gone.pk])
    return merges.merge(by=cast.secretary, kept=both[kept.pk], gone=both[gone.pk], reason="ไปถามมาแล้ว", chosen=chosen)


@pytest.mark.django_db
@given(told=st.lists(happenings, max_size=9), chosen=sides, order=st.permutations(sorted(ROWS)))
@SETTINGS
def test_merged_and_parted_everything_is_what_it_was(
    field: Cast, told: list[Happening], chosen: dict[str, str], order: list[str]
) -> None:
    people = {one.given: one for one in Person.objects.filter(given__in=ROWS)}
    with clock.at(TODAY), transaction.atomic():
        live(field, told, people)
        before, seen = everything(), set(access.visible(field.secretary))
        merged = joined(field, people[order[0]], people[order[1]], chosen)
        connection.check_constraints()
        assert set(access.visible(field.secretary)) == seen - {people[order[1]]}
        assert everything() != before
        _, later = merges.unmerge(by=field.secretary, merge=merged, reason="คนละคน")
        connection.check_constraints()
        assert later == []
        assert everything() == before
        transaction.set_rollback(True)


@pytest.mark.django_db
@given(told=st.lists(happenings, max_size=6), one=sides, two=sides, into_the_last=st.booleans())
@SETTINGS
def test_a_chain_of_merges_parted_from_its_end_is_what_it_was(
    field: Cast, told: list[Happening], one: dict[str, str], two: dict[str, str], into_the_last: bool
) -> None:
    people = {one.given: one for one in Person.objects.filter(given__in=ROWS)}
    first, second, third = (people[name] for name in sorted(ROWS))
    with clock.at(TODAY), transaction.atomic():
        live(field, told, people)
        alone = everything()
        inner = joined(field, second, first, one)
        between = everything()
        outer = joined(field, third, second, two) if into_the_last else joined(field, second, third, two)
        survivor = third if into_the_last else second
        assert {one.merged_into_id for one in Person.objects.filter(given__in=ROWS)} <= {None, survivor.pk}
        assert access.visible(field.secretary).filter(access.meant_by(first.pk)).get() == survivor
        merges.unmerge(by=field.secretary, merge=outer, reason="คนละคน")
        assert everything() == between
        merges.unmerge(by=field.secretary, merge=inner, reason="คนละคน")
        connection.check_constraints()
        assert everything() == alone
        transaction.set_rollback(True)


def brought(who: Person) -> dict[str, set[tuple[object, ...]]]:
    """What a record is known by, whatever keys its rows have."""
    return {
        "values": set(Person.objects.filter(pk=who.pk).values_list("given", "birth", "phone", "life", "household")),
        "facts": set(who.confirmations.values_list("fact", "on", "how")),
        "numbers": {(one.kind, one.number, one.why_none) for one in who.identifiers.all()},
        "groups": set(who.memberships.values_list("group", "kind", "since", "until", "basis")),
        "homes": set(who.residences.values_list("household", "registered", "actual", "from_on", "to_on")),
        "disputes": set(who.conflicts.values_list("field", "offered", "decision")),
        "hospitals": set(who.source_rows.filter(current=True).values_list("file", "hospital", "key")),
    }


@pytest.mark.django_db
@given(told=st.lists(happenings, max_size=5), since=st.lists(happenings, min_size=1, max_size=5), chosen=sides)
@SETTINGS
def test_whatever_happened_since_the_parted_record_has_all_it_brought(
    field: Cast, told: list[Happening], since: list[Happening], chosen: dict[str, str]
) -> None:
    people = {one.given: one for one in Person.objects.filter(given__in=ROWS)}
    kept, gone = people["เอียด"], people["พิมพ์"]
    with clock.at(TODAY), transaction.atomic():
        live(field, told, people)
        before, all_before = brought(gone), set(Person.objects.values_list("pk", flat=True))
        merged = joined(field, kept, gone, chosen)
        joined_as = everything()
        live(field, since, people)
        happened = everything() != joined_as
        newcomers = set(Person.objects.values_list("pk", flat=True)) - all_before
        _, later = merges.unmerge(by=field.secretary, merge=merged, reason="คนละคน")
        connection.check_constraints()
        assert bool(later) <= happened
        after = brought(gone)
        if newcomers or any(one.what == "told by a file" for one in since):
            del before["hospitals"], after["hospitals"]  # a newer row may stand in the place of one it brought
        assert after == before
        transaction.set_rollback(True)

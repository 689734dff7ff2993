"""linkage.look_for_duplicates: who may be one person is asked about once, with why; nothing is joined by a score."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.registry import queries
from sanam.domain.registry.linkage import frame, records, scoring, workshop
from sanam.domain.registry.models import Comparing, Duplicate, Identifier, Person
from sanam.domain.registry.operations import duplicates, linkage
from tests.cast import Cast, export, home, number, person, read_in

pytestmark = pytest.mark.django_db
SLIPPED = {"CID": "", "NAME": "น้ำฝน", "LNAME": "ศรีทองคำ", "BIRTH": "19610714"}
AGAIN = SLIPPED | {"NAME": "นำฝน", "LNAME": "สรีทองคำ"}


def look(**more: bool) -> Comparing:
    return linkage.look_for_duplicates(by=INSTALLATION, **more)


def people_in(tmp_path: Path, *rows: dict[str, str]) -> None:
    """These people, each with a PID of their own, in one house."""
    told = [person(PID=str(pid), HID="1", **row) for pid, row in enumerate(rows, start=70)]
    read_in(export(tmp_path, HOME=[home(HID="1", HOUSE="70")], PERSON=told))


def test_two_spellings_of_one_person_are_asked_about_with_why(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN)
    found = look()
    assert (found.people, found.asked, found.unasked) == (7, 1, 0)
    (pair,) = queries.open_duplicates(field.nurse)
    assert {pair.first.given, pair.second.given} == {"น้ำฝน", "นำฝน"}
    told = queries.agreement(field.nurse, pair)
    assert (told.basis, told.likeness) == ("alike", "great")
    assert dict(told.told) == {
        "given": "same",
        "family": "heard",
        "birth": "same",
        "sex": "same",
        "place": "house",
        "number": "unknown",
    }
    assert Person.objects.filter(birth="1961-07-14").count() == 2, "nobody was joined"


def test_looking_twice_writes_nothing_twice(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN)
    look()
    before = list(Duplicate.objects.order_by("id").values())
    assert (look().asked, list(Duplicate.objects.order_by("id").values())) == (0, before)


def test_what_a_human_decided_is_never_asked_again(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN)
    look()
    (pair,) = queries.open_duplicates(field.nurse)
    duplicates.keep_apart(by=field.nurse, duplicate=pair, reason="ไปเยี่ยมมาแล้ว เป็นลูกพี่ลูกน้อง")
    assert look().asked == 0
    assert not queries.open_duplicates(field.nurse).exists()
    assert Duplicate.objects.get(pk=pair.pk).decision == "different"


def test_a_pair_decided_the_other_way_round_is_known_too(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN)
    look()
    pair = Duplicate.objects.get()
    pair.first, pair.second = pair.second, pair.first
    pair.decision, pair.reason = "different", "คนละคน"
    pair.save()
    assert (look().asked, Duplicate.objects.count()) == (0, 1)


def test_one_number_and_nothing_else_alike_is_a_question_and_never_a_link(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, {"CID": number(1), "NAME": "สมชาย", "LNAME": "ใจดี", "SEX": "1", "BIRTH": "19800101"})
    assert Duplicate.objects.get().basis == "equal_id"
    assert look().unasked == 0
    pair = Duplicate.objects.get()
    assert (pair.basis, pair.decision) == ("equal_id", "")
    assert dict(queries.agreement(field.nurse, pair).told)["number"] == "same"


def two_who_hold(one_number: str, *given: str) -> list[Person]:
    """Records that came to hold one number later, as when a number is filled in by hand."""
    people = [Person.objects.get(given=name) for name in given]
    Identifier.objects.filter(person__in=people).delete()
    Identifier.objects.bulk_create(Identifier.of(one, "national", one_number) for one in people)
    return people


def test_one_number_and_nothing_against_it_is_left_to_the_merge(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN | {"LNAME": "ศรีทองคำ"})
    two_who_hold(number(70), "น้ำฝน", "นำฝน")
    assert (look().unasked, Duplicate.objects.get().basis) == (1, "equal_id_fits")


def test_a_number_somebody_else_holds_too_proves_nothing(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN | {"LNAME": "ศรีทองคำ"})
    two_who_hold(number(70), "น้ำฝน", "นำฝน", "คล้าย")
    assert look().unasked == 0
    assert set(Duplicate.objects.values_list("basis", flat=True)) == {"equal_id"}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"CID": number(81), "NAME": "ฟ้าใส", "BIRTH": "19610714"}, "a twin"),
        ({"CID": number(81), "BIRTH": "19880302", "SEX": "1"}, "a child of the same name"),
        ({"CID": number(81), "BIRTH": "19670910", "LNAME": "ศรีทองคำ"}, "a namesake"),
    ],
)
def test_who_only_resembles_is_not_asked_about(field: Cast, tmp_path: Path, other: dict[str, str], why: str) -> None:
    people_in(tmp_path, SLIPPED | {"CID": number(80)}, SLIPPED | other)
    assert look().asked == 0, why


def test_a_year_alone_is_compared_as_a_year(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, SLIPPED | {"BIRTH": "19610101"})
    look()
    assert dict(queries.agreement(field.nurse, Duplicate.objects.get()).told)["birth"] == "year"


def test_names_that_changed_places_are_seen(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, SLIPPED | {"NAME": "ศรีทองคำ", "LNAME": "น้ำฝน"})
    look()
    told = dict(queries.agreement(field.nurse, Duplicate.objects.get()).told)
    assert (told["given"], told["family"]) == ("swapped", "swapped")


def test_implausibly_many_stop_it_until_somebody_says_so(field: Cast, tmp_path: Path) -> None:
    rows = [SLIPPED | {"NAME": f"{'กขคงจ'[n % 5]}{'มนรลว'[n // 5 % 5]}ทอง{n % 50}"} for n in range(100)]
    people_in(tmp_path, *rows)
    with pytest.raises(Refused) as refusal:
        look()
    assert refusal.value.code == "registry.many_alike"
    assert not Duplicate.objects.exists()
    assert Comparing.objects.get().refusal["code"] == "registry.many_alike"
    assert not queries.linkage_due(), "it is not tried again every minute"
    assert look(accept=True).asked == Duplicate.objects.count() > 10


def test_no_seat_looks_through_the_whole_register(field: Cast) -> None:
    with pytest.raises(NotAllowed):
        linkage.look_for_duplicates(by=field.secretary)


def test_a_look_is_written_in_the_journal_without_a_name(field: Cast, tmp_path: Path) -> None:
    found = look()
    entry = Entry.objects.get(did="people.compared")
    assert (entry.to, entry.actor_ref) == (f"comparing:{found.pk}", "installation")


def test_a_pair_is_told_only_to_who_sees_both(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN)
    look()
    assert queries.open_duplicates(field.secretary).count() == 1
    assert not queries.open_duplicates(field.stranger).exists()
    assert not queries.open_duplicates(field.regional).exists()


def test_the_same_records_in_any_order_are_judged_the_same(field: Cast, tmp_path: Path) -> None:
    people_in(tmp_path, SLIPPED, AGAIN, SLIPPED | {"BIRTH": "19610101"})
    rows = list(records.records())
    judged = []
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        judged.append(scoring.score(frame.columns(rows), least=0.0001))
    assert judged[0] == judged[1] == judged[2] != []


def test_no_number_is_compared_but_its_keyed_hash(field: Cast) -> None:
    columns = frame.columns(records.records())
    held = {value for values in columns.values() for value in values if value}
    assert not held & {number(n) for n in range(1, 10)}
    assert all(len(one) == 64 for one in columns["number"] if one)


def test_nothing_is_written_to_disk_and_what_does_not_fit_is_refused_whole(
    field: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people_in(tmp_path, SLIPPED, AGAIN)
    asked = Duplicate.objects.count()
    monkeypatch.setattr(workshop, "MOST_MEMORY", "3MB")
    with pytest.raises(Refused) as refused:
        look()
    assert refused.value.code == "registry.too_many_to_compare"
    assert Duplicate.objects.count() == asked
    assert Comparing.objects.get().refusal["code"] == "registry.too_many_to_compare"  # nobody runs into it every minute


def test_a_register_compared_in_parts_gives_the_same_pairs(
    field: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people_in(tmp_path, SLIPPED, AGAIN, SLIPPED | {"BIRTH": "19610101"})
    columns = frame.columns(records.records())
    whole = scoring.score(columns, least=0.0001)
    monkeypatch.setattr(scoring, "AT_ONCE", 2)
    assert scoring.score(columns, least=0.0001) == whole != []

"""A consent is written down: whose answer counts, for what, how long, and who hears of it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal.models import Entry
from sanam.domain.media import queries as media
from sanam.domain.notices import queries as notices
from sanam.domain.registry import queries
from sanam.domain.registry.models import Consent, Person
from sanam.domain.registry.operations import consents
from sanam.domain.registry.operations.consents import Answer
from tests.cast import Cast
from tests.domain.media.images import jpeg
from tests.domain.registry.consenting import SIGNED, agree, soon


def test_who_was_named_hears_of_it(field: Cast, ours: Person) -> None:
    given = agree(field, ours)
    (told,) = notices.unread(field.association)
    assert (told.about, told.path) == (given.ref, f"/people/{ours.pk}/")
    assert "เอียด" not in told.th  # what is told outlives the consent
    assert Entry.objects.filter(to=ours.ref, did="consent.given", actor_ref=field.nurse.ref).exists()


@pytest.mark.parametrize("name", ["volunteer", "local", "association"])
def test_only_seats_that_keep_consents_write_one_down(field: Cast, ours: Person, name: str) -> None:
    with pytest.raises(NotAllowed):
        agree(field, ours, by=field.actors[name])


def test_nobody_consents_for_a_person_out_of_scope(field: Cast, foreign: Person) -> None:
    with pytest.raises(NotHere):
        agree(field, foreign)


@pytest.mark.parametrize("purpose", ["care", "statistics", "emergency", "duty", "anything"])
def test_what_rests_on_another_ground_or_none_is_not_asked(field: Cast, ours: Person, purpose: str) -> None:
    with pytest.raises(BadInput):
        agree(field, ours, purpose=purpose)
    with pytest.raises(BadInput):
        consents.decline(by=field.nurse, person=ours, purpose=purpose, answer=SIGNED)


def test_sharing_names_an_organisation_and_publishing_names_none(field: Cast, ours: Person) -> None:
    with pytest.raises(BadInput):
        agree(field, ours, organisations=[])
    with pytest.raises(BadInput):
        agree(field, ours, purpose="pictures")
    assert agree(field, ours, purpose="pictures", organisations=[]).agreed


@pytest.mark.parametrize("days", [-1, 400])
def test_a_consent_has_a_last_day_and_not_too_far_away(field: Cast, ours: Person, days: int) -> None:
    with pytest.raises(BadInput):
        agree(field, ours, until=soon(days))


@pytest.mark.parametrize("how", ["thumb", "spoken"])
def test_who_cannot_sign_answers_before_a_witness(field: Cast, ours: Person, how: str) -> None:
    with pytest.raises(BadInput):
        agree(field, ours, answer=Answer(how))
    assert agree(field, ours, answer=Answer(how, witness="พิมพ์")).witness == "พิมพ์"


GUARDED = {"how": "guardian", "witness": "อสม.สุดา", "guardian": "แม่", "guardian_as": "parent"}


@pytest.mark.parametrize(
    ("born", "said", "counts"),
    [
        (10, {"how": "signed"}, False),
        (19, {"how": "signed"}, False),
        (20, {"how": "signed"}, True),
        (10, GUARDED, True),
        (10, GUARDED | {"guardian": ""}, False),
        (10, GUARDED | {"guardian_as": ""}, False),
        (10, GUARDED | {"witness": ""}, False),
        (10, GUARDED | {"guardian_as": "curator"}, True),
        (50, GUARDED, False),
        (50, GUARDED | {"guardian_as": "curator"}, True),
        (50, GUARDED | {"guardian_as": "relative"}, False),
    ],
)
def test_whose_answer_counts(field: Cast, ours: Person, born: int, said: dict[str, Any], counts: bool) -> None:
    today = clock.today()
    Person.objects.filter(pk=ours.pk).update(birth=f"{today.year - born}-{today:%m-%d}")
    ours.refresh_from_db()
    if counts:
        assert agree(field, ours, answer=Answer(**said)).agreed
    else:
        with pytest.raises(BadInput):
            agree(field, ours, answer=Answer(**said))


def test_nobody_consents_for_the_dead(field: Cast, ours: Person) -> None:
    Person.objects.filter(pk=ours.pk).update(life="dead")
    ours.refresh_from_db()
    with pytest.raises(Refused):
        agree(field, ours)


def test_a_no_is_kept_and_opens_nothing(field: Cast, ours: Person) -> None:
    said_no = consents.decline(by=field.nurse, person=ours, purpose="help", answer=SIGNED)
    answers = queries.answers(field.nurse, queries.person(field.nurse, str(ours.pk)))
    assert (answers.declined, answers.lasting) == ([said_no], [])
    assert queries.count(field.association, queries.Filters()) == 0


def test_renewing_asks_the_same_again_and_ends_the_old_one(field: Cast, ours: Person) -> None:
    old = agree(field, ours, sensitive=True, until=soon(5))
    with clock.at(clock.now() + timedelta(days=4)):
        new = consents.renew(by=field.nurse, consent=old, until=soon(90), answer=Answer("spoken", witness="พิมพ์"))
    old.refresh_from_db()
    assert (old.end, new.renews_id, new.sensitive, new.purpose) == ("renewed", old.pk, True, "help")
    assert [one.organisation_id for one in new.recipients.all()] == [field.seats["association"].organisation_id]
    with pytest.raises(Refused):
        consents.renew(by=field.nurse, consent=old, until=soon(90), answer=SIGNED)


def test_a_picture_of_what_was_signed_is_for_keepers_only(field: Cast, ours: Person) -> None:
    given = agree(field, ours, answer=Answer("signed", picture=BytesIO(jpeg())))
    assert media.kept(field.nurse, given.picture).owner == given.ref
    for who in ("volunteer", "local", "association", "stranger"):
        with pytest.raises(NotHere):
            media.kept(field.actors[who], given.picture)


def test_what_is_no_picture_refuses_the_whole_answer(field: Cast, ours: Person) -> None:
    with pytest.raises(BadInput):
        agree(field, ours, answer=Answer("signed", picture=BytesIO(b"no picture")))
    assert not Consent.objects.exists()


def test_who_sees_no_health_cannot_share_it(field: Cast, ours: Person) -> None:
    from dataclasses import replace

    from sanam.domain.foundation.privacy import Privacy

    names = frozenset({Privacy.OPEN, Privacy.PERSONAL})
    by = replace(field.nurse, mandate=replace(field.nurse.mandate, fields=names))
    with pytest.raises(NotAllowed):
        agree(field, ours, by=by, sensitive=True)
    assert not Consent.objects.exists()

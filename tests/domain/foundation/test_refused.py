"""A refusal is one sentence in each language, and a status every interface can use."""

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused


def test_it_speaks_the_readers_language():
    no = Refused("care.not_yet", "ยังส่งต่อไม่ได้", "Cannot refer yet.")

    assert no.sentence("th") == "ยังส่งต่อไม่ได้"
    assert no.sentence("en") == "Cannot refer yet."
    assert str(no) == "ยังส่งต่อไม่ได้ / Cannot refer yet."


@pytest.mark.parametrize(("kind", "status"), [(Refused, 409), (NotAllowed, 403), (NotHere, 404), (BadInput, 422)])
def test_each_kind_has_its_status(kind, status):
    assert kind("a", "ก", "a").status == status


def test_a_status_can_be_given():
    assert Refused("a.locked", "ก", "a", status=423).status == 423


def test_details_belong_to_one_refusal():
    given = {"field": "born"}
    one, other = BadInput("a", "ก", "a", details=given), BadInput("a", "ก", "a")
    one.details["field"] = "given"

    assert other.details == {}
    assert given == {"field": "born"}


def test_every_kind_is_caught_as_refused():
    with pytest.raises(Refused) as caught:
        raise NotHere("person.not_here", "ไม่พบ", "Not found.")

    assert caught.value.code == "person.not_here"

"""Every URL × every cast member × method. A URL without a row here fails."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import get_resolver

from sanam.domain.foundation import clock
from sanam.domain.gatherings import operations as gatherings
from sanam.domain.media import operations as media
from sanam.domain.media import owners
from sanam.domain.registry.models import Conflict, Duplicate, Person
from sanam.domain.registry.operations import groups
from sanam.domain.registry.words import Group
from tests.cast import Cast, export, number, person, read_in
from tests.domain.media.images import jpeg
from tests.interfaces.web.conftest import Enter

CAST = ("nobody", "seatless", "regional", "unscoped", "stranger", "volunteer", "local", "nurse")
#                          nobody seatless regional unscoped stranger volunteer local nurse
TABLE: dict[tuple[str, str], tuple[int, ...]] = {
    ("GET", "today"): (302, 403, 200, 200, 200, 200, 200, 200),
    ("POST", "read_notice"): (302, 403, 404, 404, 404, 404, 404, 404),
    ("GET", "people"): (302, 403, 200, 200, 200, 200, 200, 200),
    ("GET", "add_person"): (302, 403, 403, 200, 200, 200, 403, 200),
    ("POST", "add_person"): (302, 403, 403, 422, 422, 422, 403, 422),
    ("GET", "person"): (302, 403, 404, 404, 404, 404, 200, 200),
    ("GET", "history"): (302, 403, 404, 404, 404, 404, 200, 200),
    ("GET", "rights"): (302, 403, 404, 404, 404, 404, 200, 200),
    ("GET", "correct_person"): (302, 403, 403, 404, 404, 404, 403, 200),
    ("POST", "correct_person"): (302, 403, 403, 404, 404, 404, 403, 422),
    ("POST", "confirm_fact"): (302, 403, 404, 404, 404, 404, 422, 422),
    ("GET", "move_person"): (302, 403, 403, 404, 404, 404, 403, 200),
    ("POST", "move_person"): (302, 403, 403, 404, 404, 404, 403, 422),
    ("GET", "note_group"): (302, 403, 403, 404, 404, 404, 403, 200),
    ("POST", "note_group"): (302, 403, 403, 404, 404, 404, 403, 422),
    ("GET", "end_group"): (302, 403, 403, 404, 404, 404, 403, 200),
    ("POST", "end_group"): (302, 403, 403, 404, 404, 404, 403, 422),
    ("GET", "decide_duplicate"): (302, 403, 403, 404, 404, 404, 403, 200),
    ("POST", "decide_duplicate"): (302, 403, 403, 404, 404, 404, 403, 422),
    ("GET", "conflicts"): (302, 403, 200, 200, 200, 200, 200, 200),
    ("POST", "settle_conflict"): (302, 403, 404, 404, 404, 404, 403, 302),
    ("GET", "elsewhere"): (302, 403, 403, 200, 200, 200, 403, 200),
    ("POST", "elsewhere"): (302, 403, 403, 422, 422, 422, 403, 422),
    ("GET", "gatherings"): (302, 403, 200, 200, 200, 200, 200, 200),
    ("GET", "gathering"): (302, 403, 200, 200, 200, 200, 200, 200),
    ("GET", "imports"): (302, 403, 403, 200, 200, 403, 403, 200),
    ("POST", "imports"): (302, 403, 403, 422, 422, 403, 403, 422),
    ("GET", "batch"): (302, 403, 404, 404, 404, 404, 404, 200),
    ("GET", "picture"): (302, 403, 404, 404, 404, 404, 404, 200),
    ("POST", "read_again"): (302, 403, 404, 404, 404, 404, 404, 409),
    ("GET", "undo_batch"): (302, 403, 403, 404, 404, 403, 403, 200),
    ("POST", "undo_batch"): (302, 403, 403, 404, 404, 403, 403, 422),
    ("GET", "account"): (302, 200, 200, 200, 200, 200, 200, 200),
    ("POST", "password"): (302, 422, 422, 422, 422, 422, 422, 422),
    ("GET", "sign_in"): (200, 302, 302, 302, 302, 302, 302, 302),
    ("POST", "sign_out"): (302, 302, 302, 302, 302, 302, 302, 302),
    ("POST", "act"): (302, 302, 302, 302, 302, 302, 302, 302),
    ("POST", "language"): (302, 302, 302, 302, 302, 302, 302, 302),
}
ONLY_POST = {"read_again", "settle_conflict", "read_notice", "confirm_fact", "password", "sign_out", "act", "language"}


def routes() -> set[str]:
    return {str(name) for name in get_resolver("sanam.interfaces.web.urls").reverse_dict if isinstance(name, str)}


@pytest.fixture
def paths(field: Cast, neighbour: Person, tmp_path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    batch = read_in(export(tmp_path, PERSON=[person(PID="77", NAME="แถม")]), by=field.nurse)["batch"]
    both = [person(PID="78", CID=number(3), NAME="คนละคน", LNAME="กันแน่", SEX="2"), person(PID="79", NAME="อีกคน")]
    read_in(export(tmp_path, PERSON=both))
    membership = groups.note(by=field.nurse, person=neighbour, belongs=groups.Belongs(Group.STATELESS))
    dispute = Conflict.objects.create(person=neighbour, field="phone", kept="1", offered="2", at=clock.now())
    page = gatherings.keep_page(by=field.nurse, page=gatherings.Page(title="วงคุย", text="วงคุย"))
    monkeypatch.setitem(owners._SHOWN, "matrix", lambda actor, owner: actor.ref == field.nurse.ref)
    photo = media.keep_picture(by=field.nurse, source=BytesIO(jpeg()), file_name="", owner="matrix:1")
    return {
        "today": "/",
        "read_notice": "/notices/999999/read/",
        "people": "/people/",
        "add_person": "/people/add/",
        "person": f"/people/{neighbour.id}/",
        "history": f"/people/{neighbour.id}/history/",
        "rights": f"/people/{neighbour.id}/rights/",
        "correct_person": f"/people/{neighbour.id}/correct/",
        "confirm_fact": f"/people/{neighbour.id}/confirm/",
        "move_person": f"/people/{neighbour.id}/move/",
        "note_group": f"/people/{neighbour.id}/groups/",
        "end_group": f"/people/groups/{membership.pk}/end/",
        "decide_duplicate": f"/people/doubts/{Duplicate.objects.get().pk}/",
        "conflicts": "/people/conflicts/",
        "settle_conflict": f"/people/conflicts/{dispute.pk}/",
        "elsewhere": "/people/elsewhere/",
        "read_again": f"/imports/{batch}/again/",
        "gatherings": "/gatherings/",
        "gathering": f"/gatherings/{page.id}/",
        "imports": "/imports/",
        "batch": f"/imports/{batch}/",
        "undo_batch": f"/imports/{batch}/undo/",
        "picture": f"/media/{photo.id}/",
        "account": "/account/",
        "password": "/account/password/",
        "sign_in": "/sign-in/",
        "sign_out": "/sign-out/",
        "act": "/act/",
        "language": "/language/",
    }


def test_every_url_has_a_row() -> None:
    assert routes() == {name for _, name in TABLE}


@pytest.mark.parametrize("column", range(len(CAST)), ids=CAST)
def test_each_of_the_cast_gets_what_the_table_says(enter: Enter, paths: dict[str, str], column: int) -> None:
    before = list(Person.objects.order_by("id").values())
    got = {}
    for method, name in TABLE:
        client = enter(CAST[column])
        response = client.get(paths[name]) if method == "GET" else client.post(paths[name], {})
        got[method, name] = response.status_code
        response.getvalue()  # read to its end, or a picture's file stays open
    assert got == {row: statuses[column] for row, statuses in TABLE.items()}
    assert list(Person.objects.order_by("id").values()) == before


@pytest.mark.parametrize("name", sorted(ONLY_POST))
def test_what_changes_something_is_no_get(enter: Enter, paths: dict[str, str], name: str) -> None:
    assert enter("nurse").get(paths[name]).status_code == 405


@pytest.mark.parametrize("who", ["regional", "unscoped", "volunteer", "nurse", "local"])
@pytest.mark.parametrize("path", ["/", "/people/", "/people/?q=สม", "/people/?q=สมหมาย", "/people/?area=9001"])
def test_nobody_reads_a_name_from_elsewhere(enter: Enter, foreign: Person, who: str, path: str) -> None:
    assert "ไกลบ้าน" not in enter(who).get(path).content.decode()


def test_a_foreign_person_is_not_reached_by_a_guessed_address(enter: Enter, foreign: Person) -> None:
    for part in ("", "history/", "correct/"):
        assert enter("nurse").get(f"/people/{foreign.id}/{part}").status_code == 404
    assert enter("nurse").post(f"/people/{foreign.id}/confirm/", {"fact": "health", "how": "visit"}).status_code == 404


def test_a_volunteer_sees_the_assigned_house_and_no_other(enter: Enter, ours: Person, neighbour: Person) -> None:
    client = enter("volunteer")
    assert client.get(f"/people/{ours.id}/").status_code == 200
    page = client.get("/people/").content.decode()
    assert "เอียด" in page
    assert "คล้าย" not in page

"""Every URL × every cast member × method. A URL without a row here fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import get_resolver

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.gatherings.operations import pages as gatherings
from sanam.domain.gatherings.operations import (
    photos,
    publishing,
)
from sanam.domain.media import operations as media
from sanam.domain.media import owners
from sanam.domain.registry.models import Conflict, Duplicate, Emergency, Merge, Person
from sanam.domain.registry.operations import (
    around,
    assistance,
    circles,
    emergencies,
    groups,
    merges,
)
from sanam.domain.registry.operations.assistance import Received
from sanam.domain.registry.words import Group, Help, How, Kin
from tests.cast import Cast, export, number, person, read_in
from tests.domain.gatherings.showing import cleared
from tests.domain.media.images import jpeg
from tests.domain.registry.consenting import agree
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.hanging import (
    agreed_paths,
    answering_paths,
    calling_paths,
    host_paths,
    proposed_paths,
    room_paths,
    seat_paths,
    talked_paths,
)
from tests.interfaces.web.matrix import CAST, ONLY_POST, TABLE


def routes() -> set[str]:
    return {str(name) for name in get_resolver("sanam.interfaces.web.urls").reverse_dict if isinstance(name, str)}


@pytest.fixture
def paths(field: Cast, neighbour: Person, tmp_path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    batch = read_in(export(tmp_path, PERSON=[person(PID="77", NAME="แถม")]), by=field.nurse)["batch"]
    both = [person(PID="78", CID=number(3), NAME="คนละคน", LNAME="กันแน่", SEX="2"), person(PID="79", NAME="อีกคน")]
    read_in(export(tmp_path, PERSON=both))
    membership = groups.note(by=field.nurse, person=neighbour, belongs=groups.Belongs(Group.STATELESS))
    near = around.note(
        by=field.nurse,
        person=neighbour,
        someone=around.Someone(Kin.CHILD, name="แดง", cares=True, phone="0000012345"),
        how=How.VISIT,
        on=clock.today() - timedelta(days=1),
    )
    given = Received(Help.FOOD, PartialDate(2026, 3), outsider="วัด")
    gift = assistance.note(by=field.nurse, person=neighbour, received=given)
    dispute = Conflict.objects.create(person=neighbour, field="phone", kept="1", offered="2", at=clock.now())
    joined = _joined(field)
    page = gatherings.keep_page(by=field.nurse, page=gatherings.Page(title="วงคุย", text="วงคุย"))
    waiting = photos.add(by=field.nurse, gathering=page, source=BytesIO(jpeg()))
    out = cleared(field, page)
    publishing.publish(by=field.secretary, gathering=page, read_through=True)
    monkeypatch.setitem(owners._SHOWN, "matrix", lambda actor, owner: actor.ref == field.nurse.ref)
    photo = media.keep_picture(by=field.nurse, source=BytesIO(jpeg()), file_name="", owner="matrix:1")
    consent = agree(field, neighbour)
    grandchild = circles.Place("หลานสาว", "week", "", relative="พิมพ์")
    close = circles.join(by=field.nurse, person=neighbour, place=grandchild)
    away = replace(field.secretary, mandate=field.stranger.mandate)  # a member who sees nobody here
    emergencies.break_glass(by=away, number=number(3), reason="หมดสติ ต้องรู้โรคประจำตัว")
    return {
        "consents": f"/people/{neighbour.id}/consents/",
        "give_consent": f"/people/{neighbour.id}/consents/give/",
        "renew_consent": f"/people/consents/{consent.pk}/renew/",
        "withdraw_consent": f"/people/consents/{consent.pk}/withdraw/",
        "circle": f"/people/{neighbour.id}/circle/",
        "join_circle": f"/people/{neighbour.id}/circle/join/",
        "leave_circle": f"/people/circle/{close.pk}/leave/",
        "looks": f"/people/{neighbour.id}/looks/",
        "emergency": "/people/emergency/",
        "reviews": "/people/emergency/reviews/",
        "review_emergency": f"/people/emergency/{Emergency.objects.get(person=neighbour).pk}/review/",
        "purposes": "/people/purposes/",
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
        "take_back": f"/people/{neighbour.id}/confirm/back/",
        "work": "/people/work/",
        "villages": "/people/work/villages/",
        "village_facts": "/people/work/villages/930512/",
        "news": "/people/news/",
        "volunteers": "/people/volunteers/",
        "life": f"/people/{neighbour.id}/life/",
        "around": f"/people/{neighbour.id}/around/",
        "note_around": f"/people/{neighbour.id}/around/note/",
        "note_contact": f"/people/{neighbour.id}/contacts/",
        "end_around": f"/people/around/{near.pk}/end/",
        "end_contact": f"/people/contacts/{near.contacts.get().pk}/end/",
        "decide_duplicate": f"/people/doubts/{Duplicate.objects.get(decision='').pk}/",
        "doubts": "/people/doubts/",
        "merge_duplicate": f"/people/doubts/{Duplicate.objects.get(decision='').pk}/same/",
        "ask_about_duplicate": f"/people/doubts/{Duplicate.objects.get(decision='').pk}/ask/",
        "merges": "/people/merges/",
        "merge": f"/people/merges/{joined.pk}/",
        "conflicts": "/people/conflicts/",
        "settle_conflict": f"/people/conflicts/{dispute.pk}/",
        "assistance": f"/people/{neighbour.id}/assistance/",
        "note_assistance": f"/people/{neighbour.id}/assistance/note/",
        "correct_assistance": f"/people/assistance/{gift.pk}/correct/",
        "withdraw_assistance": f"/people/assistance/{gift.pk}/withdraw/",
        "reports": "/reports/",
        "report": "/reports/cards/",
        "report_file": "/reports/groups/file/",
        "report_map": "/reports/map/",
        "arrange_map": "/reports/map/arrange/",
        "elsewhere": "/people/elsewhere/",
        **answering_paths(field, neighbour),
        **seat_paths(field),
        **calling_paths(field),
        **room_paths(field),
        **agreed_paths(field),
        **proposed_paths(field),
        **talked_paths(field),
        **host_paths(field),
        "read_again": f"/imports/{batch}/again/",
        "gatherings": "/gatherings/",
        "gathering": f"/gatherings/{page.id}/",
        "teams": "/team/",
        "team_matters": "/team/matters/",
        "team": f"/team/{field.seats['nurse'].body_id}/",
        "team_sheet": f"/team/{field.seats['nurse'].body_id}/sheet/",
        **{
            name: f"/gatherings/photos/{waiting.id}/{part}"
            for name, part in {"photo": "", "move_photo": "move/", "take_down_photo": "take-down/"}.items()
        },
        **{
            name: f"/gatherings/{page.id}/{part}/"
            for name, part in {
                "gathering_photos": "photos",
                "publish": "publish",
                "withdraw_page": "withdraw",
                "gathering_file": "file",
                "correct_page": "corrects",
            }.items()
        },
        "public_page": f"/g/{page.id}/",
        "public_photo": f"/g/{page.id}/{out.id}/",
        "imports": "/imports/",
        "batch": f"/imports/{batch}/",
        "undo_batch": f"/imports/{batch}/undo/",
        "picture": f"/media/{photo.id}/",
        "account": "/account/",
        "notices": "/notices/",
        "read_all_notices": "/notices/read/",
        "mail": "/account/mail/",
        "mail_confirm": f"/mail/{neighbour.id}/0123/confirm/",
        "mail_stop": f"/mail/{neighbour.id}/0123/stop/",
        "password": "/account/password/",
        "password_again": "/account/again/",
        "devices": "/account/devices/",
        "sign_out_device": "/account/devices/00000000-0000-4000-8000-000000000000/sign-out/",
        "sign_out_others": "/account/devices/others/sign-out/",
        "second_factor": "/account/second-factor/",
        "second_factor_begin": "/account/second-factor/begin/",
        "second_factor_on": "/account/second-factor/on/",
        "second_factor_off": "/account/second-factor/off/",
        "recovery_codes": "/account/second-factor/codes/",
        "sign_in_code": "/sign-in/code/",
        "sign_in": "/sign-in/",
        "sign_out": "/sign-out/",
        "act": "/act/",
        "language": "/language/",
    }


def _joined(field: Cast) -> Merge:
    """Two records of the nurse's sub-district, joined."""
    kept, gone = Person.objects.get(given="พิมพ์"), Person.objects.get(given="แถม")
    return merges.merge(by=field.nurse, kept=kept, gone=gone, reason="คนเดียวกัน", chosen={"national_id": "kept"})


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
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/people/work/",
        "/people/work/?who=all",
        "/people/news/",
        "/people/",
        "/people/?q=สม",
        "/people/?q=สมหมาย",
        "/people/?area=9001",
    ],
)
def test_nobody_reads_a_name_from_elsewhere(enter: Enter, foreign: Person, who: str, path: str) -> None:
    assert "ไกลบ้าน" not in enter(who).get(path).content.decode()


def test_a_foreign_person_is_not_reached_by_a_guessed_address(enter: Enter, foreign: Person) -> None:
    for part in ("", "history/", "correct/", "around/", "life/", "contacts/"):
        assert enter("nurse").get(f"/people/{foreign.id}/{part}").status_code == 404
    assert enter("nurse").post(f"/people/{foreign.id}/confirm/", {"fact": "health", "how": "visit"}).status_code == 404


def test_a_volunteer_sees_the_assigned_house_and_no_other(enter: Enter, ours: Person, neighbour: Person) -> None:
    client = enter("volunteer")
    assert client.get(f"/people/{ours.id}/").status_code == 200
    page = client.get("/people/").content.decode()
    assert "เอียด" in page
    assert "คล้าย" not in page

"""The invented boards hang together, and speak the words of the teams room."""

from __future__ import annotations

from collections import Counter

import pytest

from sanam.domain.teams.words import DEFAULT_LEGS, ROLES, BodyKind, HoldingKind
from sanam.sample import familiar, teams
from sanam.sample.things import District
from tests.sample.conftest import TODAY


def test_every_role_has_a_seat_that_somebody_holds() -> None:
    assert {seat.role for seat in teams.SEATS if seat.holder} == set(ROLES)


def test_seats_bodies_and_holdings_use_the_rooms_words() -> None:
    assert {seat.leg for seat in teams.SEATS} == {name for name, _ in DEFAULT_LEGS}
    assert {body.kind for body in teams.BODIES} == set(BodyKind.values)
    assert {holding.kind for holding in teams.holdings(TODAY)} <= set(HoldingKind.values)


def test_keys_and_names_are_used_once_and_point_somewhere() -> None:
    for plans in (teams.BODIES, teams.ORGANISATIONS, teams.SEATS):
        keys = [plan.key for plan in plans]
        assert len(keys) == len(set(keys))
    bodies = {body.key for body in teams.BODIES}
    organisations = {organisation.key for organisation in teams.ORGANISATIONS}
    usernames = {member.username for member in teams.MEMBERS}
    assert {body.parent for body in teams.BODIES} - {""} <= bodies
    assert len({body.name_th for body in teams.BODIES}) == len(teams.BODIES)
    for seat in teams.SEATS:
        assert seat.body in bodies
        assert seat.organisation in organisations
        assert {seat.holder, seat.deputy} - {""} <= usernames


def test_there_are_a_region_a_district_and_twelve_sub_district_boards() -> None:
    kinds = Counter(body.kind for body in teams.BODIES)
    assert (kinds["region"], kinds["district"], kinds["subdistrict"]) == (1, 1, 12)


def test_the_mandates_of_the_first_pages_are_there() -> None:
    areas = {(seat.role, area) for seat in teams.SEATS for area in seat.areas}
    assert {
        ("care_manager", "930512"),
        ("village_volunteer", "93051205"),
        ("village_volunteer", "93051102"),
    } <= areas


def test_hospitals_of_the_teams_are_those_of_the_files(district: District) -> None:
    codes = {o.hospital_code for o in teams.ORGANISATIONS if o.key.startswith("hospital-")}
    assert codes == {hospital.code for hospital in district.hospitals}


def test_a_deputy_stands_in_until_a_day() -> None:
    [standing_in] = [h for h in teams.holdings(TODAY) if h.to_on]
    assert (standing_in.seat, standing_in.username, standing_in.kind) == ("manager-02", "kanya", "deputy")
    assert standing_in.to_on > TODAY


@pytest.mark.parametrize("role", ["village_volunteer", "village_head"])
def test_volunteers_and_the_headman_live_in_their_villages(role: str) -> None:
    live = {(code, f"{k.given} {k.family}") for (code, _), family in familiar.HOUSES.items() for k in family}
    names = {member.username: member.name for member in teams.MEMBERS}
    for seat in teams.SEATS:
        if seat.role == role and seat.holder:
            assert (seat.areas[0], names[seat.holder]) in live

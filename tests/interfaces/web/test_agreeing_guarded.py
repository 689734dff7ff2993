"""Whatever is sent to the pages of rooms and rules is answered in a sentence, and by nobody who may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import get_resolver

from sanam.domain.rules.models import Amendment, Decision, Objection, Proposal, Response, RuleVersion
from sanam.domain.rules.models import Round as RuleRound
from tests.cast import Cast
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import at_every_stage
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
HUGE = 10**40
NUMBERS = {"line_id", "statement_id", "round_id", "amendment_id", "objection_id", "clause_id", "step_id", "number"}
NOBODY = "00000000-0000-4000-8000-000000000000"
ANSWERED = {200, 302, 403, 404, 405, 409, 422}


def addresses() -> Iterator[str]:
    """Every page of rooms and rules with keys that are nobody's, or are no keys."""
    found = get_resolver("sanam.interfaces.web.urls").reverse_dict
    for name in sorted(one for one in found if isinstance(one, str)):
        ((pattern, _parts),) = found.getlist(name)[0][0][:1]
        if pattern.startswith(("rules/", "gatherings/rooms/")):
            keys = re.findall(r"%\((\w+)\)s", pattern)
            for whole in ("0", str(HUGE)):
                told = {key: whole if key in NUMBERS else NOBODY for key in keys}
                yield "/" + pattern % (told | {key: "x" for key in keys if key in {"step", "deed"}})


def test_keys_that_are_nobodys_break_nothing(enter: Enter, field: Cast) -> None:
    clients = [enter(name) for name in ("secretary", "stranger", "nobody")]
    for address in addresses():
        for client in clients:
            assert client.get(address).status_code in ANSWERED, address
            assert client.post(address, {"seat": NOBODY, "value": "x"}).status_code in ANSWERED, address


AFTER = ("x", "|", "2026-01-01|" + NOBODY, f"0001-01-01T00:00:00+14:00|{NOBODY}", f"9999-12-31T23:59:59-14:00|{NOBODY}")


@pytest.mark.parametrize("after", [*AFTER, "9" * 400, "²", "\x00", "-1"])
def test_a_place_in_a_list_that_is_none_is_the_beginning(enter: Enter, field: Cast, after: str) -> None:
    for address in ("/gatherings/rooms/", "/rules/", "/rules/?body=" + NOBODY):
        assert enter("secretary").get(address, {"after": after}).status_code == 200


@pytest.fixture
def kept(field: Cast) -> dict[str, str]:
    seat_the_legs(field)
    return at_every_stage(field)


def rows() -> list[int]:
    return [one.objects.count() for one in (Amendment, Decision, Objection, Proposal, Response, RuleRound, RuleVersion)]


HOSTILE = ["\x00", "\u202e", "<script>alert(1)</script>", "=1+1", "x" * 200_000, "9" * 400, "nan", "9999-12-31"]


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_are_kept_as_words_or_refused(enter: Enter, kept: dict[str, str], said: str) -> None:
    client = enter("nurse")
    pages = {
        "/rules/proposals/new/": ("title", "why", "method", "n1_text", "n1_dial_0", "n1_value_0", "review_on", "empty"),
        f"/rules/proposals/{kept['proposal']}/change/": ("title", "why", "method", "c1_text", "seen", "in_force_from"),
        f"/rules/proposals/{kept['proposal']}/clauses/1/": ("text", "reason"),
        f"/rules/proposals/{kept['proposal']}/rounds/open/": ("kind", "day", "seat"),
        f"/rules/rounds/{kept['round']}/answer/": ("value", "reason", "aim", "change"),
        f"/rules/rounds/{kept['round']}/assist/": ("seat", "channel", "value", "reason"),
        f"/rules/amendments/{kept['changing']}/reject/": ("because",),
    }
    for address, names in pages.items():
        answer = client.post(address, dict.fromkeys(names, said))
        assert answer.status_code in ANSWERED, address
        assert b"<script>alert" not in answer.content
    assert b"<script>alert" not in client.get(f"/rules/proposals/{kept['proposal']}/").content


def test_ten_megabytes_are_turned_away(enter: Enter, kept: dict[str, str]) -> None:
    before = rows()
    answer = enter("nurse").post("/rules/proposals/new/", {"title": "x" * 10_000_000})
    assert (answer.status_code, rows()) == (400, before)


def test_who_sits_elsewhere_or_nowhere_does_nothing_to_a_proposal(enter: Enter, kept: dict[str, str]) -> None:
    before = rows()
    deeds = [f"proposals/{kept['proposal']}/{deed}/" for deed in ("change", "withdraw", "clauses/1", "rounds/open")] + [
        f"rounds/{kept['round']}/{deed}/" for deed in ("answer", "assist", "close")
    ]
    deeds += [f"objections/{kept['objection']}/{deed}/" for deed in ("integrate", "withdraw", "circle", "find")]
    deeds += [f"versions/{kept['for_now']}/{deed}/" for deed in ("confirm", "reopen")]
    deeds += [f"amendments/{kept['changing']}/{deed}/" for deed in ("accept", "reject", "withdraw")]
    said = {"because": "x", "text": "x", "reason": "x", "answer": "x", "clause": "1", "value": "consent", "why": "x"}
    for name in ("seatless", "nobody"):
        client = enter(name)
        for deed in deeds:
            assert client.post(f"/rules/{deed}", said).status_code in {302, 403, 404}, (name, deed)
    assert rows() == before

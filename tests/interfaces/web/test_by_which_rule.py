"""Wherever a dial acts, the page names the rule that turned it: the whole catalogue, dial by dial."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse

from sanam.domain.parameters.catalogue import DIALS, YES, Dial
from sanam.domain.registry.models import GroupMembership, Person
from sanam.domain.rules.models import RuleVersion
from sanam.interfaces.web.rules.screens import SCREENS, screens_of
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import closed, drafted, opened
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
READERS = {"requests": "secretary"}
"""Whose page it is: the care manager's where nobody else is named."""


CLOSING = {"closed.income.village_head": "headman", "closed.sensitive.village_volunteer": "volunteer"}
"""What closes a class of facts tells it to the seats it is closed to; two stand for all."""


def another_value(dial: Dial) -> float:
    """One the dial takes and does not start at."""
    return dial.highest if dial.default != dial.highest else dial.lowest


def a_person(field: Cast, dial: str, version: RuleVersion) -> str:
    """Somebody who gets about as far as the dial says."""
    who = Person.objects.filter(area_code__startswith="930512").latest("sort_key")
    kind = dial.rpartition("_")[2] if "function_" in dial else "social"
    GroupMembership.objects.filter(person=who).delete()
    GroupMembership.objects.create(person=who, group="dependent", kind=kind, until="")
    return reverse("web:person", args=[who.pk])


def a_consent(field: Cast, dial: str, version: RuleVersion) -> str:
    who = Person.objects.filter(area_code__startswith="930512").latest("sort_key")
    return reverse("web:give_consent", args=[who.pk])


def a_second_call(field: Cast, dial: str, version: RuleVersion) -> str:
    short = drafted(field, "ข้อที่รอรอบสอง")
    closed(opened(field, short))
    return reverse("web:open_round", args=[short.pk])


def a_change(field: Cast, dial: str, version: RuleVersion) -> str:
    return reverse("web:new_proposal") + f"?rule={version.rule_id}"


def a_proposal(field: Cast, dial: str, version: RuleVersion) -> str:
    asked = drafted(field, "ข้อที่กำลังลงเสียง")
    opened(field, asked)
    return reverse("web:proposal", args=[asked.pk])


MANY: dict[str, Callable[[Cast, str, RuleVersion], str]] = {
    "หน้าของแต่ละคน": a_person,
    "หน้าขอความยินยอม": a_consent,
    "หน้าข้อเสนอ": a_proposal,
    "หน้าเปิดรอบสอง": a_second_call,
    "หน้าเสนอแก้กติกา": a_change,
}
"""The pages that are many, each by the words a rule's own page calls it."""


@pytest.mark.parametrize("dial", [name for name, dial in DIALS.items() if dial.unit != YES or name in CLOSING])
def test_the_page_where_a_dial_acts_names_its_rule(enter: Enter, field: Cast, dial: str) -> None:
    seat_the_legs(field)
    screens = screens_of(dial)
    assert screens, f"{dial} acts on no page: say in screens.SCREENS where, and name its rule there"
    body = field.seats["secretary"].body
    version = adopted(body, ("ตกลงค่านี้กัน", {dial: another_value(DIALS[dial])}))
    link = f'href="/rules/versions/{version.pk}/">ตามกติกาข้อ ๑ ฉบับที่ ๑</a>'
    for called, name in screens:
        path = reverse(f"web:{name}") if name else MANY[str(called)](field, dial, version)
        answer = enter(CLOSING.get(dial) or READERS.get(name, "nurse")).get(path)
        assert answer.status_code == 200, (dial, path)
        assert link in answer.content.decode(), (dial, path)


def test_where_no_rule_was_agreed_no_page_names_one(enter: Enter, field: Cast) -> None:
    for screens in SCREENS.values():
        for _called, name in screens:
            if name:
                told = enter(READERS.get(name, "nurse")).get(reverse(f"web:{name}")).content.decode()
                assert "/rules/versions/" not in told, name


def test_no_place_is_kept_for_a_dial_that_is_gone() -> None:
    assert all(any(dial.startswith(begins) for dial in DIALS) for begins in SCREENS)

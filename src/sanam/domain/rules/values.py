"""What a clause may turn: dials of the catalogue, within their bounds; what only rises is never lowered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.policies import check_takes
from sanam.domain.teams.models import Body
from sanam.domain.teams.words import BodyKind


def check_values(values: Mapping[str, object], body: Body | None = None) -> None:
    """Raises BadInput for a dial or value there is not, and for lowering what only rises; NotAllowed for a body
    that does not speak for the whole installation, where one is given."""
    if not values:
        return
    if body is not None:
        check_steers(body)
    standing = parameters.values()
    for name, value in values.items():
        dial = check_takes(name, value)
        if dial.only_rises and float(str(value)) < standing[name].value:
            now = f"{standing[name].value:g}"
            raise BadInput(
                "rules.only_rises",
                f"“{dial.th}” ตั้งสูงขึ้นได้อย่างเดียว ตอนนี้อยู่ที่ {now}",
                f"“{dial.en}” may only be raised; it stands at {now}.",
            )


def check_steers(body: Body) -> None:
    """Raises NotAllowed unless this body speaks for everywhere that the dials act."""
    if not steers(body):
        raise NotAllowed(
            "rules.not_everywhere",
            f"ค่าเหล่านี้ใช้ทั้งระบบ {body.name_th} ตกลงแทนคณะอื่นไม่ได้ เขียนเป็นกติกาไว้ทำเองได้ หรือเสนอต่อคณะที่ดูแลทั้งพื้นที่",
            f"These settings hold for the whole system, and {body.name_en} cannot agree for the others; keep it as a"
            " rule of your own, or propose it to the body that covers the whole area.",
        )


def steers(body: Body) -> bool:
    """Whether a body may turn dials: it is the only one on top, or its areas cover those of every body that cares.

    Dials hold for the whole installation, whoever agreed on them (ADR 30).
    """
    known = list(Body.objects.order_by("id"))
    tops = [one for one in known if one.parent_id is None]
    if [one.pk for one in tops] == [body.pk]:
        return True
    others = [one for one in known if one.pk != body.pk and one.kind != BodyKind.REGION]
    return all(_covers(body.area_codes, one.area_codes) for one in others)


def _covers(wide: Iterable[str], narrow: Iterable[str]) -> bool:
    narrow = list(narrow)
    return bool(narrow) and all(any(one.startswith(area) for area in wide) for one in narrow)

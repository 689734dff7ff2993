"""Whether a change that was asked for can be taken into the draft as it reads now, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping

from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.rules.models import Amendment, DraftClause, Proposal
from sanam.domain.rules.numbering import next_number


def clause_of(proposal: Proposal, number: int) -> DraftClause | None:
    """The clause of this number in the draft, if there is one."""
    return proposal.clauses.filter(number=number).first()


def check_changes_something(standing: DraftClause | None, text: str, values: Mapping[str, float] | None) -> None:
    """Raises BadInput for a change after which the clause would say and turn the same."""
    if standing is not None and standing.text == text.strip() and values in (None, standing.values):
        raise BadInput("rules.nothing_changed", "ข้อนี้ยังเหมือนเดิม แก้ข้อความหรือค่าก่อน", "This clause still says the same.")


def check_has_not_moved(amendment: Amendment, standing: DraftClause | None) -> None:
    """Raises Refused when the clause says something else by now, or turns its dials otherwise, where the change
    speaks of them."""
    now = standing.text if standing else ""
    if now != amendment.before:
        raise Refused(
            "rules.clause_moved",
            f"ข้อ {amendment.number} เปลี่ยนไปแล้วหลังจากที่มีคนขอแก้ ตอนนี้อ่านว่า “{now}” ให้ผู้ขอดูใหม่แล้วขออีกครั้ง",
            f"Clause {amendment.number} has changed since; it reads “{now}” now. Look again and ask anew.",
            details={"now": now},
        )
    speaks = amendment.values is not None and amendment.before_values is not None
    if standing is not None and speaks and standing.values != amendment.before_values:
        raise Refused(
            "rules.dials_moved",
            f"ค่าที่ข้อ {amendment.number} ปรับ เปลี่ยนไปแล้วหลังจากที่มีคนขอแก้ ให้ผู้ขอดูใหม่แล้วขออีกครั้ง",
            f"What clause {amendment.number} sets has changed since. Look again and ask anew.",
            details={"now": standing.values},
        )


def find_its_place(amendment: Amendment, proposal: Proposal) -> None:
    """Two who each ask for a new clause both get theirs: it takes the next number that is free by now."""
    if not amendment.before and amendment.number < next_number(proposal):
        amendment.number = next_number(proposal)
        amendment.save(update_fields=["number"])

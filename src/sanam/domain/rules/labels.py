"""What a version is called wherever it acts: "กติกาข้อ ๓ ฉบับที่ ๒"."""

from __future__ import annotations

from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.rules.models import RuleVersion


def label(version: RuleVersion) -> tuple[str, str]:
    """The name in Thai with Thai numerals, and in English; `version.rule` is read."""
    rule, number = version.rule.number, version.number
    return to_thai(f"กติกาข้อ {rule} ฉบับที่ {number}"), f"Rule {rule}, version {number}"

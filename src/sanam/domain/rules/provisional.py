"""How long a version agreed for now stands, and what would let it stand for good."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.rules.models import Decision, RuleVersion
from sanam.domain.rules.words import Standing

OVER = (Standing.ENDED, Standing.REPLACED, Standing.RETIRED)


def still_needed(version: RuleVersion) -> int:
    """How many of the legs that were missing still have to consent before it stands for good; 0 where it does."""
    if version.provisional_until is None:
        return 0
    decision = Decision.objects.filter(round__proposal=version.proposal_id).order_by("-id").first()
    if decision is None:
        return len(version.missing)
    short: int = decision.told["quorum"]["need"] - decision.told["quorum"]["heard"]
    return max(0, short - version.events.filter(what=Standing.CONFIRMED).count())


def stands_for_now(version: RuleVersion) -> bool:
    """Whether a version is in its provisional time: the quorum is still short, and nothing ended it."""
    until = version.provisional_until
    if until is None or until < clock.today() or not still_needed(version):
        return False
    return not version.events.filter(what__in=OVER).exists() and is_newest(version)


def is_newest(version: RuleVersion) -> bool:
    """Whether no later version of its rule was agreed."""
    return not version.rule.versions.filter(number__gt=version.number).exists()

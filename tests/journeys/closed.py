"""`python -m tests.journeys.closed ROLE`: the board agrees through its own rounds to close income to a role, or, said
once more, to stop. Run in the installation of a journey."""

from __future__ import annotations

import sys
from datetime import timedelta

import django

django.setup()

from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION, Actor  # noqa: E402
from sanam.domain.foundation.privacy import Privacy  # noqa: E402
from sanam.domain.parameters import queries as parameters  # noqa: E402
from sanam.domain.rules.answer_words import Value  # noqa: E402
from sanam.domain.rules.models import Rule  # noqa: E402
from sanam.domain.rules.operations import proposals, responses, rounds  # noqa: E402
from sanam.domain.rules.operations.proposals import Worded  # noqa: E402
from sanam.domain.rules.operations.responses import Answer  # noqa: E402
from sanam.domain.rules.words import RoundKind  # noqa: E402
from sanam.domain.teams import queries as teams  # noqa: E402
from sanam.domain.teams.closing import dial_of  # noqa: E402
from tests.journeys.ruled import CLOSES, NOT_NEEDED, OPENS, WHO_SEES  # noqa: E402


def agree(role: str) -> None:
    """Close it by the next version of one rule; where it is closed, open it by the next without the dial."""
    people = {name: sits(name) for name in ("secretary", "mayor", "headman", "elder")}
    body = teams.body_of(people["secretary"])
    rule = Rule.objects.filter(title=WHO_SEES).first()
    dial, number = dial_of(Privacy.INCOME, role), 1 if rule else 0
    clause = Worded(OPENS, {}, number) if parameters.values()[dial].value else Worded(CLOSES, {dial: 1}, number)
    given = {"body": body, "title": WHO_SEES, "why": NOT_NEEDED, "clauses": [clause], "rule": rule}
    proposal = proposals.draft(by=people["secretary"], **given)  # type: ignore[arg-type]
    day = clock.now() + timedelta(days=2)
    one = rounds.open_round(by=people["secretary"], proposal=proposal, kind=RoundKind.DECISION, closes_at=day)
    for by in people.values():
        responses.answer(by=by, one=one, said=Answer(Value.CONSENT))
    with clock.at(one.closes_at):
        rounds.close(by=INSTALLATION, one=one)


def sits(username: str) -> Actor:
    account = teams.account_of(username)
    assert account is not None
    return teams.places(account.member.pk)[0].actor(member=account.member.pk, via="web")


if __name__ == "__main__":
    agree(sys.argv[1])

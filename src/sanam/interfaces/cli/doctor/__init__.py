"""What is missing or unsafe in this installation: small checks, each one line in both languages.

`serve` asks `check_may_serve(host)` before it opens beyond this machine; `sanam doctor` tells everything.
A check never ends another: what cannot be looked at is itself a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.cli.doctor.finding import FAIL, Finding


def examine(serving: str = "") -> Iterator[Finding]:
    """Every finding, in the order an operator would look; `serving` is the host that `serve` would bind."""
    from sanam.interfaces.cli.doctor import database, mail, place, safety, seats, upkeep

    yield from safety.findings(serving)
    yield from place.findings()
    ready = yield from database.findings()
    if ready:
        yield from seats.findings()
        yield from upkeep.findings()
        yield from mail.findings()


def unsafe_to_serve(host: str) -> list[Finding]:
    """What forbids serving on this host: nothing on loopback, else what would lay people's data open."""
    from sanam.interfaces.cli.doctor import safety

    return [one for one in safety.findings(host) if one.state == FAIL] if safety.beyond_loopback(host) else []


def check_may_serve(host: str) -> None:
    """Raise Refused, with the first reason, when serving on this host would be unsafe."""
    if found := unsafe_to_serve(host):
        worst = found[0]
        raise Refused("serve.unsafe", worst.th, worst.en, details={"checks": [one.name for one in found]})

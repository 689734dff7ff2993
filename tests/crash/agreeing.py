"""A committed district with a room and proposals to be ended, begun in a database of its own.

    python -m tests.crash.agreeing DATABASE_URL begin            everything is set up
    python -m tests.crash.agreeing DATABASE_URL kill SEED MOST   the minute's work, killed again and again
    python -m tests.crash.agreeing DATABASE_URL at_once          each deed by eight hands at the same moment

Each prints one JSON document.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

os.environ["DATABASE_URL"] = sys.argv[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanam.config.settings")

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection  # noqa: E402

from sanam.domain.dialogue.models import Exchange, Ticket, Vote  # noqa: E402
from sanam.domain.dialogue.operations import results  # noqa: E402
from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION  # noqa: E402
from sanam.domain.foundation.refused import Refused  # noqa: E402
from sanam.domain.parameters.models import Turn  # noqa: E402
from sanam.domain.rules.answer_words import Value  # noqa: E402
from sanam.domain.rules.models import Clause, Proposal, Round, Rule, RuleVersion  # noqa: E402
from sanam.domain.rules.operations import (  # noqa: E402
    by_the_clock,
    commitments,
    proposals,
    responses,
    rounds,
    steering,
)
from sanam.domain.rules.operations.proposals import Worded  # noqa: E402
from sanam.domain.rules.operations.responses import Answer  # noqa: E402
from sanam.domain.rules.words import RoundKind  # noqa: E402
from tests.cast import Cast, gather  # noqa: E402
from tests.domain.dialogue.rooms import voting_room  # noqa: E402
from tests.domain.rules.legs import seat_the_legs  # noqa: E402

DIAL = "freshness.health"
LEGS = ("secretary", "mayor", "headman", "elder")
PROPOSALS = 3
EIGHT = 8


def seated() -> Cast:
    cast = gather()
    seat_the_legs(cast)
    return cast


def decided_next_week(cast: Cast, title: str, value: float, rule: Rule | None = None) -> Round:
    """A proposal that turns a dial, answered by all legs, its round open for a week."""
    body = cast.seats["secretary"].body
    clauses = [Worded(title, {DIAL: value}), Worded("บอกผลกลับ")]
    made = proposals.draft(by=cast.elder, body=body, title=title, why="เพราะ", clauses=clauses, rule=rule)
    closes = clock.now() + timedelta(days=7)
    one = rounds.open_round(by=cast.elder, proposal=made, kind=RoundKind.DECISION, closes_at=closes)
    for name in LEGS:
        responses.answer(by=cast.actors[name], one=one, said=Answer(Value.CONSENT))
    return one


def begin() -> dict[str, object]:
    """A fortnight ago: a room that votes until yesterday, and proposals answered in rounds that are over."""
    with clock.at(clock.now() - timedelta(days=14)):
        cast = seated()
        for _ in range(PROPOSALS):
            voting_room(cast, ends_at=clock.now() + timedelta(days=13))
        for number in range(PROPOSALS):
            decided_next_week(cast, f"กติกา {number}", 20 + number)
    return counted()


def counted() -> dict[str, object]:
    """How many rows each table of these rooms has, how rooms and proposals stand, and where the dial is."""
    labels = ("dialogue", "rules")
    tables = {
        one._meta.label: one._base_manager.count()
        for label in labels
        for one in apps.get_app_config(label).get_models()
    }
    return {
        "tables": tables,
        "stages": sorted(
            [*Exchange.objects.values_list("stage", flat=True), *Proposal.objects.values_list("stage", flat=True)]
        ),
        "dial": [[one.value, one.rule_label] for one in Turn.objects.order_by("id")],
        "numbers": sorted(Rule.objects.values_list("number", flat=True)),
        "tickets": Ticket.objects.exclude(device="", own_code="", nickname="").count(),
    }


def kill(seed: int, most: int) -> dict[str, object]:
    """Tick, killed at random instants; between two kills the journal is verified."""
    from tests.crash.killer import run

    return run(seed, most, 0.6, ["tick", "--json"], count=counted)


def in_days(days: int, *deeds: Callable[[], Any]) -> Counter[str]:
    """These at the same moment, so many days from now; there is one clock for all hands."""
    with clock.at(clock.now() + timedelta(days=days)):
        return at_once(*deeds)


def at_once(*deeds: Callable[[], Any]) -> Counter[str]:
    """These at the same moment; how many went through, and what the others were told."""
    ready, told = threading.Barrier(len(deeds)), list[str]()

    def hand(deed: Callable[[], Any]) -> None:
        try:
            ready.wait(timeout=30)
            deed()
            told.append("done")
        except Refused as refused:
            told.append(refused.code)
        except Exception as broken:
            told.append(repr(broken)[:200])
        finally:
            connection.close()

    threads = [threading.Thread(target=hand, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return Counter(told)


def everything_at_once() -> dict[str, object]:
    """What came of each deed when eight hands did it."""
    cast = seated()
    found: dict[str, object] = {}
    first = decided_next_week(cast, "กติกา", 50)
    found["closed"] = in_days(8, *[_closing(first)] * EIGHT)
    rule = RuleVersion.objects.get().rule
    body = cast.seats["secretary"].body
    given = {"body": body, "rule": rule, "title": "แก้", "why": "เพราะ", "clauses": [Worded("ใหม่")]}
    found["changed"] = at_once(*[lambda: proposals.draft(by=cast.elder, **given)] * EIGHT)
    clause = Clause.objects.get(version__rule=rule, number=2)
    promise = commitments.Promise("ทำ", clock.today() + timedelta(days=9), "มีบันทึก")
    found["signed"] = at_once(*[lambda: commitments.sign(by=cast.mayor, clause=clause, promise=promise)] * EIGHT)
    other, third = decided_next_week(cast, "กติกาสอง", 40), decided_next_week(cast, "กติกาสาม", 30)
    found["two dials"] = in_days(8, _closing(other), _closing(third))
    found["comes"] = _comes_at_once(cast)
    found["held back"] = _held_back_at_once(cast)
    room = voting_room(cast)
    found["room"] = at_once(*[lambda: results.close(by=cast.secretary, exchange=room)] * EIGHT)
    found["counted"] = counted()
    found["votes"] = Vote.objects.count()
    return found


def _closing(one: Round) -> Callable[[], Any]:
    return lambda: rounds.close(by=INSTALLATION, one=one)


def _comes_at_once(cast: Cast) -> Counter[str]:
    """A version whose day comes, brought by eight minutes' work at once."""
    body = cast.seats["secretary"].body
    tomorrow = clock.today() + timedelta(days=30)
    given = {"title": "วันหน้า", "why": "เพราะ", "clauses": [Worded("วันหน้า")], "in_force_from": tomorrow}
    made = proposals.draft(by=cast.elder, body=body, **given)  # type: ignore[arg-type]
    one = _answered(cast, made)
    in_days(8, _closing(one))

    def minute() -> None:
        if not steering.keep_time(by=INSTALLATION)["came"]:
            raise Refused("came.before", "มาแล้ว", "It came before.")

    return in_days(40, *[minute] * EIGHT)


def _answered(cast: Cast, made: Proposal) -> Round:
    closes = clock.now() + timedelta(days=7)
    one = rounds.open_round(by=cast.elder, proposal=made, kind=RoundKind.DECISION, closes_at=closes)
    for name in LEGS:
        responses.answer(by=cast.actors[name], one=one, said=Answer(Value.CONSENT))
    return one


def _held_back_at_once(cast: Cast) -> Counter[str]:
    """A decision of a body with too few seats filled; enough are, and eight minutes' work adopts it at once."""
    one = decided_next_week(cast, "รอคนนั่ง", 20)
    body = cast.seats["secretary"].body
    type(body).objects.filter(pk=body.pk).update(fewest_filled=99)
    in_days(8, _closing(one))
    type(body).objects.filter(pk=body.pk).update(fewest_filled=0)

    def minute() -> None:
        if not by_the_clock.adopt_held_back(by=INSTALLATION):
            raise Refused("adopted.before", "ตกลงแล้ว", "It was adopted before.")

    return at_once(*[minute] * EIGHT)


DEEDS: dict[str, Callable[..., dict[str, object]]] = {"begin": begin, "counted": counted, "at_once": everything_at_once}

if __name__ == "__main__":
    what, *more = sys.argv[2:]
    print(json.dumps(kill(*map(int, more)) if what == "kill" else DEEDS[what](), ensure_ascii=False, default=str))

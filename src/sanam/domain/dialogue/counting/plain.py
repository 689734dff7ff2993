"""Results as plain data: the document that `sanam dialogue file --json` prints (`docs/reference/dialogue.md`)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sanam.domain.dialogue.counting.clusters import Clusters
from sanam.domain.dialogue.counting.emphases import Emphases
from sanam.domain.dialogue.counting.goals import Counted
from sanam.domain.dialogue.counting.results import Results

Answer = dict[str, Any]


def document(of: Results) -> Answer:
    """Everything that was counted; None where a gate is not met or nothing was given."""
    return {
        "statements": [_statement(one) for one in of.statements],
        "groups": list(of.legs),
        "participants": of.participants,
        "signatures": {leg: [asdict(one) for one in signed] for leg, signed in of.signatures.items()},
        "emphases": _emphases(of.emphases) if of.emphases else None,
        "clusters": _clusters(of.clusters) if of.clusters else None,
    }


def _statement(one: Counted) -> Answer:
    lowest = one.lowest
    return {
        "statement": one.statement,
        "gic": one.gic,
        "lowest": {"group": lowest.leg, "agreement": float(lowest.agreement)} if lowest else None,
        "floor_met": one.floor_met,
        "common": one.common,
        "by_group": {
            leg: {"agree": tally.agree, "disagree": tally.disagree, "pass": tally.passed, "seen": tally.seen}
            for leg, tally in one.by_leg.items()
        },
    }


def _emphases(of: Emphases) -> Answer:
    return {
        "shares": of.shares,
        "distances": [{"groups": [one, other], "distance": apart} for one, other, apart in of.distances],
        "kendalls_w": of.concordance,
        "emphasised": [
            {
                "group": one.leg,
                "statement": one.goal,
                "share": one.share,
                "mean": one.mean,
                "error": one.error,
                "more": one.more,
            }
            for one in of.named
        ],
        "not_spoken": list(of.unheard),
    }


def _clusters(of: Clusters) -> Answer:
    return {"participants": of.people, "sizes": list(of.sizes), "silhouette": of.silhouette, "ari": of.ari}

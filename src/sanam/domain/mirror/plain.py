"""The mirror of plain files: every network or attendance measure at once, so that anyone can hold it against a book.

Names appear as they were given and in their own order, never in the order of a figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from sanam.domain.mirror import gates
from sanam.domain.mirror.chance import ALARM
from sanam.domain.mirror.measures import (
    bottleneck,
    communities,
    cover,
    fragmentation,
    holes,
    nearness,
    noise,
    presence,
    shape,
)
from sanam.domain.mirror.measures.silo import Silo, silo
from sanam.domain.mirror.network import Network
from sanam.domain.mirror.words import Says

Answer = dict[str, Any]


def of_network(of: Network, legs: Mapping[str, str], *, seed: int, rewired: int = 0) -> Answer:
    """All network measures of one network; those of legs are None when `legs` is empty.

    `rewired`: against how many rewired networks the best division is held, which takes some seconds; 0 leaves it out.
    """
    without = fragmentation.without_each(of)
    return {
        **_whole(of),
        "degree": shape.degree(of),
        "betweenness": bottleneck.betweenness(of),
        "closeness": shape.closeness(of),
        "constraint": holes.constraint(of),
        "effective_size": holes.effective_size(of),
        "cut_vertices": bottleneck.cut_vertices(of),
        "bridges": bottleneck.bridges(of),
        "bottleneck": _bottleneck(of),
        "fragmentation": {name: _f(left) for name, left in without.items()},
        "key_players": {
            "one": fragmentation.worst(([name], left) for name, left in without.items()),
            "two": fragmentation.key_players(of, 2),
        },
        **_legs(of, legs, seed),
        "communities_by_chance": _divided(of, seed, rewired) if rewired else None,
        "seed": seed,
    }


def _whole(of: Network) -> Answer:
    return {
        "n": of.n,
        "m": of.m,
        "directed": of.directed,
        "density": shape.density(of),
        "components": shape.components(of),
        "degree_centralisation": shape.centralisation(of),
        "degree_assortativity": shape.assortativity(of),
        "whole": _f(fragmentation.apart(of)),
    }


def _f(left: fragmentation.Apart) -> Answer:
    return {"F": left.f, "F_D": left.f_d}


def _bottleneck(of: Network) -> Answer:
    """A name from fifteen nodes on, below that a set of possible ones."""
    verdict = gates.of_names(of.n, 0.0)
    named = verdict.says is Says.TELLS
    return {
        "could_be": bottleneck.on_top(of) if named else bottleneck.could_be(of),
        "says": _said(verdict.says.th, verdict.says.en),
        "missing": [_said(*one) for one in verdict.missing],
    }


def _legs(of: Network, legs: Mapping[str, str], seed: int) -> Answer:
    labels = [legs[name] for name in of.nodes] if legs else []
    found = silo(of.ties, labels, seed=seed) if labels else None
    best = communities.best_division(of, seed=seed)
    return {
        "ei": _ei(found) if found else None,
        "ties": {"across": int(found.across), "within": int(found.within)} if found else None,
        "modularity": {
            "legs": communities.modularity(of, labels) if labels else None,
            "best": best[0] if best else None,
        },
        "communities": best[1] if best else [],
    }


def _divided(of: Network, seed: int, rewired: int) -> Answer | None:
    found = noise.divided(of, seed=seed, rewired=rewired)
    if found is None:
        return None
    if found.p < ALARM:
        says = _said("แบ่งเป็นกลุ่มกว่าที่บังเอิญจะให้", "divided more than chance gives")
    else:
        says = _said(Says.NOT_YET.th, Says.NOT_YET.en)
    return asdict(found) | {"says": says}


def _ei(found: Silo) -> Answer:
    return {"observed": found.observed, "expected": found.expected, "p": found.p, "says": _says(found)}


def _says(found: Silo) -> str:
    if found.p < ALARM:
        return _said("แยกส่วนกว่าที่บังเอิญจะให้", "silo: fewer ties across legs than chance gives")
    if found.outward < ALARM:
        return _said("ข้ามขากว่าที่บังเอิญจะให้", "outward: more ties across legs than chance gives")
    return _said(Says.NOT_YET.th, Says.NOT_YET.en)


def _said(th: str, en: str) -> str:
    return f"{th} · {en}"


def of_events(names: Sequence[str], events: Mapping[str, frozenset[str]], *, seed: int) -> Answer:
    """All attendance measures of gatherings in order of time; `names` in their own order."""
    counts = [sum(name in people for people in events.values()) for name in names]
    fewest = cover.smallest_sets(events)
    half = cover.fewest(events, -(-len(events) // 2))
    return {
        "n": len(names),
        "events": len(events),
        "attendances": sum(counts),
        "event_sizes": {event: len(people) for event, people in events.items()},
        "gini": _gini(counts, len(events), seed),
        "pielou_j": presence.evenness(counts),
        "hhi": presence.concentration(counts),
        "top_3_share": presence.share_of_top(counts, 3),
        "regulars": presence.regulars(counts, len(events)),
        "newcomers": _newcomers(events),
        **_near(names, events, seed),
        "minimum_set": {"size": len(fewest[0]) if fewest else 0, "sets": fewest},
        "half_set": asdict(half) | {"exact": half.exact} if half else None,
        "seed": seed,
    }


def _gini(counts: Sequence[int], gatherings: int, seed: int) -> Answer | None:
    found = presence.uneven(counts, gatherings, seed=seed)
    if found is None:
        return None
    verdict = gates.from_gatherings(found.p, gatherings)
    return asdict(found) | {"says": _said(verdict.says.th, verdict.says.en)}


def _newcomers(events: Mapping[str, frozenset[str]]) -> list[Answer]:
    new = presence.newcomers(list(events.values()))
    return [
        {"event": event, "came": len(people), "newcomers": count, "rate": count / len(people)}
        for (event, people), count in zip(events.items(), new, strict=True)
    ]


def _near(names: Sequence[str], events: Mapping[str, frozenset[str]], seed: int) -> Answer:
    """Pairs that stand out each taken alone; `backbone_says` goes by all pairs together."""
    came = np.array([[name in people for people in events.values()] for name in names], dtype=bool)
    found = nearness.near(came, seed=seed)
    verdict = gates.from_gatherings(float(found.p_all.min(initial=1.0)), len(events))
    return {
        "pairs_met": int((found.together > 0).sum()),
        "backbone_pairs": [_pair(names, found, at) for at in np.flatnonzero(found.p_high < ALARM).tolist()],
        "backbone_says": _said(verdict.says.th, verdict.says.en),
    }


def _pair(names: Sequence[str], found: nearness.Near, at: int) -> Answer:
    one, other = found.pairs[at]
    return {
        "pair": [names[one], names[other]],
        "together": int(found.together[at]),
        "expected": float(found.expected[at]),
        "p": float(found.p[at]),
        "p_all": float(found.p_all[at]),
    }

"""What the mirror's gates are worth: invented bodies, healthy and not, looked at by the product's own measures.

    python -m benchmarks.mirror_gates [BODIES]

A body has twenty seats in four legs of five. Prints and keeps (`results/mirror-gates.json`) two tables: how often a
healthy body is pointed out all the same, by measure and with all measures corrected together; and how often a silo is
found, beside what the research's own simulation found. `docs/explanation/mirror-gates.md` states the protocol in words.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sanam.domain.mirror.chance import ALARM, holm, wilson
from sanam.domain.mirror.measures import nearness, parity, presence, waiting
from sanam.domain.mirror.measures.silo import meeting, within_by_chance

BODIES, SEATS, LEGS = 2_000, 20, 4
OWN_LEG = 0.7
PAIRS = np.array(np.triu_indices(SEATS, 1)).T
LEG_OF = np.arange(SEATS) // (SEATS // LEGS)
# chance of coming when another leg hosts, gatherings, and the power that the research found
POWER = (
    (0.2, 3, 0.68),
    (0.2, 6, 0.88),
    (0.2, 12, 1.0),
    (0.35, 3, 0.28),
    (0.35, 6, 0.40),
    (0.35, 12, 0.66),
    (0.35, 24, 0.89),
    (0.5, 24, 0.31),
)
Ps = NDArray[np.float64]


def came(bodies: int, gatherings: int, others: float, dice: np.random.Generator) -> NDArray[np.bool_]:
    """Who came where, (bodies, seats, gatherings): legs host in turn, the others come less often."""
    host = np.arange(gatherings) % LEGS
    chances = np.where(LEG_OF[:, None] == host[None, :], OWN_LEG, others)
    return dice.random((bodies, SEATS, gatherings)) < chances


def silo_ps(attended: NDArray[np.bool_], *, seed: int, permutations: int = 4_999) -> Ps:
    """One-sided p of E–I, ties weighted by meeting; a p for each body."""
    weights = meeting(attended, PAIRS)
    legs = LEG_OF.astype(np.int64)
    within = weights @ (legs[PAIRS[:, 0]] == legs[PAIRS[:, 1]])
    chance = within_by_chance(PAIRS, legs, weights, seed=seed, permutations=permutations)
    # as little across is as much within: the total of a body never changes
    as_much = (chance >= within[:, None] - 1e-9).sum(axis=1)
    return np.asarray((1 + as_much) / (1 + permutations))


def healthy_silo(bodies: int, seed: int) -> Ps:
    """Twelve gatherings to which every seat comes alike, whoever hosts."""
    return silo_ps(came(bodies, 12, OWN_LEG, np.random.default_rng(seed)), seed=seed)


def healthy_gini(bodies: int, seed: int) -> Ps:
    """Twelve gatherings; in each body all seats come equally likely, with a chance of its own between .2 and .8."""
    dice = np.random.default_rng(seed)
    counts = dice.binomial(12, dice.uniform(0.2, 0.8, (bodies, 1)), (bodies, SEATS))
    found = (presence.uneven(row.tolist(), 12, seed=seed, draws=999) for row in counts)
    return np.array([one.p if one else 1.0 for one in found])


def healthy_nearness(bodies: int, seed: int, draws: int = 299) -> Ps:
    """Twelve gatherings of unequal size, seats of unequal zeal, and nobody who minds whom they meet; p of all pairs."""
    dice = np.random.default_rng(seed)
    seats = dice.normal(0, 0.7, (bodies, SEATS, 1)) + dice.normal(0, 0.7, (bodies, 1, 12))
    attended = dice.random((bodies, SEATS, 12)) < 1 / (1 + np.exp(-seats))
    return np.concatenate([_near(piece, dice, draws) for piece in np.array_split(attended, max(1, bodies // 100))])


def _near(attended: NDArray[np.bool_], dice: np.random.Generator, draws: int) -> Ps:
    """A chain of trades for each body, all side by side."""
    tables = attended.copy()
    for _ in range(20):
        nearness.trade(tables, dice)
    chance = np.empty((draws, len(attended), len(PAIRS)), dtype=np.float32)
    for at in range(draws):
        for _ in range(nearness.APART):
            nearness.trade(tables, dice)
        chance[at] = nearness.met(tables, PAIRS)
    seen = nearness.met(attended, PAIRS)
    return np.array(
        [nearness.against(seen[at], chance[:, at].astype(np.float64), PAIRS).p_all.min() for at in range(len(seen))]
    )


def healthy_parity(bodies: int, seed: int) -> Ps:
    """Sixty acts of four legs, each act as likely any leg's."""
    counts = np.random.default_rng(seed).multinomial(60, [1 / LEGS] * LEGS, size=bodies)
    found = (parity.parity(dict(zip("abcd", row.tolist(), strict=True)), seed=seed, draws=999) for row in counts)
    return np.array([one.p if one else 1.0 for one in found])


def healthy_waiting(bodies: int, seed: int) -> Ps:
    """Two hundred items on twenty seats, all answered at one pace (a mean of ten days) and looked at after thirty."""
    dice = np.random.default_rng(seed)
    return np.array(
        [min(one.p_all for one in waiting.slower(_items(dice), seed=seed, draws=199)) for _ in range(bodies)]
    )


def _items(dice: np.random.Generator) -> list[waiting.Item]:
    seats, since, needed = dice.integers(0, SEATS, 200), dice.uniform(0, 30, 200), dice.exponential(10, 200)
    return [
        waiting.Item(str(seat), float(min(days, open_)), bool(days <= open_))
        for seat, open_, days in zip(seats, since, needed, strict=True)
    ]


def healthy_belief(bodies: int, seed: int) -> Ps:
    """Thirty first invitations and a belief that is right: .01 where it is called wrong, else 1."""
    dice = np.random.default_rng(seed)
    truth = dice.uniform(0.1, 0.9, bodies)
    between = [wilson(int(yes), 30) for yes in dice.binomial(30, truth)]
    return np.array([1.0 if low <= right <= high else 0.01 for (low, high), right in zip(between, truth, strict=True)])


HEALTHY: dict[str, Callable[[int, int], Ps]] = {
    "silo": healthy_silo,
    "gini": healthy_gini,
    "nearness": healthy_nearness,
    "parity": healthy_parity,
    "waiting": healthy_waiting,
    "belief": healthy_belief,
}


def false_alarms(bodies: int, seed: int = 1) -> dict[str, float]:
    """Share of healthy bodies pointed out, by measure alone, and `together`: by any measure after Holm."""
    ps = {name: draw(bodies, seed + at) for at, (name, draw) in enumerate(HEALTHY.items())}
    alone = {name: float((values < ALARM).mean()) for name, values in ps.items()}
    tested = [name for name in ps if name != "belief"]
    any_ = [min(holm({name: float(ps[name][at]) for name in tested}).values()) < ALARM for at in range(bodies)]
    return alone | {"together": float(np.mean(any_))}


def power(bodies: int, seed: int = 1) -> list[dict[str, float]]:
    """How often a silo is found, for each line of the research's table."""
    rows = []
    for others, gatherings, research in POWER:
        ps = silo_ps(came(bodies, gatherings, others, np.random.default_rng(seed)), seed=seed)
        found = float((ps < ALARM).mean())
        rows.append({"others_come": others, "gatherings": gatherings, "found": found, "research": research})
    return rows


def main(bodies: int) -> None:
    told = {"bodies": bodies, "false_alarms": false_alarms(bodies), "power": power(bodies)}
    (Path(__file__).parent / "results" / "mirror-gates.json").write_text(json.dumps(told, indent=2) + "\n")
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else BODIES)

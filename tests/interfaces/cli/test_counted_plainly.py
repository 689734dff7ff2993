"""Random rooms and random decisions, counted a second time by a plain script that shares no line with ours."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from fractions import Fraction
from math import prod
from pathlib import Path
from random import Random
from typing import Any

from tests.interfaces.cli.typing_it import Terminal

Document = dict[str, Any]
ROOMS, DECISIONS = 150, 600


# --- a room, as the design says it -------------------------------------------------------------------------------


def room(dice: Random) -> tuple[list[tuple[str, str, int]], dict[str, str]]:
    """Votes of up to 30 people in one to six legs, some of which nobody speaks for."""
    legs = [f"ขา {number}" for number in range(dice.randint(1, 6))]
    groups = {f"p{number}": dice.choice(legs) for number in range(dice.randint(1, 30))}
    leaning = {leg: dice.random() for leg in legs}
    votes: list[tuple[str, str, int]] = []
    for statement in range(dice.randint(1, 8)):
        said = [(one, 1 if dice.random() < leaning[leg] else dice.choice([0, -1])) for one, leg in groups.items()]
        votes += [(one, f"s{statement}", vote) for one, vote in said if dice.random() < 0.7]
    return votes or [("p0", "s0", 1)], groups


def plainly(votes: list[tuple[str, str, int]], groups: dict[str, str]) -> dict[str, Document]:
    seen: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: {leg: Counter() for leg in groups.values()})
    for participant, statement, vote in votes:
        seen[statement][groups[participant]][vote] += 1
    told = {}
    for statement, by_leg in seen.items():
        tallies = {leg: (counted[1], sum(counted.values())) for leg, counted in by_leg.items()}
        shares = {leg: Fraction(a, s) for leg, (a, s) in tallies.items() if s}
        floor = all(s >= 3 for _, s in tallies.values())
        told[statement] = {
            "product": prod(Fraction(a + 1, s + 2) for a, s in tallies.values()),
            "lowest": min(shares.values()),
            "of": {leg for leg, share in shares.items() if share == min(shares.values())},
            "floor_met": floor,
            "common": floor and min(shares.values()) >= Fraction(1, 2),
            "by_group": {
                leg: {"agree": c[1], "disagree": c[-1], "pass": c[0], "seen": sum(c.values())}
                for leg, c in by_leg.items()
            },
        }
    return told


def test_random_rooms_come_out_as_the_plain_script_says(terminal: Terminal, tmp_path: Path) -> None:
    for seed in range(ROOMS):
        dice = Random(seed)
        votes, groups = room(dice)
        mixed = dice.sample(votes, len(votes))
        written = [f"{statement},{vote},{participant}" for participant, statement, vote in mixed]
        (tmp_path / "v.csv").write_text("statement,vote,participant\n" + "\n".join(written), encoding="utf-8")
        lines = [f"{participant},{leg}" for participant, leg in groups.items()]
        (tmp_path / "g.csv").write_text("participant,group\n" + "\n".join(lines), encoding="utf-8")
        told = terminal.type("dialogue", "file", str(tmp_path / "v.csv"), "--groups", str(tmp_path / "g.csv"), "--json")
        expected = plainly(votes, groups)
        legs = len(set(groups.values()))
        assert told.code == 0, told.err
        assert told.document["participants"] == len({participant for participant, _, _ in votes})
        assert told.document["groups"] == sorted(set(groups.values()))
        assert {one["statement"] for one in told.document["statements"]} == expected.keys()
        gics = [one["gic"] for one in told.document["statements"]]
        assert gics == sorted(gics, reverse=True)
        for one in told.document["statements"]:
            right = expected[one["statement"]]
            assert abs(one["gic"] ** legs - float(right["product"])) < 1e-12, seed
            assert abs(one["lowest"]["agreement"] - float(right["lowest"])) < 1e-15, seed
            assert one["lowest"]["group"] in right["of"], seed
            for key in ("floor_met", "common", "by_group"):
                assert one[key] == right[key], (seed, one["statement"], key)


# --- a decision, as the design says it ---------------------------------------------------------------------------

WORDS = {
    "consent": {"consent": 1, "object": -1},
    "consensus": {"agree": 1, "stand_aside": 0, "block": -1},
    "two_thirds": {"yes": 1, "stand_aside": 0, "no": -1},
    "sense_check": {"gladly": 9, "unsure": 9},
}
SETTLED = ("integrated", "withdrawn", "tested")


def asked(dice: Random) -> Document:
    """Three to six legs of one to four seats, some vacant, some seats silent, some answers written down for a seat;
    now and then something that cannot be."""
    names = [f"ขา{number}" for number in range(dice.randint(3, 6))]
    legs = {}
    for name in names:
        seats = dice.randint(1, 4)
        legs[name] = {"seats": seats, "filled": dice.randint(0 if dice.random() < 0.3 else 1, seats)}
    method = dice.choice(list(WORDS))
    lean = dice.random()
    responses = []
    for name, leg in legs.items():
        for seat in range(leg["filled"]):
            if dice.random() < 0.65:
                words = list(WORDS[method])
                value = words[0] if dice.random() < lean else dice.choice(words)
                one: Document = {"leg": name, "seat": f"{name}-{seat}", "value": value, "assisted": dice.random() < 0.2}
                if WORDS[method][value] == -1 and dice.random() < 0.5:
                    one["objection"] = dice.choice(SETTLED)
                responses.append(one)
                if one["assisted"] and dice.random() < 0.4:
                    responses.append(one | {"assisted": False, "value": dice.choice(words)})
    if responses and dice.random() < 0.15:
        dice.choice(responses).update(
            dice.choice([{"leg": "ไม่มี"}, {"value": "อะไรก็ได้นะ"}, {"seat": "เกิน"}, {"value": ""}, {"leg": ""}])
        )
    dice.shuffle(responses)
    return {"legs": legs, "method": method, "call": dice.choice([1, 2]), "responses": responses}


def decided(said: Document) -> Document | None:
    """What the design says comes of it; None where it cannot be counted."""
    words, own, written = WORDS[said["method"]], {}, {}
    for one in said["responses"]:
        if not one["leg"] or one["leg"] not in said["legs"]:
            return None
        if not one["value"]:
            continue
        if said["method"] != "sense_check" and one["value"] not in words:
            return None
        into, key = (written if one["assisted"] else own), (one["leg"], one["seat"])
        told = (one["value"], one.get("objection", "open") if words.get(one["value"]) == -1 else "open")
        if said["method"] == "two_thirds":
            told = (one["value"], "open")
        if into.setdefault(key, told) != told:
            return None
    stands = written | own
    heard = Counter(leg for leg, _ in stands)
    if any(count > said["legs"][leg]["filled"] for leg, count in heard.items()):
        return None
    missing = [leg for leg in said["legs"] if not heard[leg]]
    short = 4 * len(heard) < 3 * len(said["legs"])
    return {"result": _result(said, stands, short=short), "missing_legs": missing}


def _result(said: Document, stands: dict[tuple[str, str], tuple[str, str]], *, short: bool) -> str:
    if said["method"] == "sense_check":
        return "not_adopted"
    if short and said["call"] == 1:
        return "second_call"
    words = WORDS[said["method"]]
    yes: Counter[str] = Counter(leg for (leg, _), (value, _) in stands.items() if words[value] == 1)
    no: Counter[str] = Counter(leg for (leg, _), (value, how) in stands.items() if words[value] == -1 and how == "open")
    passes = bool(yes) and not no
    if said["method"] == "two_thirds":
        legs = {*yes, *no}
        overall = 3 * yes.total() >= 2 * (yes.total() + no.total())
        passes = bool(yes) and overall and all(2 * yes[leg] >= yes[leg] + no[leg] for leg in legs)
    if not passes:
        return "not_adopted"
    return "provisional" if short else "adopted"


def test_random_decisions_come_out_as_the_plain_script_says(terminal: Terminal, tmp_path: Path) -> None:
    met: Counter[str] = Counter()
    for seed in range(DECISIONS):
        said = asked(Random(seed))
        (tmp_path / "d.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        told, right = terminal.type("decide", str(tmp_path / "d.json"), "--json"), decided(said)
        if right is None:
            assert (told.code, list(told.document)) == (1, ["refused"]), (seed, said, told.out)
            met["refused"] += 1
            continue
        assert told.code == 0, (seed, told.err)
        assert {key: told.document[key] for key in right} == right, (seed, said)
        met[right["result"]] += 1
    assert min(met.values()) > 20, met
    assert len(met) == 5, met


HUGE = {"quorum": "1e999999999"}, {"quorum": "9" * 5000}, {"quorum": float("nan")}, {"quorum": "1/0"}, {"quorum": -1}
WRONG: tuple[Any, ...] = (
    *HUGE,
    *({"legs": value} for value in (None, [], "x", 3, {}, {"a": 1}, {"a": {"seats": 10**400, "filled": 1}})),
    *({"responses": value} for value in (None, {}, "x", [1], [None], [{"leg": {}}], [[[[]]]])),
    *({"method": value} for value in (3, [], {}, True, "x" * 10_000, "\u0000")),
    *({"call": value} for value in (3, 0, -1, [], {}, "x", 1.5)),
)


def test_wrong_shapes_are_one_sentence_and_take_no_time(terminal: Terminal, tmp_path: Path) -> None:
    good = {"legs": {name: {"seats": 1, "filled": 1} for name in "กขค"}, "responses": []}
    for wrong in (*(good | one for one in WRONG), [], None, 3, "x", [good]):
        (tmp_path / "d.json").write_text(json.dumps(wrong, ensure_ascii=False), encoding="utf-8")
        told = terminal.type("decide", str(tmp_path / "d.json"), "--json")
        assert "refused" in told.document, wrong
        refused = told.document["refused"]
        assert (told.code, list(told.document)) == (1, ["refused"]), wrong
        assert max(len(refused[tongue]) for tongue in ("th", "en")) < 500, refused

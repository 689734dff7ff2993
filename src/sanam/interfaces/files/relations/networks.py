"""Ties and legs: two files into one network.

The first two columns are the two ends of a tie, or those a header names. Further columns, a weight among them, are not
read: a tie is there or it is not. A tie of a node with itself, and a tie said twice, say nothing more and are counted.
Names only in the file of legs are nodes without ties.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sanam.domain.mirror.network import Network, network
from sanam.interfaces.files.relations.refusals import MOST_NAMES, refusal
from sanam.interfaces.files.relations.table import Table, table, words

ENDS = {
    "from": words("source,from,sender,ego,node1,node 1,node a,person1,person 1,person a,source id,from id,ต้นทาง,จาก"),
    "to": words("target,to,receiver,alter,node2,node 2,node b,person2,person 2,person b,target id,to id,ปลายทาง,ถึง"),
}
LEGS = {
    "node": words("node,id,name,person,member,seat,vertex,actor,label,org,organisation,organization,ชื่อ,คน,ที่นั่ง,องค์กร"),
    "leg": words("leg,legs,group,sector,club,faction,party,class,type,community,ขา,กลุ่ม,ฝ่าย,ภาคส่วน"),
}


@dataclass(frozen=True, slots=True)
class ReadNetwork:
    """What two files say, and what of them was set aside."""

    network: Network
    legs: dict[str, str]
    ignored: dict[str, int]
    header: dict[str, bool]


def read(edges: Path, legs: Path | None, *, directed: bool) -> ReadNetwork:
    """Read ties, and legs where there is a file of them; raises BadInput, one sentence, for what cannot be meant."""
    told = table(legs, LEGS) if legs else None
    of_legs = _legs(told) if told else {}
    ties = table(edges, ENDS, frozenset(of_legs))
    pairs = [(one, other) for _, (one, other) in ties.read("from", "to")]
    if told:
        _check_legs(pairs, of_legs, told.name)
    found = network(of_legs, pairs, directed=directed)
    if found.n > MOST_NAMES:
        raise refusal("relations.too_many", count=found.n, most=MOST_NAMES)
    loops = sum(one == other for one, other in pairs)
    ignored = {"loops": loops, "repeated": len(pairs) - loops - found.m, "columns": _more_columns(ties)}
    return ReadNetwork(found, of_legs, ignored, {"edges": ties.header} | ({"legs": told.header} if told else {}))


def _legs(told: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for line, (name, leg) in told.read("node", "leg"):
        if found.setdefault(name, leg) != leg:
            raise refusal("relations.two_legs", file=told.name, line=line, name=name)
    return found


def _check_legs(pairs: list[tuple[str, str]], legs: dict[str, str], file: str) -> None:
    """A name without a leg is most often a slip of the pen, which would split one person in two."""
    lacking = sorted({name for pair in pairs for name in pair} - legs.keys())
    if lacking:
        raise refusal("relations.no_leg", file=file, count=len(lacking), name=lacking[0])


def _more_columns(ties: Table) -> int:
    return max(0, max(len(row.cells) for row in ties.rows) - len(ties.columns))

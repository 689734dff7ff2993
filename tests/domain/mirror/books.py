"""Networks that everybody knows, as files a stranger would bring."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from sanam.domain.mirror.network import Network, network

KITE = ["Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane"]
# Borgatti 1997, Connections 20(1), as the research gives it
BORGATTI = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]


def karate() -> tuple[Network, dict[str, str]]:
    """Zachary's club, its members by his numbers, each with the side taken when it split."""
    club = nx.karate_club_graph()
    legs = {str(member + 1): club.nodes[member]["club"] for member in club}
    return network([], [(str(one + 1), str(other + 1)) for one, other in club.edges]), legs


def kite() -> Network:
    """Krackhardt's kite."""
    return network([], [(KITE[one], KITE[other]) for one, other in nx.krackhardt_kite_graph().edges])


def borgatti() -> Network:
    return network([], [(tie[0], tie[1]) for tie in BORGATTI])


def davis() -> tuple[tuple[str, ...], dict[str, frozenset[str]]]:
    """The women of Davis, Gardner and Gardner, and who was at each of the fourteen events."""
    graph = nx.davis_southern_women_graph()
    events = sorted(graph.graph["bottom"], key=lambda event: int(event[1:]))
    return tuple(sorted(graph.graph["top"])), {event: frozenset(graph[event]) for event in events}


def written(path: Path, rows: list[tuple[str, ...]], *, between: str = ",", encoding: str = "utf-8") -> Path:
    """Write rows as a plain table."""
    path.write_text("".join(between.join(row) + "\n" for row in rows), encoding=encoding)
    return path

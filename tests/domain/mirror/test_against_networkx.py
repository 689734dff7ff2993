"""Every network measure says what networkx says, to 1e-9, on networks nobody chose: directed, torn, empty."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanam.domain.mirror.measures import bottleneck, communities, fragmentation, holes, shape
from sanam.domain.mirror.network import Network, network

CLOSE = {"rel": 1e-9, "abs": 1e-9}


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, Any]:
    """A random network of ours, and networkx's own of the same ties."""
    n = draw(st.integers(1, 14))
    names = [f"n{at}" for at in range(n)]
    pair = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.lists(pair, max_size=40)) if n > 1 else []
    directed = draw(st.booleans())
    theirs = nx.DiGraph() if directed else nx.Graph()
    theirs.add_nodes_from(names)
    theirs.add_edges_from(pairs)
    return network(names, pairs, directed=directed), theirs


def same(ours: Mapping[str, float | None], theirs: Mapping[str, float]) -> None:
    plain = {name: None if math.isnan(value) else value for name, value in theirs.items()}
    assert {name for name, value in ours.items() if value is None} == {n for n, v in plain.items() if v is None}
    filled = {name: value or 0.0 for name, value in ours.items()}
    assert filled == pytest.approx({name: value or 0.0 for name, value in plain.items()}, **CLOSE)


@settings(max_examples=150, deadline=None)
@given(networks())
def test_of_nodes(both: tuple[Network, Any]) -> None:
    ours, theirs = both
    same(bottleneck.betweenness(ours), nx.betweenness_centrality(theirs))
    same(shape.closeness(ours), nx.closeness_centrality(theirs))
    same(dict(shape.degree(ours)), dict(theirs.degree))
    if ours.m:
        same(holes.constraint(ours), nx.constraint(theirs))
        # asked node by node, for its sparse path scales directed ties by the wrong end's largest, against its own
        # formula; and of nodes with ties out, for so asked it takes those with ties in alone for isolates
        asked = [name for name in theirs if not theirs.is_directed() or theirs.out_degree(name)]
        sizes = holes.effective_size(ours)
        same({name: sizes[name] for name in asked}, nx.effective_size(theirs, nodes=asked))


@settings(max_examples=150, deadline=None)
@given(networks())
def test_of_the_whole(both: tuple[Network, Any]) -> None:
    ours, theirs = both
    either_way = theirs.to_undirected()
    if ours.n > 1:
        assert shape.density(ours) == pytest.approx(nx.density(theirs), **CLOSE)
    assert {frozenset(piece) for piece in shape.components(ours)} == set(
        map(frozenset, nx.connected_components(either_way))
    )
    assert set(bottleneck.cut_vertices(ours)) == set(nx.articulation_points(either_way))
    assert set(map(frozenset, bottleneck.bridges(ours))) == set(map(frozenset, nx.bridges(either_way)))


@settings(max_examples=100, deadline=None)
@given(networks())
def test_of_the_network_without_each(both: tuple[Network, Any]) -> None:
    ours, theirs = both
    for name, left in fragmentation.without_each(ours).items():
        without = theirs.copy()
        without.remove_node(name)
        pairs = len(without) * (len(without) - 1)
        if not pairs:
            assert (left.f, left.f_d) == (None, None)
            continue
        ways = [steps for _, to in nx.all_pairs_shortest_path_length(without) for steps in to.values() if steps]
        assert left.f == pytest.approx(1 - len(ways) / pairs, **CLOSE)
        assert left.f_d == pytest.approx(1 - sum(1 / steps for steps in ways) / pairs, **CLOSE)


@settings(max_examples=60, deadline=None)
@given(networks(), st.integers(0, 99))
def test_of_divisions(both: tuple[Network, Any], seed: int) -> None:
    ours, theirs = both
    best = communities.best_division(ours, seed=seed)
    if best is None:
        assert not ours.m
        return
    quality, groups = best
    assert quality == pytest.approx(nx.community.modularity(theirs, groups), **CLOSE)
    assert quality >= nx.community.modularity(theirs, nx.community.louvain_communities(theirs, seed=seed)) - 1e-9


@settings(max_examples=60, deadline=None)
@given(networks())
def test_of_alikeness(both: tuple[Network, Any]) -> None:
    ours, theirs = both
    told = shape.assortativity(ours)
    if told is not None:
        assert told == pytest.approx(nx.degree_pearson_correlation_coefficient(theirs), **CLOSE)


def test_of_a_larger_one() -> None:
    theirs = nx.gnm_random_graph(120, 500, seed=7)
    ours = network(map(str, theirs), [(str(one), str(other)) for one, other in theirs.edges])
    same(bottleneck.betweenness(ours), {str(at): value for at, value in nx.betweenness_centrality(theirs).items()})
    same(holes.constraint(ours), {str(at): value for at, value in nx.constraint(theirs).items()})
    best = communities.best_division(ours, seed=1)
    assert best is not None
    rivals = [nx.community.louvain_communities(theirs, seed=seed) for seed in range(20)]
    assert best[0] >= max(nx.community.modularity(theirs, one) for one in rivals) - 1e-9

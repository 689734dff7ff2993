"""A division is held against rewired networks: the karate club's is more than noise, a random network's is not."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from sanam.domain.mirror.measures import noise
from sanam.domain.mirror.network import Network, network
from tests.domain.mirror import books


def random_network(seed: int, *, directed: bool = False) -> Network:
    graph = nx.gnm_random_graph(20, 50, seed=seed, directed=directed)
    return network(map(str, graph), [(str(one), str(other)) for one, other in graph.edges], directed=directed)


def test_the_karate_club_is_divided_more_than_noise() -> None:
    found = noise.divided(books.karate()[0], seed=1, rewired=120)
    assert found is not None
    assert found.p < 0.01
    assert found.observed > found.p95 > found.expected > 0.2


def test_random_networks_seldom_are() -> None:
    found = [noise.divided(random_network(seed), seed=seed, rewired=39) for seed in range(30)]
    assert sum(one is not None and one.p < 0.05 for one in found) <= 4


@pytest.mark.parametrize("directed", [False, True])
def test_rewiring_keeps_everyones_number_of_ties_and_moves_the_ties(directed: bool) -> None:
    of = random_network(3, directed=directed)
    for one in noise.rewirings(of, 20, np.random.default_rng(1)):
        for axis in (0, 1):
            assert (one.adjacency().sum(axis=axis) == of.adjacency().sum(axis=axis)).all()
        assert np.trace(one.adjacency()) == 0
        assert set(one.pairs()) != set(of.pairs())


def test_few_nodes_say_nothing() -> None:
    assert noise.divided(books.kite(), seed=1) is None
    assert noise.divided(network([str(at) for at in range(20)], []), seed=1) is None

"""สะพาน: who ties together those that are not tied to each other (structural holes).

Why: a bridge is where news first arrives, and where it stops; ask for a second one.
Formula: p_ij = (a_ij + a_ji) / Σ_k (a_ik + a_ki); constraint C_i = Σ_j (p_ij + Σ_q p_iq·p_qj)², j over those tied to
i; effective size = Σ_j [1 − Σ_q p_iq·m_jq], m_jq = (a_jq + a_qj) / max_k (a_jk + a_kj), which undirected is n − 2t/n.
Source: Burt 1992, Structural Holes; Borgatti 1997, Connections 20(1).
Pitfalls: undefined for isolates (null); low constraint is the bridge's chance and the network's risk at once.
Not for: ranking persons, or praising whoever keeps others apart.
"""

from __future__ import annotations

import numpy as np

from sanam.domain.mirror.network import Matrix, Network


def constraint(of: Network) -> dict[str, float | None]:
    """How far each node's ties lead to people tied to each other; None for isolates."""
    both = _mutual(of)
    share = _over(both, both.sum(axis=1))
    return _by_name(of, np.where(both > 0, (share + share @ share) ** 2, 0).sum(axis=1), both)


def effective_size(of: Network) -> dict[str, float | None]:
    """How many of each node's ties lead somewhere new; None for isolates."""
    both = _mutual(of)
    share, of_most = _over(both, both.sum(axis=1)), _over(both, both.max(axis=1, initial=0))
    return _by_name(of, np.where(both > 0, 1 - share @ of_most.T, 0).sum(axis=1), both)


def _mutual(of: Network) -> Matrix:
    ties = of.adjacency()
    return ties + ties.T


def _over(table: Matrix, divisor: Matrix) -> Matrix:
    """Each row over its number; nought stays nought."""
    return table / np.where(divisor > 0, divisor, 1)[:, None]


def _by_name(of: Network, values: Matrix, both: Matrix) -> dict[str, float | None]:
    ties = both.sum(axis=1)
    return {name: float(values[at]) if ties[at] else None for at, name in enumerate(of.nodes)}

"""Three bands: linked unasked, asked about, or no; and what is already waiting or decided stays so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sanam.domain.registry.linkage.scoring import Scored
from sanam.domain.registry.linkage.unasked import Said, fits
from sanam.domain.registry.linkage.words import Compared, Degree
from sanam.domain.registry.words import DuplicateBasis

Pair = tuple[str, str]


@dataclass(slots=True)
class Judged:
    """Pairs to write down anew by why, and pairs that already wait and are now better explained."""

    new: dict[DuplicateBasis, list[Scored]] = field(default_factory=lambda: defaultdict(list))
    waiting: list[Scored] = field(default_factory=list)

    @property
    def unasked(self) -> int:
        return len(self.new[DuplicateBasis.EQUAL_ID_FITS])

    @property
    def asked(self) -> int:
        return sum(map(len, self.new.values())) - self.unasked


def judge(scored: Iterable[Scored], said: Mapping[str, Said], known: Mapping[Pair, bool], *, ask_from: float) -> Judged:
    """Put each pair in its band. `said` holds what is said of everybody who shares a number; `known` says of each
    pair that was ever asked about whether it still waits: what a human decided is never asked again."""
    scored = list(scored)
    borrowed = _borrowed(scored, said)
    judged = Judged()
    for one in scored:
        pair = (one.first, one.second)
        if pair in known:
            judged.waiting += [one] if known[pair] else []
        elif one_number(one):
            doubtful = borrowed & set(pair)
            judged.new[DuplicateBasis.EQUAL_ID if doubtful else DuplicateBasis.EQUAL_ID_FITS].append(one)
        elif one.score >= ask_from:
            judged.new[DuplicateBasis.ALIKE].append(one)
    return judged


def _borrowed(scored: Iterable[Scored], said: Mapping[str, Said]) -> set[str]:
    """Whoever shares a number with somebody they cannot be: the number is no proof for any of them."""
    pairs = ((one.first, one.second) for one in scored if one_number(one))
    return {who for first, second in pairs if not fits(said[first], said[second]) for who in (first, second)}


def one_number(one: Scored) -> bool:
    """Whether both records hold the same valid number."""
    return one.agreement[Compared.NUMBER] == Degree.SAME

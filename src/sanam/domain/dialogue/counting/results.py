"""Everything an exchange gives, from its rows: common goals, signatures, emphases, clusters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sanam.domain.dialogue.counting.ballots import Ballots, Dot, Vote, gathered
from sanam.domain.dialogue.counting.clusters import Clusters, clusters
from sanam.domain.dialogue.counting.emphases import Emphases, emphases
from sanam.domain.dialogue.counting.goals import Counted, Tally, counted
from sanam.domain.dialogue.counting.signature import Signature, signatures


@dataclass(frozen=True, slots=True)
class Results:
    """What was said, counted by declared legs."""

    legs: tuple[str, ...]
    """Every declared leg, in the order of names."""
    participants: int
    """How many voted at all."""
    statements: tuple[Counted, ...]
    """The highest gic first; of equals, in the order of names."""
    signatures: Mapping[str, tuple[Signature, ...]]
    """What each leg says that the others do not, clearest first."""
    clusters: Clusters | None
    """None below its gate."""
    emphases: Emphases | None
    """None without dots."""

    @property
    def common(self) -> tuple[Counted, ...]:
        """The common goals (เป้าหมายร่วม), the highest gic first."""
        return tuple(one for one in self.statements if one.common)


def results(votes: Iterable[Vote], groups: Mapping[str, str], dots: Iterable[Dot] = ()) -> Results:
    """Count an exchange; the same rows in any order give the same results.

    votes: (participant, statement, vote), vote 1 agree, −1 disagree, 0 pass; a row said twice alike counts once.
    groups: the declared leg of every participant. dots: (participant, goal, how many).
    Raises BadInput, `details["row"]` the row from 1: an unknown vote, a participant without a group, two different
    votes by one participant on one statement.
    """
    ballots = gathered(votes, groups)
    statements = _statements(ballots)
    return Results(
        legs=ballots.legs,
        participants=len(ballots.participants),
        statements=statements,
        signatures=signatures(statements),
        clusters=clusters(ballots),
        emphases=emphases(dots, groups),
    )


def _statements(ballots: Ballots) -> tuple[Counted, ...]:
    counts = ballots.counts().tolist()
    found = [
        counted(statement, {leg: _tally(cells) for leg, cells in zip(ballots.legs, row, strict=True)})
        for statement, row in zip(ballots.statements, counts, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: -one.gic))


def _tally(cells: list[int]) -> Tally:
    disagree, passed, agree = cells
    return Tally(agree, disagree, passed)

"""counting: what a room agrees on, worked out from plain rows of votes; no tables, no clock, no dice.

    results(votes, groups, dots=()) -> Results

`votes` (participant, statement, vote), vote 1 agree, −1 disagree, 0 pass; `groups` the leg of every participant;
`dots` (participant, goal, how many). Rows that cannot be counted raise BadInput, `details["row"]` the first such row
from 1. A row said twice alike counts once. Whoever has counts and not rows, as a database gives them, asks
`goals.counted(statement, {leg: Tally(agree, disagree, passed)})`, which is what `results` asks too.

`ballots` checks rows and makes them countable; `goals` the common goals; `signature` what each leg says that the
others do not; `emphases` what each leg stresses; `concord` Kendall's W; `clusters` whether people divide otherwise
than by legs; `plain` the answer of `sanam dialogue file`.

Remember: integers are counted, so the answer is the same twice and in any order of rows. What a leg of fewer than
`FEWEST` said is somebody's own vote: pages say «ยังไม่ได้พูด» instead. Why by declared legs:
`docs/explanation/common-goals.md`.
"""

from sanam.domain.dialogue.counting.ballots import Dot, Vote
from sanam.domain.dialogue.counting.goals import FEWEST, Counted, Tally
from sanam.domain.dialogue.counting.results import Results, results

__all__ = ["FEWEST", "Counted", "Dot", "Results", "Tally", "Vote", "results"]

"""How a decision is counted (การนับมติ). Answers in, a decision out; nothing here knows a table.

    decide(legs: Sequence[Leg], method: Method, call: int, responses: Iterable[Response],
           *, quorum: Fraction = 3/4) -> Decision          raises BadInput
    why(decision, language) -> str                          the whole of it in one sentence
    asked(legs, method, call, responses, quorum=…) -> dict  what `sanam decide` reads, for JSON
    told(decision, language) -> dict                        what it answers
    kept(decision) -> dict                                  the same in both languages, to be written down
    Asked.of(document).decide() -> Decision                 counts such a document again; raises BadInput

    Leg(name, seats, filled, en="")          `en` its name in an English sentence
    Response(leg, seat, value, assisted=False, objection=ObjectionState.OPEN)
        value      any spelling of `spelling`; `spelling.OFFERED[method]` are the ones to store and to offer
        objection  only where the value is an objection or a block
    Decision  .result .reason .method .call .need .heard .quorate .missing .not_bound .share
              .legs: LegCount(.leg .said .answers .answered .assisted .missing .share)

**Quorum**: of L legs, ⌈¾ L⌉ must be heard, each by at least one seat. A leg where nobody sits counts in L, cannot be
heard, and is not bound. It never blocks: it is missing like a silent one.

**First call**, too few legs heard: nothing is decided, not even a no; a second call follows in 7 to 14 days.
**Second call**, too few again: what passes by its method stands for 90 days, marked with the missing legs, each of
which may reopen it once. What does not pass, and what nobody spoke for, is not adopted.
**Enough heard**: adopted if it passes, else not. Legs that were not heard are named even then.

**Consent** passes when no objection is open and somebody consents. It has no third answer: a worry is an objection. An
objection that was integrated, withdrawn or tested is an answer, but neither for nor against.
**Consensus** passes when nobody blocks and somebody agrees; whoever stands aside is heard and stands in nobody's way.
**Two thirds**: yes ÷ (yes + no) is ⅔ or more over all seats, and ½ or more in every leg that said yes or no. Standing
aside counts for the quorum only; a leg that only stood aside is heard and has no share.
**Sense check** listens: it never adopts and never calls again.

An answer written down for a seat counts as its own; the seat's own answer stands over it.
Why so: docs/explanation/quorum.md.
"""

from sanam.domain.rules.deciding.asking import Asked
from sanam.domain.rules.deciding.deciding import PROVISIONAL_DAYS, QUORUM, SECOND_CALL_DAYS, decide
from sanam.domain.rules.deciding.documents import asked, kept, told
from sanam.domain.rules.deciding.figures import Decision, Leg, LegCount, Response
from sanam.domain.rules.deciding.sentences import why
from sanam.domain.rules.deciding.words import Answer, Reason, Result
from sanam.domain.rules.words import Method, ObjectionState

__all__ = [
    "PROVISIONAL_DAYS",
    "QUORUM",
    "SECOND_CALL_DAYS",
    "Answer",
    "Asked",
    "Decision",
    "Leg",
    "LegCount",
    "Method",
    "ObjectionState",
    "Reason",
    "Response",
    "Result",
    "asked",
    "decide",
    "kept",
    "told",
    "why",
]

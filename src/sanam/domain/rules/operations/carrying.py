"""What becomes of words given on clauses when their version ends: kept where the clause says the same."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.journal.rows import canonical
from sanam.domain.rules.labels import label
from sanam.domain.rules.models import Clause, Commitment, RuleVersion
from sanam.domain.rules.told import tell_seat
from sanam.domain.rules.words import CommitmentState


@transaction.atomic
def carry_over(*, by: Actor, before: RuleVersion, after: RuleVersion | None) -> int:
    """Words on clauses that say and turn the same go along to the new version; on others they end, and the seat is
    told.

    Nobody is bound to words they did not sign. Gives back how many went along.
    """
    same = {_whole(one): one for one in after.clauses.order_by("-number")} if after else {}
    words = Commitment.objects.filter(clause__version=before, state=CommitmentState.STANDING)
    went = 0
    for word in words.select_related("clause").select_for_update(of=("self",)).order_by("id"):
        clause = same.get(_whole(word.clause))
        if clause is not None and not _signed_anew(word, clause):
            _goes_along(by, word, clause)
            went += 1
        else:
            _ends(by, word)
            if clause is None:
                _tell(by, word, before)
    return went


def _whole(clause: Clause) -> tuple[str, str]:
    """All that somebody signed: the words, and what they turn."""
    return clause.text, canonical(clause.values)


def _signed_anew(word: Commitment, clause: Clause) -> bool:
    taken = Commitment.objects.filter(clause=clause, seat=word.seat_id, state=CommitmentState.STANDING)
    return taken.exists()


def _goes_along(by: Actor, word: Commitment, clause: Clause) -> None:
    word.clause = clause
    word.save(update_fields=["clause"])
    journal.record(by=by, did="commitment.carried_over", to=word.ref, details={"clause": clause.pk})


def _ends(by: Actor, word: Commitment) -> None:
    word.state, word.ended_at = CommitmentState.ENDED.value, clock.now()
    word.save(update_fields=["state", "ended_at"])
    journal.record(by=by, did="commitment.ended", to=word.ref, because=word.clause.version.ref)


def _tell(by: Actor, word: Commitment, before: RuleVersion) -> None:
    th, en = label(before)
    tell_seat(
        by=by,
        seat_id=word.seat_id,
        kind="rules.word_ended",
        about=word.ref,
        th=f"{th} เปลี่ยนแล้ว คำที่เราให้ไว้จบลง ดูข้อใหม่แล้วลงชื่อได้ถ้าเห็นด้วย",
        en=f"{en} has changed and our word on it has ended; read the new one, and sign it if you agree",
        path=f"/rules/{before.rule_id}/",
    )

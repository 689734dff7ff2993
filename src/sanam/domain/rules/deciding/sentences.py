"""A decision in one sentence, Thai or English: what, why, how many legs were heard, and who was not."""

from __future__ import annotations

from collections.abc import Sequence

from sanam.domain.foundation.refused import Language
from sanam.domain.rules.deciding.figures import Decision
from sanam.domain.rules.deciding.methods import below_half
from sanam.domain.rules.deciding.words import Reason, Result
from sanam.domain.rules.words import Method

CARRIED: dict[Method, tuple[str, str]] = {
    Method.CONSENT: ("ไม่มีใครติดใจ", "no objection is open"),
    Method.CONSENSUS: ("ไม่มีใครขวาง", "nobody blocks"),
    Method.TWO_THIRDS: (
        "เสียงรับถึงสองในสาม และไม่มีขาไหนต่ำกว่าครึ่ง",
        "two thirds or more say yes, and no leg is below half",
    ),
}


def why(decision: Decision, language: Language) -> str:
    """The whole of it in one sentence."""
    thai = language == "th"
    result, because = decision.result.said(language), _because(decision, language)
    heard, of, need = decision.heard, len(decision.legs), decision.need
    if thai:
        return f"{result} เพราะ{because} ได้ยินจาก {heard} ใน {of} ขา องค์ประชุมคือ {need}{_missing(decision)}"
    return f"{result}: {because}; {heard} of {of} legs were heard, the quorum is {need}{_unheard(decision)}."


def _because(decision: Decision, language: Language) -> str:
    if decision.result in (Result.ADOPTED, Result.PROVISIONAL):
        return CARRIED[decision.method][0 if language == "th" else 1]
    if decision.reason is Reason.LEG_SHORT:
        legs = _and(decision, below_half(decision.legs), language)
        return f"เสียงรับไม่ถึงครึ่งใน{legs}" if language == "th" else f"below half in {legs}"
    return decision.reason.said(language)


def _missing(decision: Decision) -> str:
    """The Thai end of the sentence."""
    silent = [name for name in decision.missing if name not in decision.not_bound]
    parts = f" ยังไม่ได้ยินจาก{_and(decision, silent, 'th')}" if silent else ""
    if decision.not_bound:
        parts += f" ยังไม่มีผู้นั่งใน{_and(decision, decision.not_bound, 'th')} จึงไม่ผูกขานี้"
    if decision.result is Result.PROVISIONAL:
        parts += " ขาที่ขาดขอเปิดใหม่ได้หนึ่งครั้ง"
    return parts


def _unheard(decision: Decision) -> str:
    """The English end of the sentence."""
    silent = [name for name in decision.missing if name not in decision.not_bound]
    parts = f"; not heard: {_and(decision, silent, 'en')}" if silent else ""
    if decision.not_bound:
        parts += f"; nobody sits in {_and(decision, decision.not_bound, 'en')}, which is not bound"
    if decision.result is Result.PROVISIONAL:
        parts += "; a missing leg may reopen it once"
    return parts


def _and(decision: Decision, names: Sequence[str], language: Language) -> str:
    """Names in a row; a Thai leg is called a leg unless its name says so, an English one by its English name."""
    if language == "th":
        return " ".join(name if name.startswith("ขา") else f"ขา{name}" for name in names)
    english = {one.leg.name: one.leg.en or one.leg.name for one in decision.legs}
    return ", ".join(english[name] for name in names)

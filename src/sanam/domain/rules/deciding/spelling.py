"""How people write methods, calls and answers: many spellings, one meaning each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.rules.deciding.refusals import refusal
from sanam.domain.rules.deciding.words import Answer
from sanam.domain.rules.words import Method

OFFERED: Mapping[Method, Mapping[Answer, str]] = {
    Method.CONSENT: {Answer.FOR: "consent", Answer.AGAINST: "object"},
    Method.CONSENSUS: {Answer.FOR: "agree", Answer.ASIDE: "stand_aside", Answer.AGAINST: "block"},
    Method.TWO_THIRDS: {Answer.FOR: "yes", Answer.ASIDE: "stand_aside", Answer.AGAINST: "no"},
    Method.SENSE_CHECK: {},
}
"""The answers each method has, as they are stored; a sense check takes any word or number of its scale."""


def words(text: str) -> frozenset[str]:
    """The words of a list with commas."""
    return frozenset(text.split(","))


ANSWERS: Mapping[Answer, frozenset[str]] = {
    Answer.FOR: words(
        "for,yes,y,agree,agreed,consent,consents,accept,support,in favour,in favor,"
        "รับ,รับได้,ยินยอม,เห็นด้วย,เห็นพ้อง,เห็นชอบ,ตกลง,สนับสนุน"
    ),
    Answer.ASIDE: words("aside,stand aside,stands aside,abstain,abstention,หลีกทาง,ขอหลีกทาง,งดออกเสียง,งดเสียง,ไม่ออกเสียง"),
    Answer.AGAINST: words(
        "against,no,n,disagree,disagreed,object,objects,objection,block,blocks,reject,oppose,"
        "ไม่รับ,รับไม่ได้,ไม่ยินยอม,ไม่เห็นด้วย,ไม่เห็นชอบ,คัดค้าน,ค้าน,ติดใจ,ยังติดใจ,ไม่ตกลง,ขวาง,ขอขวาง"
    ),
}
METHODS: Mapping[Method, frozenset[str]] = {
    Method.CONSENT: words(",consent,consent process,ยินยอม,ความยินยอม"),
    Method.CONSENSUS: words(
        "consensus,consensus with stand aside,consensus stand aside,ฉันทามติ,เห็นพ้อง,เห็นพ้อง หลีกทางให้ได้"
    ),
    Method.TWO_THIRDS: words(
        "two thirds,two third,twothirds,2/3,2 3,majority,double majority,supermajority,super majority,"
        "two thirds majority,two thirds overall and half in every leg,สองในสาม,2 ใน 3,เสียงสองในสาม"
    ),
    Method.SENSE_CHECK: words("sense check,sensecheck,sense,straw poll,หยั่งเสียง"),
}
CALLS: Mapping[int, frozenset[str]] = {
    1: words(",1,1st,first,first call,ครั้งแรก,รอบแรก,ครั้งที่ 1,ครั้งที่หนึ่ง"),
    2: words("2,2nd,second,second call,ครั้งที่ 2,ครั้งที่สอง,รอบสอง"),
}


def method(written: str) -> Method:
    """The method meant, consent where nothing is written; raises BadInput."""
    found = next((one for one, words in METHODS.items() if tidy(written) in words), None)
    if found is None:
        raise refusal("deciding.method", method=written)
    return found


def call(written: str) -> int:
    """1 or 2, the first where nothing is written; raises BadInput."""
    below_nought = written.strip().startswith("-")  # a hyphen is else as good as a space
    found = next((one for one, words in CALLS.items() if tidy(written) in words and not below_nought), None)
    if found is None:
        raise refusal("deciding.call", call=written)
    return found


def answer(by: Method, written: str) -> Answer | None:
    """What was answered, by any spelling that the method offers; None for anything else."""
    found = next((one for one, words in ANSWERS.items() if tidy(written) in words), None)
    return found if found in OFFERED[by] else None


def tidy(written: str) -> str:
    """One spelling of a word: composed, small letters, Arabic digits, single spaces for any hyphen or underscore."""
    composed = to_arabic(unicodedata.normalize("NFC", written)).casefold()
    return " ".join(re.sub(r"[-_\s–]+", " ", composed).split())

"""Reads: the gatherings of the district, and what they left open. The actor comes first, always."""

from sanam.domain.gatherings.queries.coming_back import come_back
from sanam.domain.gatherings.queries.legs import legs_of, spoken_for
from sanam.domain.gatherings.queries.minutes import decision, talk
from sanam.domain.gatherings.queries.pages import gathering, open_questions, visible
from sanam.domain.gatherings.queries.questions import question, questions
from sanam.domain.gatherings.queries.reports import report
from sanam.domain.gatherings.queries.reviews import action, own_words, review

__all__ = [
    "action",
    "come_back",
    "decision",
    "gathering",
    "legs_of",
    "open_questions",
    "own_words",
    "question",
    "questions",
    "report",
    "review",
    "spoken_for",
    "talk",
    "visible",
]

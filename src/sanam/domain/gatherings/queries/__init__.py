"""Reads: the gatherings of the district, and what they left open. The actor comes first, always."""

from sanam.domain.gatherings.queries.attending import (
    Came,
    Comer,
    LegCame,
    attendance,
    came,
    comer_of,
    named,
    of_phone,
    open_by,
    open_door_of,
    presence_by_leg,
    signed_by,
)
from sanam.domain.gatherings.queries.calendar import calendar, has_feed, reader_of
from sanam.domain.gatherings.queries.coming import coming
from sanam.domain.gatherings.queries.frames import Frame
from sanam.domain.gatherings.queries.inviting import (
    answers,
    draw,
    draws,
    eligible,
    invitation,
    invitations,
    never_asked,
    not_yet_here,
    one_eligible,
    own_invitation,
    people_to_ask,
)
from sanam.domain.gatherings.queries.legs import legs_of, spoken_for
from sanam.domain.gatherings.queries.lines import UNANSWERED, secretary_of, waiting
from sanam.domain.gatherings.queries.listed import Held, held_under
from sanam.domain.gatherings.queries.minutes import decision, talk
from sanam.domain.gatherings.queries.pages import gathering, visible
from sanam.domain.gatherings.queries.questions import question, questions
from sanam.domain.gatherings.queries.reports import report
from sanam.domain.gatherings.queries.reviews import action, own_words, review
from sanam.domain.gatherings.queries.showing import Shown, photo, public, public_photo, shown

__all__ = [
    "UNANSWERED",
    "Came",
    "Comer",
    "Frame",
    "Held",
    "LegCame",
    "Shown",
    "action",
    "answers",
    "attendance",
    "calendar",
    "came",
    "comer_of",
    "coming",
    "decision",
    "draw",
    "draws",
    "eligible",
    "gathering",
    "has_feed",
    "held_under",
    "invitation",
    "invitations",
    "legs_of",
    "named",
    "never_asked",
    "not_yet_here",
    "of_phone",
    "one_eligible",
    "open_by",
    "open_door_of",
    "own_invitation",
    "own_words",
    "people_to_ask",
    "photo",
    "presence_by_leg",
    "public",
    "public_photo",
    "question",
    "questions",
    "reader_of",
    "report",
    "review",
    "secretary_of",
    "shown",
    "signed_by",
    "spoken_for",
    "talk",
    "visible",
    "waiting",
]

"""Gatherings, and what belongs to one."""

from sanam.domain.gatherings.models.attending import Attendance, Door, Feed, HeadCount
from sanam.domain.gatherings.models.inviting import Draw, Eligible, Invitation
from sanam.domain.gatherings.models.minuting import Approval, Decision, DecisionVoice, Minute, Writer
from sanam.domain.gatherings.models.pages import Gathering, Photo, Point
from sanam.domain.gatherings.models.questions import OpenQuestion
from sanam.domain.gatherings.models.reviewing import Action, Reflection
from sanam.domain.gatherings.models.showing import PageVersion, Publication, Shot

__all__ = [
    "Action",
    "Approval",
    "Attendance",
    "Decision",
    "DecisionVoice",
    "Door",
    "Draw",
    "Eligible",
    "Feed",
    "Gathering",
    "HeadCount",
    "Invitation",
    "Minute",
    "OpenQuestion",
    "PageVersion",
    "Photo",
    "Point",
    "Publication",
    "Reflection",
    "Shot",
    "Writer",
]

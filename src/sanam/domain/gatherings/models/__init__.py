"""Gatherings, and what belongs to one."""

from sanam.domain.gatherings.models.attending import Attendance, Door, Feed, HeadCount
from sanam.domain.gatherings.models.inviting import Draw, Eligible, Invitation
from sanam.domain.gatherings.models.pages import Gathering, OpenQuestion, Photo, Point

__all__ = [
    "Attendance",
    "Door",
    "Draw",
    "Eligible",
    "Feed",
    "Gathering",
    "HeadCount",
    "Invitation",
    "OpenQuestion",
    "Photo",
    "Point",
]

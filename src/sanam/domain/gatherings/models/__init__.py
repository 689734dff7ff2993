"""Gatherings, and what belongs to one."""

from sanam.domain.gatherings.models.pages import Gathering, OpenQuestion, Photo, Point
from sanam.domain.gatherings.models.showing import PageVersion, Publication, Shot

__all__ = ["Gathering", "OpenQuestion", "PageVersion", "Photo", "Point", "Publication", "Shot"]

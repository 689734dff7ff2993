"""Gatherings, and what belongs to one."""

from sanam.domain.gatherings.models.pages import Gathering, OpenQuestion, Photo, Point

__all__ = ["Gathering", "OpenQuestion", "Photo", "Point"]

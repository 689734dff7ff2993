"""Reads: the gatherings of the district, and what they left open. The actor comes first, always."""

from sanam.domain.gatherings.queries.coming import coming
from sanam.domain.gatherings.queries.pages import gathering, open_questions, visible

__all__ = ["coming", "gathering", "open_questions", "visible"]

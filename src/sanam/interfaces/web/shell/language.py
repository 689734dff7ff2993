"""The reader's language: Thai unless English was chosen."""

from __future__ import annotations

from django.utils.translation import get_language

from sanam.domain.foundation.refused import Language


def reader() -> Language:
    """The language this page is read in."""
    return "en" if get_language() == "en" else "th"

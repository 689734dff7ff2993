"""The places a form offers: what lies within a seat's scope."""

from __future__ import annotations

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.interfaces.web.shell.language import reader


def places(actor: Actor) -> list[tuple[str, str]]:
    """The sub-districts and villages within a seat's areas, in code order: (code, name)."""
    language = reader()
    codes = areas.inside(actor.mandate.areas, levels=(6, 8))
    return [(code, areas.said(code, language)) for code in codes]


def narrowing(actor: Actor) -> list[tuple[str, str]]:
    """The places a seat may narrow a list to: its own areas and what lies directly inside them."""
    language = reader()
    codes = actor.mandate.areas
    inside = [child for code in codes for child in areas.children(code)]
    return [(code, areas.said(code, language)) for code in [*codes, *inside]]

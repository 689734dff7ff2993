"""The six shapes of legs, each twelve units wide: a leg has a shape before it has a colour."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

_LEGS = {
    1: '<rect x="1" y="1" width="10" height="10" rx="1"/>',
    2: '<path d="M6 .6 11.8 11H.2Z"/>',
    3: '<circle cx="6" cy="6" r="5.3"/>',
    4: '<path d="M6 0 12 6 6 12 0 6Z"/>',
    5: '<path d="M6 .4 11.8 4.7 9.6 11.6H2.4L.2 4.7Z"/>',
    6: '<path d="M4 0h4v4h4v4H8v4H4V8H0V4h4Z"/>',
}


def leg_shape(order: int) -> SafeString:
    """The shape of a leg by its order from 1; nothing for an order no leg has."""
    return mark_safe(_LEGS.get(order, ""))  # noqa: S308 - our own constants

"""Every stored field and its privacy mark, asked of Django rather than of the tables' modules."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from sanam.interfaces.cli.reference.names import marks
from sanam.interfaces.cli.reference.tables import code, table

INTRO = """# เครื่องหมายความเป็นส่วนตัว · Privacy marks

ทุกช่องที่เก็บมีเครื่องหมาย ที่นั่งเห็นเฉพาะเครื่องหมายที่ได้รับ · Every stored field carries a mark; a seat sees the marks it was given.
"""


def page() -> str:
    """The page of marks: a table for each room, in the order of the rooms' names."""
    parts = [INTRO, marks()]
    for room in sorted({_room(model) for model in _models()}):
        rows = [row for model in _models() if _room(model) == room for row in _fields(model)]
        parts += [f"## {room}\n", table(("table", "field", "mark"), rows)]
    return "\n".join(parts)


def _models() -> list[Any]:
    found = [model for model in apps.get_models() if model.__module__.startswith("sanam.")]
    return sorted(found, key=lambda model: str(model._meta.label))


def _room(model: Any) -> str:
    return str(model._meta.app_label)


def _fields(model: Any) -> list[tuple[str, str, str]]:
    inherited = {name: mark for one in reversed(model.__mro__) for name, mark in vars(one).get("privacy", {}).items()}
    return [
        (model.__name__, code(field.name), str(inherited.get(field.name, ""))) for field in model._meta.concrete_fields
    ]

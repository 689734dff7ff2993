"""Form fields in templates: where a summary of errors leads, and what describes a group. `{% load fields %}`."""

from __future__ import annotations

from django import template
from django.forms import BoundField, RadioSelect

register = template.Library()


@register.filter
def first_control(field: BoundField) -> str:
    """The id of the first thing to type in or choose of a field."""
    if isinstance(field.field.widget, RadioSelect):  # also boxes to tick: both number their choices
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of a group's hint and error, as far as there are any."""
    there = (("helptext", field.help_text), ("error", field.errors))
    return " ".join(f"{field.auto_id}_{name}" for name, said in there if said)

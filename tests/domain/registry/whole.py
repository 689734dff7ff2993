"""Every row of every table that holds people, to be compared byte for byte."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from sanam.domain.registry.models import Merge

Whole = dict[str, list[dict[str, Any]]]


def everything() -> Whole:
    """All rows of the registry's tables by name, merges apart: they tell of the deed itself."""
    models = (model for model in apps.get_app_config("registry").get_models() if model is not Merge)
    return {model.__name__: [_plain(row) for row in model._base_manager.order_by("pk").values()] for model in models}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}

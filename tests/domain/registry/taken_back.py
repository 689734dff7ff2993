"""What a test of taking a file back does and looks at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.apps import apps

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry.models import Batch
from sanam.domain.registry.operations import undo
from sanam.domain.registry.operations.undo import Foreseen
from tests.cast import read_in

TODAY = clock.today()
OTHER = "99308"
COUNTED_ON = {"version", "updated_at"}
"""They go up when a value returns, so that a form opened meanwhile notices."""
MEMORY = {"Batch", "Problem"}
"""A file taken back is remembered, with what was odd about it."""


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the registry, but for what only counts."""
    models = [one for one in apps.get_app_config("registry").get_models() if one.__name__ not in MEMORY]
    return {
        model.__name__: [
            {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}
            for row in model._base_manager.order_by("pk").values(
                *(field.attname for field in model._meta.concrete_fields if field.name not in COUNTED_ON)
            )
        ]
        for model in models
    }


def read(path: Path) -> Batch:
    return Batch.objects.get(pk=read_in(path)["batch"])


def take_back(batch: Batch, **more: Any) -> Foreseen:
    return undo.take_back(by=INSTALLATION, batch=batch, **more)


def kept(foreseen: Foreseen) -> set[tuple[str, str]]:
    return {(one.what, one.why) for one in foreseen.kept}

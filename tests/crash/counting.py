"""Prints how many rows each table of the registry has, and what the file came to: {"tables", "file", "problems"}."""

from __future__ import annotations

import json

import django

django.setup()

from django.apps import apps  # noqa: E402

from sanam.domain.registry.models import Batch  # noqa: E402


def counted() -> dict[str, object]:
    """Rows of each table of the registry, what the file came to, and how often it was read again and changed nothing.

    A kill that lands after the last piece was kept and before the process ended lets the line be typed once more: that
    is a file read twice, which leaves a batch that says so and nothing else.
    """
    told = {"Batch", "Problem"}
    models = [one for one in apps.get_app_config("registry").get_models() if one.__name__ not in told]
    first, *later = Batch.objects.order_by("at")
    for one in later:
        assert one.outcome["people"]["new"] == one.outcome["people"]["changed"] == 0, one.outcome
    return {
        "tables": {one.__name__: one._base_manager.count() for one in models},
        "file": [first.state, first.rows, first.rows_done, first.outcome],
        "problems": first.problems.count(),
    }


if __name__ == "__main__":
    print(json.dumps(counted()))

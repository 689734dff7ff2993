"""Whoever sees gatherings sees the rules and has a voice in them; seats set up before this come along."""

from typing import Any, ClassVar

from django.db import migrations

GIVEN = ["rules.see", "rules.take_part"]


def give(apps: Any, editor: Any) -> None:
    for seat in apps.get_model("teams", "Seat").objects.order_by("pk").iterator():
        if "gatherings.see" in seat.capabilities:
            seat.capabilities = sorted({*seat.capabilities, *GIVEN})
            seat.save(update_fields=["capabilities"])


def take_back(apps: Any, editor: Any) -> None:
    for seat in apps.get_model("teams", "Seat").objects.order_by("pk").iterator():
        seat.capabilities = [one for one in seat.capabilities if one not in GIVEN]
        seat.save(update_fields=["capabilities"])


class Migration(migrations.Migration):
    dependencies: ClassVar = [("teams", "0003_seats_terms_and_handovers")]
    operations: ClassVar = [migrations.RunPython(give, take_back)]

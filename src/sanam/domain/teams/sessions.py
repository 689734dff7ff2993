"""Django's session, which also knows whose it is, on what device, when last seen (settings.SESSION_ENGINE)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from sanam.domain.foundation import clock
from sanam.domain.foundation.ids import new_id

if TYPE_CHECKING:
    from sanam.domain.teams.models import SignedIn

DEVICE = "device"
"""What a session keeps of its device: {"ref", "since", "name"}."""


def begun_on(name: str) -> dict[str, str]:
    """What is written into a session when somebody signs in; `name` is the device in two plain words."""
    return {"ref": str(new_id()), "since": clock.now().isoformat(), "name": name[:60]}


class SessionStore(DatabaseStore):
    """A row of `teams.SignedIn` for every session."""

    seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[SignedIn]:
        from sanam.domain.teams.models import SignedIn

        return SignedIn

    def _get_session_from_db(self) -> Any:
        row = super()._get_session_from_db()  # type: ignore[misc]
        self.seen_at = row.seen_at if row else None
        return row

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row of a session about to be written."""
        row: Any = super().create_model_instance(data)
        device = data.get(DEVICE) or {}
        row.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.seen_at = clock.now()
        if device:
            row.ref, row.device = device["ref"], device["name"]
            row.since = datetime.fromisoformat(device["since"])
        return row

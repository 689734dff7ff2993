"""The pages as they are JOURNEY_DAYS days from now, to be served by gunicorn."""

from __future__ import annotations

import os
from datetime import timedelta

from sanam.config.wsgi import application
from sanam.domain.foundation import clock

__all__ = ["application"]

HELD = clock.at(clock.now() + timedelta(days=int(os.environ["JOURNEY_DAYS"])))
"""Kept by this name, for a clock that nobody holds any more goes on."""
HELD.__enter__()

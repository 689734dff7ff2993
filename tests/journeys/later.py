"""What the clock does so many days from now, in the district's own installation: `python -m tests.journeys.later 8`."""

from __future__ import annotations

import sys
from datetime import timedelta

import django

django.setup()

from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION  # noqa: E402
from sanam.domain.rules.operations import by_the_clock  # noqa: E402

if __name__ == "__main__":
    with clock.at(clock.now() + timedelta(days=int(sys.argv[1]))):
        print(by_the_clock.close_due(by=INSTALLATION))

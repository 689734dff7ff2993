"""`sanam tick` so many days from now, in the district's own installation: `python -m tests.journeys.later 8`."""

from __future__ import annotations

import sys
from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.interfaces.cli.main import main

if __name__ == "__main__":
    with clock.at(clock.now() + timedelta(days=int(sys.argv[1]))):
        sys.exit(main(["tick"]))

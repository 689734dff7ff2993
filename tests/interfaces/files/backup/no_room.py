"""A backup on a disk that takes 100,000 bytes and no more."""

from __future__ import annotations

import resource
import signal
import sys

from sanam.interfaces.cli.main import main

if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing beyond it is then an error, as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    sys.exit(main(["backup", sys.argv[1], "--json"]))

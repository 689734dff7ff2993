"""Runs a line of the command in a process of its own, again and again, and kills it at a random instant.

    python -m tests.crash.killer DATABASE_URL SEED MOST LONGEST import f43 FILE

Prints one JSON document: {"kills", "finished", "verified", "whole", "counted"}; `whole` says that `verify all`
passed at the end. Stops when the line was done; after MOST kills it is left in peace. Between two kills the journal is
verified. The processes are forked from this one, so that Django is loaded once; none shares a connection with another.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable

os.environ["DATABASE_URL"] = sys.argv[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanam.config.settings")

import django

django.setup()

from sanam.interfaces.cli.main import main  # noqa: E402
from tests.crash.counting import counted  # noqa: E402


def begun(words: list[str]) -> int:
    """A process that types this line; its id."""
    child = os.fork()
    if child == 0:
        code = 70
        with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
            code = main(words)
        os._exit(code)
    return child


def ended(child: int) -> int:
    """The exit code, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(
    seed: int, most: int, longest: float, words: list[str], count: Callable[[], object] = counted
) -> dict[str, object]:
    dice = random.Random(seed)
    kills = verified = 0
    while True:
        child = begun(words)
        if kills < most:
            time.sleep(dice.uniform(0, longest))
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        code = ended(child)
        if code == -signal.SIGKILL:
            kills += 1
            verified += ended(begun(["verify", "journal", "--json"])) == 0
            continue
        whole = ended(begun(["verify", "all", "--json"])) == 0
        return {"kills": kills, "finished": code == 0, "verified": verified, "whole": whole, "counted": count()}


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), sys.argv[5:])))

"""Kills a deed at many instants: `python -m tests.interfaces.files.backup.killed TIMES SEED VERB WORDS…`.

One process that is ready forks for each try, so that a real process is killed and none waits for Django.
"{}" in a word stands for the number of the try. Prints {"killed", "ended", "seconds"}.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable

import django

django.setup()

from django.db import connections  # noqa: E402

from sanam.interfaces.cli.main import main  # noqa: E402

# imported before the fork, or every try would spend its time there
from sanam.interfaces.files.backup import beside_sqlite, making, restoring  # noqa: E402, F401


def begun(words: list[str]) -> int:
    """The deed in a process of its own; gives its number."""
    connections.close_all()
    if child := os.fork():
        return child
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os._exit(main(words))


def killed(child: int, after: float) -> bool:
    """Whether it was still at it `after` so many seconds, and was killed."""
    time.sleep(after)
    if os.waitpid(child, os.WNOHANG)[0]:
        return False
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def tries(
    times: int, seed: int, words: list[str], between: Callable[[int], None] = lambda at: None
) -> dict[str, float]:
    """Measure one whole run, then kill so many at moments spread over that time."""
    start = time.monotonic()
    os.waitpid(begun([word.replace("{}", "whole") for word in words]), 0)
    whole = time.monotonic() - start
    dice, count = random.Random(seed), 0
    for at in range(times):
        after = whole * (at + dice.random()) / times
        count += killed(begun([word.replace("{}", str(at)) for word in words]), after)
        between(at)
    return {"killed": count, "ended": times - count, "seconds": whole}


if __name__ == "__main__":
    print(json.dumps(tries(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])))

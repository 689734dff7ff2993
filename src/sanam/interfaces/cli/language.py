"""Which language the terminal speaks, and saying one sentence in it."""

from __future__ import annotations

import os
import sys

from sanam.domain.foundation.refused import Language


def language() -> Language:
    """Thai where the locale is Thai, English everywhere else."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "th" if locale.startswith("th") else "en"


def say(thai: str, english: str) -> None:
    """Tell the person at the terminal; standard output is left to answers."""
    print(thai if language() == "th" else english, file=sys.stderr, flush=True)


def show_progress(thai: str, english: str) -> None:
    """Tell whoever watches how far it is; a timer's mail needs none of it."""
    if sys.stderr.isatty():
        say(thai, english)

"""Plain lists of words that the sample picks from; a heading in brackets begins each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read(file: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every list of a file by the words of its heading; `#` starts a remark."""
    lists: dict[tuple[str, ...], list[str]] = {}
    heading: tuple[str, ...] = ()
    for line in files(__name__).joinpath(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = tuple(line.strip("[]").split())
            lists[heading] = []
        elif line and not line.startswith("#"):
            lists[heading].extend(line.split())
    return {heading: tuple(words) for heading, words in lists.items()}

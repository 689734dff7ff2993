"""Where linkage works: a database inside this process, in memory alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sanam.domain.foundation.refused import Refused

MOST_MEMORY = "2GB"


@contextmanager
def workshop() -> Iterator[Any]:
    """A DuckDB of its own, that never writes to disk: names spilt there could outlive the power going off.

    Raises Refused when what it is given does not fit in `MOST_MEMORY`.
    """
    import duckdb
    from splink.internals.exceptions import SplinkException

    with duckdb.connect(":memory:", config=_config()) as connection:
        try:
            yield connection
        except (duckdb.OutOfMemoryException, SplinkException) as failed:
            if not isinstance(failed.__cause__ or failed, duckdb.OutOfMemoryException):
                raise
            raise Refused(
                "registry.too_many_to_compare",
                f"คนมากเกินกว่าจะเทียบกันในหน่วยความจำ {MOST_MEMORY} ยังไม่มีอะไรเปลี่ยน",
                f"Too many people to compare within {MOST_MEMORY} of memory; nothing has changed.",
            ) from failed


def _config() -> dict[str, Any]:
    return {
        "temp_directory": "",
        "memory_limit": MOST_MEMORY,
        "threads": os.cpu_count() or 1,
        # it is given its rows and reaches for nothing else, on this machine or another
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }

"""What is said when the database cannot be used, whichever verb found out."""

from __future__ import annotations

import sys

from sanam.domain.foundation.refused import Refused


def is_the_reason(error: Exception) -> bool:
    """Whether the database could not be reached, or has not the tables of this version."""
    if "django" not in sys.modules:
        return False
    from django.db import OperationalError, ProgrammingError

    return isinstance(error, (OperationalError, ProgrammingError))


def refusal(error: Exception) -> Refused:
    """One sentence instead of the database's own words."""
    # the server's own words may hold a row or an address: only the kind of error is passed on
    return Refused(
        "database.not_ready",
        "ตอนนี้ใช้ฐานข้อมูลไม่ได้ ดูเหตุด้วย sanam doctor",
        "The database cannot be used just now; `sanam doctor` says why.",
        details={"error": type(error).__name__},
    )

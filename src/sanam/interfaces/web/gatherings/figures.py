"""Which numerals a report is read in: the field's own, or 123 for who chose them."""

from __future__ import annotations

from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

ARABIC = "123"


def figures_of(request: Request) -> str:
    """ "๑๒๓" or "123": as the address says, else those of the reader's language."""
    return ARABIC if request.GET.get("figures") == ARABIC or reader() == "en" else "๑๒๓"

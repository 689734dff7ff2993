"""Which numerals a report is read in: the field's own, 123 for who chose them, in English as it is written."""

from __future__ import annotations

from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

THAI, ARABIC, AS_WRITTEN = "๑๒๓", "123", ""


def figures_of(request: Request) -> str:
    """What `in_figures` takes: as the address says, else by the reader's language."""
    if request.GET.get("figures") == ARABIC:
        return ARABIC
    return THAI if reader() == "th" else AS_WRITTEN

"""Whether a dial takes a value."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput
from sanam.domain.parameters.catalogue import DIALS, UNITS, Dial


def check_takes(name: str, value: object) -> Dial:
    """The dial of this name; raises BadInput for one that is not there, and for a value it cannot stand at."""
    dial = DIALS.get(name)
    if dial is None:
        raise BadInput("parameters.no_dial", "ไม่มีค่านี้ให้กติกาปรับ", "There is no such dial for a rule to turn.")
    if not dial.takes(value):
        low, high = f"{dial.lowest:g}", f"{dial.highest:g}"
        raise BadInput(
            "parameters.out_of_bounds",
            f"“{dial.th}” ปรับได้ในช่วง {low}–{high} {UNITS[dial.unit]}",
            f"“{dial.en}” turns within {low}–{high} {dial.unit}.",
        )
    return dial

"""A QR code as one path of squares, for whatever draws it."""

from __future__ import annotations

import qrcode  # type: ignore[import-untyped]

QUIET = 4
"""Light modules around it, as ISO/IEC 18004 asks for."""


def squares(text: str) -> tuple[int, str]:
    """How many squares a side has, and the path of the dark ones in a drawing of that size."""
    code = qrcode.QRCode(border=QUIET)
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return len(rows), path


def svg(text: str) -> bytes:
    """The same as a picture of its own."""
    size, path = squares(text)
    ground = f'<rect width="{size}" height="{size}" fill="#fff"/>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{ground}<path d="{path}"/></svg>'
    return drawn.encode()

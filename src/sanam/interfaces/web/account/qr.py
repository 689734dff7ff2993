"""A QR code as a drawing of squares: one path, no style, dark on light in either theme so that a phone reads it."""

from __future__ import annotations

import qrcode  # type: ignore[import-untyped]
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

_QUIET = 4
"""Light modules around it, as ISO/IEC 18004 asks for."""


def qr(text: str, label: str = "") -> SafeString:
    """The code of a text as SVG; the label says what it is for, an authenticator where nothing is said."""
    code = qrcode.QRCode(border=_QUIET)
    code.add_data(text)
    squares = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(squares) for x, dark in enumerate(row) if dark)
    label, size = label or _("คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน"), len(squares)
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<rect width="{0}" height="{0}" fill="#fff"/><path d="{2}" fill="#000"/></svg>',
        size,
        label,
        path,
    )

"""A QR code as a drawing of squares: one path, no style, dark on light in either theme so that a phone reads it."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.interfaces.files.squares import squares


def qr(text: str, label: str = "") -> SafeString:
    """The code of a text as SVG; the label says what it is for, an authenticator where nothing is said."""
    size, path = squares(text)
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<rect width="{0}" height="{0}" fill="#fff"/><path d="{2}" fill="#000"/></svg>',
        size,
        label or _("คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน"),
        path,
    )

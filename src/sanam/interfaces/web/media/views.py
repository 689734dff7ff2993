"""Media: the bytes of one picture, under headers that let a browser do nothing with them but show them."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse
from django.views.decorators.http import require_safe

from sanam.domain.foundation.ids import short
from sanam.domain.media import queries
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request

ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
ONLY_TO_LOOK_AT = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@require_safe
def picture(request: Request, kept_id: UUID) -> FileResponse:
    """One picture, or with `?size=small` its small form, under a neutral name: the sent one may tell of somebody."""
    kept = queries.kept(seated(request), kept_id)
    file = queries.opened(kept, small=request.GET.get("size") == "small")
    name = f"picture-{short(kept.id)}{ENDINGS[kept.mime]}"
    return FileResponse(file, content_type=kept.mime, filename=name, headers=ONLY_TO_LOOK_AT)

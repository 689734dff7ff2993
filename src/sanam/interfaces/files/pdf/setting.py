"""Sets a paper: data in, a tagged PDF out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.interfaces.files.pdf import copying

HERE = Path(__file__).parent
FONTS = HERE / "fonts"


def paper(template: str, data: Mapping[str, Any]) -> bytes:
    """A paper of one of our templates, as PDF/UA-1 whose text copies out as it was written.

    Raises Refused when the typeface is not there: another would lose tone marks without a word.
    """
    if not list(FONTS.glob("Sarabun_*.ttf")):
        raise Refused(
            "pdf.no_typeface",
            "ยังทำ PDF ไม่ได้ เพราะไม่มีตัวอักษรสารบรรณในการติดตั้งนี้",
            "No PDF can be made: this installation lacks the Sarabun typeface.",
            status=503,
        )
    made = typst.compile(
        HERE / "templates" / f"{template}.typ",
        root=HERE / "templates",
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(_moment().timestamp()),
        pretty=True,
    )
    return copying.as_written(made)


def _moment() -> datetime:
    return clock.now().astimezone(UTC)

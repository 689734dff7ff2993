"""The byline of a web page: `by punyha @17 ก.ย. 64 12:35 ( IP : 171...229 ) | Tags : ข่าว , 4PW`."""

from __future__ import annotations

import re

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import read_date
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Byline

_BY = re.compile(
    r"by\s+(?P<user>\S+)\s*@\s*(?P<at>[^(|]+?)\s*(?:\(\s*IP\s*:\s*(?P<ip>[^)]*?)\s*\))?\s*(?=\||$)", re.IGNORECASE
)
_TAGS = re.compile(r"\|?\s*tags?\s*:\s*(?P<tags>.*)", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:น\.?)?$")


def read_byline(line: str) -> tuple[Byline | None, tuple[str, ...]] | None:
    """The byline and the tags of a line; None when the line is neither."""
    line = line.strip()
    by, rest = _BY.match(line), line
    if by:
        rest = line[by.end() :]
    tags = _TAGS.fullmatch(rest.strip())
    if not (by or tags) or (by and rest.strip() and not tags):
        return None
    words = tuple(word.strip() for word in tags["tags"].split(",") if word.strip()) if tags else ()
    return (Byline(by["user"], _moment(by["at"]), by["ip"] or "") if by else None), words


def _moment(text: str) -> str:
    """ISO as far as it is written; the text itself when it cannot be read."""
    plain = to_arabic(text).strip()
    time = _TIME.search(plain)
    try:
        day = read_date(plain[: time.start()] if time else plain).iso()
    except BadInput:
        return text.strip()
    return f"{day}T{int(time[1]):02d}:{time[2]}" if time else day

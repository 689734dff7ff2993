"""The byline of a web page: `by punyha @17 ก.ย. 64 12:35 ( IP : 171...229 ) | Tags : ข่าว , 4PW`."""

from __future__ import annotations

import re

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import read_date
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Byline

_WHO = r"(?:(?:posted|written)\s+by|by|โพสต์โดย|โพสโดย|เขียนโดย|ส่งโดย|เผยแพร่โดย|โดย)\s*:?\s*"
_IP = r"(?:\(?\s*IP\s*:\s*(?P<ip>[^)|]*?)\s*\)?)?"
_BY = re.compile(
    rf"{_WHO}(?P<user>[^@|]{{1,60}}?)\s*(?:@|\son\s|\sเมื่อ(?:วันที่)?|\sวันที่|\|)\s*"
    rf"(?P<at>[^(|@]{{4,60}}?)\s*{_IP}\s*(?=\||$)",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(r"by\s+(?P<user>[\w.\-]{1,40})\s*(?=\||$)", re.IGNORECASE)
_TAGS = re.compile(r"[|\s]*(?:tags?|แท็กส์?|แท็ค|แท็ก|ป้ายกำกับ|คำสำคัญ)\s*[::]\s*(?P<tags>.*)", re.IGNORECASE)
_HASHES = re.compile(r"[|\s]*(?:#[^\s#,]+[\s,]*)+")
_BETWEEN = re.compile(r"\s*[,;、|]\s*|\s*(?=#)")
_TIME = re.compile(r"\s*(?:เวลา\s*)?(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(?:น\.?)?$")


def take_byline(lines: list[str]) -> tuple[Byline | None, tuple[str, ...], dict[int, str], list[str]]:
    """Byline, tags, bylines beyond the first (by their place), and the lines with all of them left empty."""
    byline: Byline | None = None
    tags: list[str] = []
    unread: dict[int, str] = {}
    rest = list(lines)
    for at, line in enumerate(lines):
        if len(line) > 1000 or not (read := read_byline(line)):
            continue
        rest[at] = ""
        if read[0] and byline:
            unread[at] = line.strip()
        else:
            byline = read[0] or byline
            tags += read[1]
    return byline, tuple(dict.fromkeys(tags)), unread, rest


def read_byline(line: str) -> tuple[Byline | None, tuple[str, ...]] | None:
    """The byline and the tags of a line; None when the line is neither."""
    line = line.strip(" •*-")
    by = _by(line)
    rest = line[by.end() :] if by else line
    tags = _tags(rest)
    if tags is None and (not by or rest.strip(" |")):
        return None
    return (_byline(by) if by else None), tags or ()


def _by(line: str) -> re.Match[str] | None:
    """Who and when; a line that only begins with "by" must give a moment, or nothing but the name."""
    found = _BY.match(line)
    if found and ("@" in found[0] or _moment(found["at"]) != found["at"].strip()):
        return found
    return _BY_ALONE.match(line)


def _byline(by: re.Match[str]) -> Byline:
    parts = by.groupdict()
    return Byline(by["user"].strip(), _moment(parts.get("at") or ""), (parts.get("ip") or "").strip())


def _tags(text: str) -> tuple[str, ...] | None:
    """The tags a text is made of; None when it is no list of tags."""
    found = _TAGS.fullmatch(text.strip())
    if not found and not _HASHES.fullmatch(text):
        return None
    written = found["tags"].strip(" []") if found else text.strip(" |")
    words = (word.strip(" #\"'.") for word in _BETWEEN.split(written))
    return tuple(word for word in words if word)


def _moment(text: str) -> str:
    """ISO as far as it is written; the text itself when it cannot be read."""
    plain = to_arabic(text).strip()
    time = _TIME.search(plain)
    try:
        day = read_date(plain[: time.start()] if time else plain).iso()
    except BadInput:
        return text.strip()
    return f"{day}T{int(time[1]):02d}:{time[2]}" if time else day

"""A page's lines without the marks that web pages, Markdown and word processors leave in them."""

from __future__ import annotations

import html
import re

# Lengths are bounded everywhere, so that a page made to be slow is not.
_IMAGE = re.compile(r"<img\b[^<>]{0,400}?\balt\s*=\s*[\"']([^\"'<>]{0,300})[\"'][^<>]{0,400}>", re.IGNORECASE)
_MARKDOWN_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)")
_BREAK = re.compile(r"</?(?:br|p|div|li|h[1-6]|tr|title|body|html|figure)\b[^<>]{0,400}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:!doctype|head|meta|link|span|b|i|u|em|strong|font|a|ul|ol|table|tbody|td|th|img|section|article|small|"
    r"center|blockquote|hr|time|figcaption)\b[^<>]{0,400}>|<!--[^<>]{0,400}-->",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.IGNORECASE)
_WIDE = re.compile(r"[ \t]{9,}")
_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_UNSEEN = re.compile(r"[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
_SLANTED = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,200})(?<=\S)\*(?![\w*])")
_HEADING = re.compile(r"^(\s{0,8})(?:#{1,6}\s+|>\s?)+")


def plain_lines(text: str) -> list[str]:
    """The lines of a page; a line that says nothing (a rule, a row of dots) is left empty."""
    for _ in range(4):  # an entity may hide a tag, and a tag an entity
        if (plainer := _plainer(text)) == text:
            break
        text = plainer
    return [_plain_line(line) for line in text.splitlines()]


def bare(line: str) -> str:
    """A line without the blanks and the quotation marks around it."""
    line = line.strip()
    while len(line) > 1 and line[0] + line[-1] in ('""', "“”", "''", "‘’", "«»") and not set(line[1:-1]) & set('"“”«»'):
        line = line[1:-1].strip()
    return line


def _plainer(text: str) -> str:
    text = _MARKDOWN_IMAGE.sub(r"\n\1\n", _IMAGE.sub(r"\n\1\n", text))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), _TAG.sub("", _BREAK.sub("\n", text)))


def _plain_line(line: str) -> str:
    line = _WIDE.sub(" " * 8, _UNSEEN.sub("", _SPACE.sub(" ", line)))
    line = _SLANTED.sub(r"\1", _HEADING.sub(r"\1", line).replace("**", ""))
    line = line.replace("\u0e4d\u0e32", "\u0e33").replace("เเ", "แ").rstrip()
    return line if any(char.isalnum() for char in line) else ""

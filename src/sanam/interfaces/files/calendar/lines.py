"""Content lines of RFC 5545 §3.1: escaped, ended by CRLF, folded at 75 octets without cutting a letter."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 75
"""Octets of a line, its ending left out; the space that begins a continuation counts."""
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def text(value: str) -> str:
    """A TEXT value (§3.3.11): backslash, semicolon, comma and line end escaped, other control signs left out."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign == "\n" or sign.isprintable()).translate(_ESCAPES)


def folded(line: str) -> str:
    """One content line with its CRLF; Thai takes three octets a letter, so a line holds some 24 of them."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece]) + "\r\n"


def joined(lines: Iterable[str]) -> str:
    """Content lines as one file."""
    return "".join(map(folded, lines))

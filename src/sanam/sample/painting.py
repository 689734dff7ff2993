"""Photos that nobody took: scenes painted by code, people as shapes seen from behind, marked as invented."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

from sanam.interfaces.files.pdf.setting import FONTS

LONGEST = 960
MARK = "ภาพสมมติ"
_SHIRTS = ("#4F5F86", "#7A5A86", "#2F6F66", "#A65B5B", "#B5743C", "#C2974F", "#5E7F4E", "#3E6B75")
_HAIR = "#33302C"
Draw = ImageDraw.ImageDraw


def painted(scene: str, width: int, height: int, dice: Random) -> bytes:
    """One scene ("hall", "circle", "cards" or "field") as a JPEG, in the proportions asked for."""
    scale = LONGEST / max(width, height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image = Image.new("RGB", size, "#EAE3D2")
    draw = ImageDraw.Draw(image)
    SCENES[scene](draw, *size, dice)
    _mark(draw, *size)
    file = BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()


def _hall(draw: Draw, width: int, height: int, dice: Random) -> None:
    """A board in front, people in rows before it."""
    draw.rectangle((0, height * 0.62, width, height), fill="#C9B48A")
    left, right = width * 0.3, width * 0.7
    draw.rectangle((left, height * 0.1, right, height * 0.5), fill="white", outline="#8A7440", width=6)
    for line in range(4):
        at = height * (0.18 + 0.07 * line)
        draw.line((left + 30, at, right - 30 - dice.randrange(60), at), fill="#9AA5A2", width=5)
    for row in range(3):
        _row(draw, width, height * (0.68 + 0.15 * row), (0.03 + 0.008 * row) * (width + height) / 2, dice)


def _circle(draw: Draw, width: int, height: int, dice: Random) -> None:
    """A pavilion with people around a mat."""
    draw.rectangle((0, height * 0.55, width, height), fill="#B7A36F")
    for post in (0.12, 0.5, 0.88):
        draw.rectangle((width * post - 8, 0, width * post + 8, height * 0.6), fill="#8A6A3F")
    draw.ellipse((width * 0.2, height * 0.52, width * 0.8, height * 0.86), fill="#E2CF9B", outline="#B89B5E", width=4)
    _row(draw, width, height * 0.5, 0.022 * (width + height), dice)
    _row(draw, width, height * 0.9, 0.034 * (width + height), dice)


def _cards(draw: Draw, width: int, height: int, dice: Random) -> None:
    """A wall of coloured cards."""
    for column in range(5):
        for row in range(4):
            x = width * (0.08 + 0.175 * column) + dice.randrange(8)
            y = height * (0.1 + 0.2 * row) + dice.randrange(8)
            colour = dice.choice(("#F2D06B", "#A9C3E8", "#A5D6B0", "#F0A9B4"))
            draw.rectangle((x, y, x + width * 0.14, y + height * 0.14), fill=colour)
            draw.line((x + 8, y + 12, x + width * 0.1, y + 12), fill="#5B5B5B", width=3)


def _field(draw: Draw, width: int, height: int, dice: Random) -> None:
    """A tree by the water, and people under it."""
    draw.rectangle((0, 0, width, height * 0.5), fill="#BFD9DE")
    draw.rectangle((0, height * 0.5, width, height), fill="#8FAE6B")
    draw.rectangle((width * 0.72, height * 0.3, width * 0.76, height * 0.7), fill="#6B4F33")
    draw.ellipse((width * 0.55, height * 0.05, width * 0.95, height * 0.45), fill="#4E7A4A")
    _row(draw, width, height * 0.72, 0.022 * (width + height), dice)


SCENES: dict[str, Callable[[Draw, int, int, Random], None]] = {
    "hall": _hall,
    "circle": _circle,
    "cards": _cards,
    "field": _field,
}


def _row(draw: Draw, width: int, at: float, size: float, dice: Random) -> None:
    """People beside one another, from behind: hair and a shirt, nothing to know anybody by."""
    x = size + dice.random() * size
    while x < width - size:
        shirt = dice.choice(_SHIRTS)
        draw.pieslice((x - size, at, x + size, at + size * 3), 180, 360, fill=shirt)
        draw.ellipse((x - size * 0.5, at - size * 0.8, x + size * 0.5, at + size * 0.3), fill=_HAIR)
        x += size * (2.1 + dice.random() * 0.5)


def _mark(draw: Draw, width: int, height: int) -> None:
    typeface = ImageFont.truetype(str(sorted(FONTS.glob("Sarabun_*.ttf"))[0]), 30)
    draw.rectangle((0, height - 46, 150, height), fill="#FFFFFF")
    draw.text((14, height - 46), MARK, fill="#333333", font=typeface)

"""The tile map: a tile a village, side by side in its sub-district; never an invented border.

Drawn 348 units wide, so that on a phone of 390 no text falls under 14px.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

WIDE, GAP, TILE_WIDE, TILE_HIGH, TITLE = 348, 4, 52, 48, 30
BETWEEN = 20
TILES_ACROSS, LEAN = {1: 6, 2: 3, 3: 2}, {1: 0, 2: 6, 3: 4}
"""By how many sub-districts stand side by side: tiles in a row of each, and what their gaps add."""
STEPS = 4
_HATCH = mark_safe(
    '<defs><pattern id="closed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="hatch" d="M0 0v7"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A village: what stands on its tile, its number (None: closed), and its name for who listens."""

    mark: str
    name: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """A sub-district and its villages in the order of their numbers."""

    code: str
    name: str
    tiles: Sequence[Tile]


Grid = list[list[Block | None]]
"""Rows from the north, each as long as the map is wide; a place nobody stands at is None."""


def arranged(
    blocks: Sequence[Block], middles: Mapping[str, tuple[float, float]], kept: Mapping[str, tuple[int, int]]
) -> Grid:
    """Where each block stands: as the district's keeper said, else by rule; whom nobody placed comes after."""
    placed = [one for one in blocks if one.code in kept]
    if not placed or len(blocks) == 1:
        return _pairs(by_rule(blocks, middles), 1 if len(blocks) == 1 else 2)
    wide = max(2, *(kept[one.code][1] for one in placed))
    at = {kept[one.code]: one for one in placed}
    rows = sorted({row for row, _ in at})
    others = [one for one in by_rule(blocks, middles) if one.code not in kept]
    return [[at.get((row, column)) for column in range(1, wide + 1)] for row in rows] + _pairs(others, wide)


def by_rule(blocks: Sequence[Block], middles: Mapping[str, tuple[float, float]]) -> list[Block]:
    """Two to a row from north to south, the western one left; where no house is on the map, by code at the end."""
    known = sorted((one for one in blocks if one.code in middles), key=lambda one: (-middles[one.code][0], one.code))
    pairs = [known[at : at + 2] for at in range(0, len(known), 2)]
    placed = [one for pair in pairs for one in sorted(pair, key=lambda one: (middles[one.code][1], one.code))]
    return placed + sorted((one for one in blocks if one.code not in middles), key=lambda one: one.code)


def in_reading_order(grid: Grid) -> list[Block]:
    """The blocks as somebody reads them, row by row."""
    return [one for row in grid for one in row if one]


def _pairs(blocks: Sequence[Block], wide: int) -> Grid:
    rows = [list(blocks[at : at + wide]) for at in range(0, len(blocks), wide)]
    return [[*row, *[None] * (wide - len(row))] for row in rows]


def steps(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The scale: up to four even steps from the smallest number shown to the largest, as (from, to)."""
    numbers = [tile.number for block in blocks for tile in block.tiles if tile.number]
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    width = max(1, -(-(high - low + 1) // STEPS))
    return [(at, min(at + width - 1, high)) for at in range(low, high + 1, width)]


def picture(grid: Grid, label: str) -> SafeString:
    """The map as SVG, with all its numbers in its label."""
    scale = steps(in_reading_order(grid))
    wide = len(grid[0])
    across, apart = TILES_ACROSS[wide], WIDE // wide + LEAN[wide]
    drawn, top = [], 0
    for row in grid:
        drawn += [_block(block, at * apart, top, across, scale) for at, block in enumerate(row) if block]
        top += max(_height(block, across) for block in row if block)
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>',
        *(WIDE, max(top - BETWEEN, TILE_HIGH), label, _HATCH, format_html_join("", "{}", ((one,) for one in drawn))),
    )


def key(scale: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """The scale in words: (step, "5 ถึง 12")."""
    return [
        (_darkness(at, len(scale)), str(low) if low == high else _("%(low)s ถึง %(high)s") % {"low": low, "high": high})
        for at, (low, high) in enumerate(scale)
    ]


def _height(block: Block, across: int) -> int:
    return TITLE + -(-len(block.tiles) // across) * (TILE_HIGH + GAP) + BETWEEN


def _block(block: Block, left: int, top: int, across: int, scale: Sequence[tuple[int, int]]) -> SafeString:
    places = (
        (left + at % across * (TILE_WIDE + GAP), top + TITLE + at // across * (TILE_HIGH + GAP))
        for at in range(len(block.tiles))
    )
    tiles = [_tile(tile, x, y, scale) for tile, (x, y) in zip(block.tiles, places, strict=True)]
    title = format_html('<text class="tb" x="{}" y="{}">{}</text>', left, top + 19, block.name)
    return format_html("{}{}", title, format_html_join("", "{}", ((one,) for one in tiles)))


def _tile(tile: Tile, x: int, y: int, scale: Sequence[tuple[int, int]]) -> SafeString:
    step = _step(tile.number, scale)
    hatch = format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="6" fill="url(#closed)" fill-opacity=".5"/>',
        *(x, y, TILE_WIDE, 20),
    )
    return format_html(
        '<g{}><rect class="tile step-{}" x="{}" y="{}" width="{}" height="{}" rx="6"/>{}'
        '<text class="t3 mid" x="{}" y="{}">{}</text><text class="{} mid" x="{}" y="{}">{}</text></g>',
        *(mark_safe(' class="on-dark"') if step >= 3 else "", step, x, y, TILE_WIDE, TILE_HIGH),
        hatch if tile.number is None else "",
        *(x + TILE_WIDE // 2, y + 18, tile.mark),
        *("t3" if tile.number is None else "tb", x + TILE_WIDE // 2, y + 38),
        _("ปิดไว้") if tile.number is None else tile.number,
    )


def _step(number: int | None, scale: Sequence[tuple[int, int]]) -> int:
    found = next((at for at, (low, high) in enumerate(scale) if number and low <= number <= high), None)
    return 0 if found is None else _darkness(found, len(scale))


def _darkness(at: int, many: int) -> int:
    """Few steps are spread over the whole range of tones."""
    return STEPS if many == 1 else 1 + round(at * (STEPS - 1) / (many - 1))

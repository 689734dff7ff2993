"""Makes the text of a set paper copy out as it was written, in any reader.

Thai marks stand over and under their letter, and typst tells what such a cluster says only in a note beside it
(/ActualText). Readers that pass over the note get the wrong letters, others get some twice. So each glyph is given a
number of its own for each text it stands for, with that text in the font's own table, and the notes are taken away.
The look of the page, its tags and its typeface stay as they were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sanam.interfaces.files.pdf.objects import Paper, literal, stream, strings

_NOTE = re.compile(rb"^/Span <<\n  /ActualText <FEFF([0-9A-F]*)>\n>> BDC$", re.MULTILINE)
_SAYS = b"% says "
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_WIDTHS = re.compile(rb"(\d+) (\d+) ([\d.]+)")


@dataclass
class Font:
    """One typeface of the paper: what its glyphs said, how wide they are, and the new numbers given out."""

    said: dict[int, str]
    widths: dict[int, bytes]
    numbers: dict[tuple[int, str], int] = field(default_factory=dict)
    last: tuple[int, str] = (0, "")

    def texts(self, glyphs: list[int], text: str | None) -> list[str]:
        """What each glyph of one showing stands for: its letter says the whole cluster, its marks nothing.

        A mark that is moved up is shown by itself with the cluster's text once more; it says nothing again.
        """
        if text is None and len(glyphs) > 1:
            texts = [self.said.get(glyph, "") for glyph in glyphs]
            self.last = glyphs[-1], texts[-1]
            return texts
        whole = self.said.get(glyphs[0], "") if text is None else text
        if whole == self.last[1] and glyphs[0] != self.last[0]:
            return [""] * len(glyphs)
        self.last = glyphs[0], whole
        return _shared(whole, len(glyphs))

    def number(self, glyph: int, text: str) -> int:
        """The number of a glyph that stands for this text; 0 stays the missing glyph's."""
        return self.numbers.setdefault((glyph, text), len(self.numbers) + 1)


def as_written(pdf: bytes) -> bytes:
    """The paper with its text in the fonts' own tables."""
    paper = Paper.read(pdf)
    fonts = {number: _font(paper, number) for number in paper.having(b"/Subtype /Type0")}
    for page in paper.having(b"/Type /Page\n"):
        named = {name: fonts[number] for name, number in paper.fonts_of(page).items()}
        contents = paper.refers(page, b"Contents")
        paper.objects[contents] = stream(_retold(paper.data(contents), named))
    for number, font in fonts.items():
        _renumber(paper, number, font)
    return paper.written()


def _font(paper: Paper, number: int) -> Font:
    table = paper.data(paper.refers(number, b"ToUnicode"))
    said = {int(code, 16): _text(text) for code, text in _MAPPED.findall(table)}
    drawn = paper.objects[paper.refers(number, b"DescendantFonts")]
    widths = drawn.partition(b"/W [")[2].partition(b"]")[0]
    ranges = [(int(first), int(last), width) for first, last, width in _WIDTHS.findall(widths)]
    return Font(said, {code: width for first, last, width in ranges for code in range(first, last + 1)})


def _retold(content: bytes, fonts: dict[bytes, Font]) -> bytes:
    """A page's content, an operator a line, with new glyph numbers and without the notes."""
    told: list[bytes] = []
    spans: list[str | None] = []
    font = Font({}, {})
    for line in _NOTE.sub(_SAYS + rb"\1", content).split(b"\n"):
        if line.startswith(_SAYS):
            spans.append(_text(line.removeprefix(_SAYS)))
            continue
        if line == b"EMC" and spans.pop() is not None:
            continue
        if line.endswith((b" TJ", b" Tj")):
            told.append(_shown(line, font, next((one for one in reversed(spans) if one is not None), None)))
            continue
        if line.endswith((b" BDC", b" BMC")):
            spans.append(None)
        elif line.endswith(b" Tf"):
            font = fonts[line.split()[0].removeprefix(b"/")]
        told.append(line)
    return b"\n".join(told)


def _shown(line: bytes, font: Font, text: str | None) -> bytes:
    """One showing of glyphs, each by the number that stands for its part of the text."""
    parts = [(part, _glyphs(part) if held else []) for part, held in strings(line[:-3])]
    texts = iter(font.texts([glyph for _, glyphs in parts for glyph in glyphs], text))
    shown = (
        b"<%s>" % b"".join(b"%04X" % font.number(glyph, next(texts)) for glyph in glyphs) if glyphs else part
        for part, glyphs in parts
    )
    return b"[%s] TJ" % b"".join(shown).strip(b"[]")


def _shared(cluster: str, glyphs: int) -> list[str]:
    """A cluster among its glyphs: all of it at its letter, but ำ at its own า, or a reader sees a gap there."""
    if glyphs > 1 and cluster.endswith("ำ") and len(cluster) > 1:
        return [cluster[:-1], *[""] * (glyphs - 2), "ำ"]
    return [cluster, *[""] * (glyphs - 1)]


def _glyphs(string: bytes) -> list[int]:
    raw = literal(string)
    return [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be")


def _renumber(paper: Paper, number: int, font: Font) -> None:
    """Write a font's new numbers down: which glyph each draws, how wide it is, and what it says."""
    order = sorted(font.numbers.items(), key=lambda item: item[1])
    paper.objects[paper.refers(number, b"ToUnicode")] = stream(_table(order), b"/Type /CMap\n  /WMode 0\n")
    drawn = paper.refers(number, b"DescendantFonts")
    glyphs = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for (glyph, _), _ in order)
    drawing = paper.add(stream(glyphs))
    widths = b" ".join(b"%d %d %s" % (code, code, font.widths.get(glyph, b"0")) for (glyph, _), code in order)
    body = paper.objects[drawn].replace(b"/CIDToGIDMap /Identity", b"/CIDToGIDMap %d 0 R" % drawing)
    before, _, after = body.partition(b"/W [")
    paper.objects[drawn] = before + b"/W [0 0 %s %s]" % (font.widths.get(0, b"0"), widths) + after.partition(b"]")[2]
    described = paper.refers(drawn, b"FontDescriptor")
    paper.objects[described] = re.sub(rb"\s*/CIDSet \d+ 0 R", b"", paper.objects[described])


def _table(order: list[tuple[tuple[int, str], int]]) -> bytes:
    """A ToUnicode table (PDF 1.7, 9.10.3), at most a hundred lines a section."""
    lines = [b"<%04X> <%s>" % (code, text.encode("utf-16-be").hex().upper().encode()) for (_, text), code in order]
    parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    sections = (b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in parts)
    return _BEGIN + b"\n".join(sections) + _END


_BEGIN = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_END = b"""
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

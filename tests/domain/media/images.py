"""Real images as people and ill-wishers send them, made with Pillow; nothing on them but colours."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, TiffImagePlugin
from PIL.ExifTags import GPS, IFD, Base

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 30), (30, 30, 200)
SECRET = b"8.123456-secret"
PAGE = b"<html><script>alert(1)</script></html>"


def image(width: int = 60, height: int = 40, colour: tuple[int, ...] = RED, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), colour if len(colour) > 1 else colour[0])


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def jpeg(width: int = 60, height: int = 40, **options: object) -> bytes:
    return saved(image(width, height), **options)


def noise(width: int, height: int) -> Image.Image:
    """The picture hardest to make small."""
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))


def halves() -> Image.Image:
    """Red above, blue below."""
    picture = image(60, 40, BLUE)
    picture.paste(RED, (0, 0, 60, 20))
    return picture


def exif(turn: int = 1) -> Image.Exif:
    """What a phone writes: whose it is, where it stood, how it was held."""
    told = Image.Exif()
    told[Base.Orientation] = turn
    told[Base.Artist] = SECRET.decode()
    place = told.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef] = "N"
    place[GPS.GPSLatitude] = tuple(TiffImagePlugin.IFDRational(part) for part in (7, 46, 12))
    return told


def telling(kind: str) -> bytes:
    """A picture that carries EXIF with GPS, XMP, a comment and a colour profile, each as far as its kind can."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    words = {"JPEG": {"comment": SECRET, "xmp": b"<x:xmpmeta>" + SECRET}, "WEBP": {"xmp": SECRET}}
    return saved(image(), kind, exif=exif(turn=6), icc_profile=profile, **words.get(kind, {}))


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header says it is this large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def webp_claiming(width: int, height: int) -> bytes:
    """The same as a lossless WebP."""
    data = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(21)
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data


def jpeg_claiming(width: int, height: int) -> bytes:
    """The same as a JPEG."""
    small = jpeg(8, 8)
    at = small.index(b"\xff\xc0") + 5
    return small[:at] + struct.pack(">HH", height, width) + small[at + 4 :]

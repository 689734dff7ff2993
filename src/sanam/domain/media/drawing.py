"""Drawing a picture anew: upright, in sRGB, on white, small enough, and with nothing but its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps
from PIL.ExifTags import Base

LONGEST = 2_000
SMALL = 480
SMALL_BYTES = 60_000
_QUALITY = 84
_SMALL_QUALITIES = (78, 62, 46, 30, 15)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it will be kept: the file, its small form, and its pixels."""

    whole: bytes
    small: bytes
    width: int
    height: int
    mime: str = "image/jpeg"


def drawn(image: Image.Image) -> Drawn:
    """The first frame of an opened image, drawn anew at most 2,000 pixels a side; raises whatever its decoder does."""
    image.draft("RGB", (LONGEST, LONGEST))
    turn, profile = _orientation(image), image.info.get("icc_profile")
    image = _in_eight_bits(image)
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    clean = _turned(_on_white(_in_srgb(image, profile)), turn)
    return Drawn(_as_jpeg(clean, _QUALITY), _small(clean), clean.width, clean.height)


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(Base.Orientation, 1))
    except Exception:  # a broken EXIF block is thrown away with the rest of it
        return 1


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """In a mode that can be made smaller: of 16-bit greys the upper half, for Pillow would cut them off at 255."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in {"RGB", "L", "CMYK"} else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            own, common = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, own, common, outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a profile that does not fit its picture is left out
    return image.convert(mode)


def _on_white(image: Image.Image) -> Image.Image:
    """A new image: nothing that hung on the old one comes along."""
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return white


def _turned(image: Image.Image, turn: int) -> Image.Image:
    image.getexif()[Base.Orientation] = turn
    turned = ImageOps.exif_transpose(image)
    turned.info.clear()  # the turn itself was noted there
    return turned


def _small(image: Image.Image) -> bytes:
    """The picture within 480 pixels a side, coarser until it fits in 60 kB."""
    little = image.copy()
    little.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    for quality in _SMALL_QUALITIES:
        if len(file := _as_jpeg(little, quality)) <= SMALL_BYTES:
            break
    return file


def _as_jpeg(image: Image.Image, quality: int) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()

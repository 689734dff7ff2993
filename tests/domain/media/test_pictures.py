"""pictures.drawn_anew: what is shown is drawn anew; what is no picture is refused in one sentence."""

from __future__ import annotations

import tracemalloc
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from sanam.domain.foundation.refused import BadInput
from sanam.domain.media.drawing import SMALL_BYTES, Drawn
from sanam.domain.media.pictures import drawn_anew
from sanam.domain.media.refusals import MOST_BYTES
from tests.domain.media.images import (
    BLUE,
    GREEN,
    PAGE,
    RED,
    SECRET,
    exif,
    halves,
    image,
    jpeg,
    jpeg_claiming,
    noise,
    png_claiming,
    saved,
    telling,
    webp_claiming,
)


def draw(sent: bytes) -> Drawn:
    return drawn_anew(BytesIO(sent))


def shown(sent: bytes) -> Image.Image:
    return Image.open(BytesIO(draw(sent).whole))


def refused(sent: bytes) -> str:
    with pytest.raises(BadInput) as refusal:
        draw(sent)
    assert refusal.value.th
    assert refusal.value.en.count(".") == 1
    return refusal.value.code


def alike(found: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= 12 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "MPO"])
def test_each_kind_a_phone_makes_comes_out_as_a_jpeg(kind: str) -> None:
    drawn = draw(saved(image(), kind))
    picture = Image.open(BytesIO(drawn.whole))
    assert (picture.format, picture.size, drawn.mime) == ("JPEG", (60, 40), "image/jpeg")
    assert (drawn.width, drawn.height) == (60, 40)
    assert alike(picture.getpixel((30, 20)), RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_whose_it_is_and_where_it_stood_is_gone(kind: str) -> None:
    sent = telling(kind)
    before = Image.open(BytesIO(sent))
    assert before.getexif().get_ifd(0x8825)  # the place was really in there
    drawn = draw(sent)
    for file in (drawn.whole, drawn.small):
        after = Image.open(BytesIO(file))
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert not after.getexif()
        assert SECRET not in file
        assert not any(mark in file for mark in (b"Exif", b"ICC_PROFILE", b"xmpmeta"))


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_upright_however_the_phone_was_held(turn: int) -> None:
    held = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[turn]  # the transposition that undoes each
    sent = halves() if held is None else halves().transpose(Image.Transpose(held))
    upright = shown(saved(sent, exif=exif(turn)))
    assert upright.size == (60, 40)
    assert alike(upright.getpixel((30, 5)), RED)
    assert alike(upright.getpixel((30, 35)), BLUE)


def test_a_broken_exif_block_is_no_reason_to_refuse() -> None:
    assert shown(jpeg(exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff junk")).size == (60, 40)


@pytest.mark.parametrize(
    ("size", "wanted"), [((3000, 1500), (2000, 1000)), ((30_000, 60), (2000, 4)), ((9, 5_000), (4, 2000))]
)
def test_a_large_picture_fits_in_two_thousand_pixels(size: tuple[int, int], wanted: tuple[int, int]) -> None:
    assert shown(saved(image(*size), "PNG")).size == wanted


def test_a_small_picture_is_not_made_larger() -> None:
    assert shown(jpeg(3, 2)).size == (3, 2)


def test_the_hardest_picture_has_a_small_form_under_sixty_kilobytes() -> None:
    drawn = draw(saved(noise(1200, 1200), "JPEG", quality=95))
    assert len(drawn.small) <= SMALL_BYTES
    assert Image.open(BytesIO(drawn.small)).size == (480, 480)


def test_what_is_see_through_stands_on_white() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    palette = image(20, 20).quantize(8)
    palette.info["transparency"] = palette.getpixel((0, 0))
    for sent in (saved(clear, "PNG"), saved(clear, "WEBP"), saved(palette, "PNG")):
        assert alike(shown(sent).getpixel((10, 10)), (255, 255, 255))


def test_greys_of_sixteen_bits_keep_their_light() -> None:
    grey = Image.new("I;16", (20, 20), 0x8000)
    assert alike(shown(saved(grey, "PNG")).getpixel((10, 10)), (128, 128, 128))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK"])
def test_every_mode_of_colour_is_drawn(mode: str) -> None:
    sent = saved(image().convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    assert shown(sent).mode == "RGB"


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    for picture in (image(), image(colour=(*RED, 255), mode="RGBA")):
        sent = saved(picture, "PNG", icc_profile=swapped)  # whose red light is blue
        assert alike(shown(sent).getpixel((9, 9)), BLUE)


@pytest.mark.parametrize("profile", [b"junk", bytes(500), SECRET * 50])
def test_a_profile_that_does_not_fit_is_left_out(profile: bytes) -> None:
    assert alike(shown(saved(image(), "PNG", icc_profile=profile)).getpixel((9, 9)), RED)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_what_moves_the_first_frame_is_kept(kind: str) -> None:
    sent = saved(image(), kind, save_all=True, append_images=[image(colour=GREEN), image(colour=BLUE)])
    assert alike(shown(sent).getpixel((9, 9)), RED)


def test_what_hangs_on_the_end_of_a_picture_is_cut_off() -> None:
    for sent in (jpeg(comment=PAGE) + PAGE, saved(image(), "PNG") + b"PK\x03\x04" + PAGE):
        drawn = draw(sent)
        assert not any(part in file for part in (b"script", b"PK\x03\x04") for file in (drawn.whole, drawn.small))


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x00",
        PAGE,
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        b"PK\x03\x04",
        saved(image(), "GIF"),
        saved(image(), "BMP"),
        saved(image(), "TIFF"),
        saved(image(), "ICO"),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        bytes(4) + b"ftypavif" + bytes(100),
    ],
    ids=["nothing", "nul", "html", "svg", "pdf", "zip", "gif", "bmp", "tiff", "ico", "eps", "avif"],
)
def test_what_is_no_picture_of_ours_is_refused_whatever_it_is_called(sent: bytes) -> None:
    assert refused(sent) == "media.no_picture"


def test_an_apple_picture_is_refused_with_what_to_do() -> None:
    assert refused(b"\x00\x00\x00\x24ftypheic" + bytes(100)) == "media.heic"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_cut_off_on_its_way_is_refused(kind: str) -> None:
    whole = saved(noise(300, 300), kind)
    for part in (0.01, 0.5, 0.9):
        assert refused(whole[: int(len(whole) * part)]) == "media.broken_picture"


def test_a_png_whose_checksum_fails_is_refused() -> None:
    whole = bytearray(saved(noise(300, 300), "PNG"))
    whole[5_000] ^= 1
    assert refused(bytes(whole)) == "media.broken_picture"


@pytest.mark.parametrize("claiming", [png_claiming, jpeg_claiming, webp_claiming])
@pytest.mark.parametrize("size", [(6_400, 6_400), (10_000, 10_000), (16_000, 16_000)])
def test_a_bomb_is_refused_by_its_header_before_it_is_unpacked(claiming: object, size: tuple[int, int]) -> None:
    assert callable(claiming)
    assert refused(claiming(*size)) == "media.too_many_pixels"


def test_a_png_of_thirty_thousand_pixels_a_side_is_refused() -> None:
    assert refused(png_claiming(30_000, 30_000)) == "media.too_many_pixels"


def test_forty_million_pixels_are_just_enough() -> None:
    picture = Image.new("L", (8_000, 5_000), 128)
    assert shown(saved(picture, "PNG")).size == (2000, 1250)


def test_a_file_of_fifty_megabytes_is_not_read_to_its_end() -> None:
    sent = BytesIO(jpeg() + bytes(50 * 1024**2))
    tracemalloc.start()
    with pytest.raises(BadInput, match="15 MB"):
        drawn_anew(sent)
    assert sent.tell() == MOST_BYTES + 1
    assert tracemalloc.get_traced_memory()[1] < 3 * MOST_BYTES
    tracemalloc.stop()


def test_a_text_bomb_in_a_png_is_refused() -> None:
    from PIL import PngImagePlugin

    told = PngImagePlugin.PngInfo()
    told.add_text("words", "a" * 50_000_000, zip=True)
    assert refused(saved(image(), "PNG", pnginfo=told)) == "media.broken_picture"


def test_pillow_is_left_as_it_was_for_everybody_else() -> None:
    from PIL import ImageFile

    before = Image.MAX_IMAGE_PIXELS
    draw(jpeg())
    refused(png_claiming(30_000, 30_000))
    assert (before, False) == (Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES)

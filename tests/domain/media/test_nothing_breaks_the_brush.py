"""Whatever bytes are sent as a picture, the answer is a picture or one sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanam.domain.foundation.refused import BadInput
from sanam.domain.media.pictures import drawn_anew
from tests.domain.media.images import noise, saved, telling

STARTS = [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x20\x00\x00\x00WEBPVP8X", b"\x00\x00\x00\x18ftypheic"]
WHOLE = [*(telling(kind) for kind in ("JPEG", "PNG", "WEBP")), saved(noise(20, 20), "WEBP", lossless=True)]
quietly = settings(max_examples=150, deadline=None, database=None)


def answer(sent: bytes) -> None:
    try:
        drawn = drawn_anew(BytesIO(sent))
    except BadInput:
        pass  # one sentence, as it should be; anything else that is raised fails the test
    else:
        assert drawn.whole.startswith(b"\xff\xd8\xff")
        assert drawn.small.startswith(b"\xff\xd8\xff")


@quietly
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_random_bytes(start: bytes, rest: bytes) -> None:
    answer(start + rest)


@quietly
@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_picture_with_a_few_bytes_changed(whole: bytes, changes: list[tuple[float, int]]) -> None:
    sent = bytearray(whole)
    for at, value in changes:
        sent[int(at * len(sent))] = value
    answer(bytes(sent))


@quietly
@given(st.sampled_from(WHOLE), st.floats(0, 1), st.floats(0, 1), st.binary(max_size=30))
def test_a_picture_with_a_piece_cut_out_and_another_put_in(whole: bytes, a: float, b: float, put_in: bytes) -> None:
    first, last = sorted((int(a * len(whole)), int(b * len(whole))))
    answer(whole[:first] + put_in + whole[last:])


@pytest.mark.parametrize("whole", WHOLE)
def test_a_picture_ending_at_any_byte(whole: bytes) -> None:
    for length in range(0, len(whole), max(1, len(whole) // 120)):
        answer(whole[:length])

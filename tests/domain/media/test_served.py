"""media/<id>/: the bytes of a picture for whom its owner shows it, and nothing a browser could run."""

from __future__ import annotations

from io import BytesIO
from typing import Any, BinaryIO

import pytest
from django.test import Client
from PIL import Image

from sanam.domain.media import owners, queries, store
from sanam.domain.media.models import Kept
from sanam.domain.teams.queries import account_of
from tests.cast import Cast
from tests.domain.media.conftest import keep_paper, keep_picture
from tests.domain.media.images import PAGE, jpeg


def enter(name: str) -> Client:
    client = Client()
    client.force_login(account_of(name), backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def body(answer: Any) -> bytes:
    """What came; an answer not read to its end would hold its file, and end the test's connection later."""
    return b"".join(answer.streaming_content)


@pytest.fixture
def kept(cast: Cast) -> Kept:
    """A picture of the circle, which only the nurse and the volunteer may see."""
    seen_by = {cast.nurse.ref, cast.volunteer.ref}
    owners.show("circle", lambda actor, owner: actor.ref in seen_by)
    return keep_picture(jpeg(1500, 1000), by=cast.nurse, owner="circle:1", file_name="ป้าเอียด บ้าน 47.jpg")


def test_whom_it_is_shown_gets_the_picture_under_careful_headers(kept: Kept) -> None:
    answer = enter("nurse").get(f"/media/{kept.id}/")
    assert answer.status_code == 200
    assert Image.open(BytesIO(body(answer))).size == (1500, 1000)
    told = answer.headers
    assert (told["Content-Type"], told["Content-Length"]) == ("image/jpeg", str(kept.size))
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert told["Content-Disposition"] == f'inline; filename="picture-{str(kept.id)[-6:]}.jpg"'
    assert told["Cache-Control"] == "no-store"


def test_nothing_of_the_name_it_was_sent_under_or_is_stored_under_leaves(kept: Kept) -> None:
    answer = enter("nurse").get(f"/media/{kept.id}/")
    told = str(answer.headers)
    assert len(body(answer)) == kept.size
    assert "47" not in told.replace(str(kept.size), "").replace(str(kept.id)[-6:], "")
    assert kept.stored_name not in told


def test_the_small_form_is_asked_for_by_its_word(kept: Kept) -> None:
    answer = enter("volunteer").get(f"/media/{kept.id}/?size=small")
    assert Image.open(BytesIO(body(answer))).size == (480, 320)
    other = enter("volunteer").get(f"/media/{kept.id}/?size=../../x")
    assert len(body(other)) == kept.size


def test_a_head_tells_the_same_without_the_bytes(kept: Kept) -> None:
    client = enter("nurse")
    got, asked = client.get(f"/media/{kept.id}/"), client.head(f"/media/{kept.id}/")
    assert asked.status_code == 200
    assert asked.headers["Content-Length"] == got.headers["Content-Length"]
    assert (len(body(got)), len(body(asked))) == (kept.size, 0)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_only_to_look_at(kept: Kept, method: str) -> None:
    assert getattr(enter("nurse"), method)(f"/media/{kept.id}/").status_code == 405


def test_strangers_cannot_tell_it_from_one_that_is_not_there(kept: Kept) -> None:
    client = enter("stranger")
    answers = [client.get(f"/media/{one}/") for one in (kept.id, "00000000-0000-7000-8000-000000000000")]
    assert [answer.status_code for answer in answers] == [404, 404]
    texts = [answer.content.replace(str(kept.id).encode(), b"") for answer in answers]
    assert "ไม่พบรูปหรือเอกสารนี้" in texts[0].decode()
    assert len(answers[0].headers) == len(answers[1].headers)


def test_the_signed_out_and_the_seatless_get_no_picture(kept: Kept) -> None:
    assert Client().get(f"/media/{kept.id}/").status_code == 302
    assert enter("seatless").get(f"/media/{kept.id}/").status_code == 403


def test_a_paper_is_never_served_even_to_who_kept_it(kept: Kept, cast: Cast) -> None:
    paper = keep_paper(PAGE, by=cast.nurse, owner="circle:1")
    for query in ("", "?size=small"):
        assert enter("nurse").get(f"/media/{paper.id}/{query}").status_code == 404


def test_the_folder_itself_has_no_address(kept: Kept) -> None:
    lies = store.path(kept.stored_name)
    for path in (f"/media/{lies.parent.name}/{lies.name}", f"/media/{lies.name}/", "/media/", f"/media/{kept.id}/../"):
        assert enter("nurse").get(path).status_code == 404


def test_an_answer_closes_its_file(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    files, opened = [], queries.opened

    def watched(kept: Kept, *, small: bool) -> BinaryIO:
        files.append(opened(kept, small=small))
        return files[-1]

    monkeypatch.setattr(queries, "opened", watched)
    client = enter("nurse")
    for asked in (client.get, client.head):
        body(asked(f"/media/{kept.id}/"))
    assert [file.closed for file in files] == [True, True]

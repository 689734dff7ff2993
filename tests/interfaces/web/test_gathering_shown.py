"""A gathering's page for a seat, and the one anybody may read."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from django.utils.html import strip_tags
from PIL import Image

from sanam.domain.gatherings.models import Gathering, Publication
from sanam.domain.gatherings.operations import attending, decisions, pages, publishing
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.queries import Comer
from sanam.domain.gatherings.words import Stage
from sanam.domain.journal.models import Details, Entry
from sanam.interfaces.files.paper.intake import page_of
from sanam.interfaces.files.paper.reader import read_paper
from tests.cast import Cast
from tests.domain.gatherings.conftest import begun
from tests.domain.gatherings.showing import FOUNDING, called, cleared, founding, sent
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(field: Cast) -> Gathering:
    return founding(field)


def said(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).replace("\u00a0", " ").split())


def test_the_founding_document_shows_every_photo_in_its_true_proportions(enter: Enter, page: Gathering) -> None:
    shown = enter("nurse").get(f"/gatherings/{page.id}/").content.decode()
    boxes = re.findall(r'<svg viewBox="0 0 (\d+) (\d+)" width="\1" height="\2" role="img"', shown)
    assert [(int(width), int(height)) for width, height in boxes] == [
        (one.width, one.height) for one in page.photos.all()
    ]
    assert "1152×2048" in shown
    assert "140,963 ไบต์" in shown.replace("\u00a0", " ")


def test_a_file_stands_in_its_place_with_width_height_and_words(enter: Enter, field: Cast, page: Gathering) -> None:
    shot = cleared(field, page, listed=page.photos.get(order=3))
    shown = enter("volunteer").get(f"/gatherings/{page.id}/").content.decode()
    (tag,) = re.findall(r"<img [^>]*>", shown)
    assert f'src="/media/{shot.kept_id}/?size=small"' in tag
    assert 'width="320" height="180" loading="lazy"' in tag
    assert f'alt="{shot.alt}"' in tag
    assert len(re.findall(r'role="img" aria-label="ภาพที่', shown)) == 17


def test_the_photo_sent_to_a_grid_is_small(enter: Enter, field: Cast, page: Gathering) -> None:
    from tests.domain.gatherings.showing import hardest

    shot = sent(field, page, hardest())
    answer = enter("secretary").get(f"/media/{shot.kept_id}/?size=small")
    file = answer.getvalue()
    assert len(file) <= 60_000
    assert max(Image.open(BytesIO(file)).size) <= 480


def test_thai_numerals_are_the_field_s_and_123_is_one_link_away(enter: Enter, page: Gathering) -> None:
    client = enter("nurse")
    thai, arabic = (client.get(f"/gatherings/{page.id}/{asked}") for asked in ("", "?figures=123"))
    assert "๑๐ มกราคม ๒๕๖๓" in said(thai)
    assert "is-arabic" not in thai.content.decode()
    assert "10 มกราคม 2563" in said(arabic)
    assert "ร่วม 40 คน" in said(arabic)
    assert "is-arabic" in arabic.content.decode()


def test_who_may_write_finds_the_deeds_and_who_may_not_does_not(enter: Enter, page: Gathering) -> None:
    assert f"/gatherings/{page.id}/photos/" in enter("nurse").get(f"/gatherings/{page.id}/").content.decode()
    assert f"/gatherings/{page.id}/photos/" not in enter("volunteer").get(f"/gatherings/{page.id}/").content.decode()
    assert f"/gatherings/{page.id}/publish/" in enter("secretary").get(f"/gatherings/{page.id}/").content.decode()
    assert f"/gatherings/{page.id}/publish/" not in enter("nurse").get(f"/gatherings/{page.id}/").content.decode()


def test_the_secretary_publishes_from_the_page_and_takes_it_back(enter: Enter, page: Gathering) -> None:
    client, stranger = enter("secretary"), enter("nobody")
    at = f"/gatherings/{page.id}"
    assert stranger.get(f"/g/{page.id}/").status_code == 404
    assert client.post(f"{at}/publish/", {}).status_code == 422
    assert client.post(f"{at}/publish/", {"read_through": "yes", "findable": "no"}).status_code == 302
    assert stranger.get(f"/g/{page.id}/").status_code == 200
    assert client.post(f"{at}/withdraw/").status_code == 302
    assert stranger.get(f"/g/{page.id}/").status_code == 404


def test_the_public_page_says_all_but_what_is_ours(enter: Enter, field: Cast) -> None:
    text = FOUNDING.read_text() + "\n\nโทร 0000000000\n"
    page = pages.keep_page(by=field.nurse, page=page_of(read_paper(text)))
    shot, waiting = cleared(field, page), sent(field, page)
    publishing.publish(by=field.secretary, gathering=page, read_through=True)
    answer = enter("nobody").get(f"/g/{page.id}/")
    html = answer.content.decode()
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert f"/g/{page.id}/{shot.id}/" in html
    for ours in (str(waiting.id), str(shot.kept_id), "0000000000", f"/gatherings/{page.id}", "/people/", "<form"):
        assert ours not in html.replace(_language_form(html), ""), ours
    assert "ชาคริต โภชะเรือง" in said(answer)


def test_it_is_found_by_search_engines_only_where_somebody_chose_that(
    enter: Enter, field: Cast, page: Gathering
) -> None:
    publishing.publish(by=field.secretary, gathering=page, read_through=True, findable=True)
    answer = enter("nobody").get(f"/g/{page.id}/")
    assert "X-Robots-Tag" not in answer.headers
    assert "noindex" not in answer.content.decode()
    assert Publication.objects.get().findable


def test_a_public_photo_is_only_to_look_at_and_gone_with_its_page(enter: Enter, field: Cast, page: Gathering) -> None:
    shot, waiting = cleared(field, page), sent(field, page)
    publishing.publish(by=field.secretary, gathering=page, read_through=True)
    stranger = enter("nobody")
    answer = stranger.get(f"/g/{page.id}/{shot.id}/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.getvalue().startswith(b"\xff\xd8\xff")
    assert stranger.get(f"/g/{page.id}/{waiting.id}/").status_code == 404
    publishing.withdraw(by=field.secretary, gathering=page)
    assert stranger.get(f"/g/{page.id}/{shot.id}/").status_code == 404


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-1.7"), ("txt", "ความร่วมมือ".encode())])
def test_it_is_taken_along_as_a_file_and_that_is_written_down(
    enter: Enter, page: Gathering, form: str, begins: bytes
) -> None:
    answer = enter("volunteer").post(f"/gatherings/{page.id}/file/", {"format": form})
    assert answer.content.startswith(begins)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert Details.objects.get(entry=Entry.objects.get(did="gathering.exported").id).values == {"format": form}


def test_a_corrected_page_offers_itself_and_waits_for_the_word(enter: Enter, field: Cast, page: Gathering) -> None:
    newer = pages.keep_page(by=field.nurse, page=page_of(read_paper(FOUNDING.read_text().replace("๔๐ คน", "๔๑ คน"))))
    client = enter("nurse")
    assert "เป็นฉบับแก้ของหน้านั้นไหม" in said(client.get(f"/gatherings/{newer.id}/"))
    assert Gathering.objects.count() == 2
    answer = client.post(f"/gatherings/{newer.id}/corrects/", {"of": str(page.id)})
    assert answer.headers["Location"] == f"/gatherings/{page.id}/"
    assert "แก้มาแล้ว 1 ครั้ง" in said(client.get(f"/gatherings/{page.id}/"))


def test_a_page_of_sixty_photos_asks_no_more_than_one_of_none(
    enter: Enter, field: Cast, django_assert_max_num_queries: Any
) -> None:
    gathering = called(field, tags=("ก",))
    Gathering.objects.update(stage=Stage.APPROVED)
    for _ in range(5):
        cleared(field, gathering)
        called(field, tags=("ก",))
    publishing.publish(by=field.secretary, gathering=gathering, read_through=True)
    for who, path, most in (("secretary", f"/gatherings/{gathering.id}/", 13), ("nobody", f"/g/{gathering.id}/", 6)):
        client = enter(who)
        client.get(path)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200


def test_a_page_with_minutes_decisions_and_who_came_asks_three_times_more(
    enter: Enter, field: Cast, django_assert_max_num_queries: Any
) -> None:
    held = begun(field)
    for number in range(4):
        decisions.decide(by=field.secretary, gathering=held, agreed=Agreed(f"ข้อ {number}"))
        attending.sign_in_for(by=field.secretary, gathering=held, comer=Comer(f"คน {number}", None))
    Gathering.objects.update(stage=Stage.HELD)
    client = enter("secretary")
    with django_assert_max_num_queries(16):  # one of them asks what rooms told, while the report is not approved
        assert client.get(f"/gatherings/{held.id}/").status_code == 200


def _language_form(html: str) -> str:
    """The one form a stranger's page has: which language."""
    found = re.search(r'<form method="post" action="/language/">.*?</form>', html, re.DOTALL)
    return found[0] if found else ""

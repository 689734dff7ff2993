"""A gathering called together and minuted here, written out as a page and read back, says the same thing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering, Minute, OpenQuestion
from sanam.domain.gatherings.queries import Frame, Shown
from sanam.domain.gatherings.words import Stage
from sanam.interfaces.files.paper.compose import paper_of
from sanam.interfaces.files.paper.page import Signature
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.paper.writer import write_paper
from tests.cast import Cast
from tests.domain.gatherings.showing import called, founding

pytestmark = pytest.mark.django_db

TITLES = ("คุยเรื่องรถรับส่ง", "วงคุยดูแลกลุ่มเปราะบาง ครั้งที่ ๖", "ทบทวนงานครึ่งปี", "ความร่วมมือระหว่าง พชอ.ควนขนุนและกขป.เขต ๑๒")
PLACES = ("", "ศาลาหมู่ 5", "ศาลาประชาคม เทศบาลตำบลมะกอกเหนือ", "รพ.สต.พนางตุง")
TOLD = (
    *("ต่างฝ่ายเล่างานของตน", "ทำงานร่วมกันอย่างเท่าเทียม", "รายชื่อที่แต่ละหน่วยถืออยู่ยังไม่ตรงกัน จึงตกลงใช้ชุดเดียวกัน"),
    *("งานซ่อมบ้านรออยู่ที่จุดเดียว คนทำมีสองคน", "รับผลัดเฝ้าแทนผู้ดูแลได้ ๔ บ้าน", "เริ่มจากเพื่อนบ้านถามกันเอง"),
)
ASKED = ("ใครดูแลคนที่ไม่มีบัตรประชาชนเมื่อต้องนอนโรงพยาบาล", "รถรับส่งไปหาหมอ วันที่รถกู้ชีพไม่ว่าง")
NETWORKS = ("สสจ.", "สสอ.", "อปท.", "รพ.สต.", "อสม.", "สมาคมสวัสดิการฯ", "ท้องที่", "ชมรมผู้สูงอายุ")
TAGS = ("กลุ่มเปราะบาง", "ซ่อมบ้าน", "สนามพลัง", "4PW")
THANKS = ("", "ขอบคุณ ทีมเทศบาลตำบลมะกอกเหนือที่เปิดศาลา")
SIGNED = (("", ""), ("มยุรี เพชรสังข์", "ผู้ช่วยเลขานุการ พชอ.ควนขนุน"), ("เรณู ชูไชย", "ผู้ดูแลทะเบียน สสอ.ควนขนุน"))


def some(words: tuple[str, ...], most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), max_size=most, unique=True)


@st.composite
def said(draw: st.DrawFn) -> dict[str, object]:
    """What may be noted of a gathering."""
    name, position = draw(st.sampled_from(SIGNED))
    return {
        "title": draw(st.sampled_from(TITLES)),
        "place": draw(st.sampled_from(PLACES)),
        "held_on": draw(st.dates(date(1951, 1, 1), date(2089, 12, 31))).isoformat(),
        "headcount": draw(st.one_of(st.none(), st.integers(1, 400))),
        "networks": draw(some(NETWORKS, 8)),
        "tags": draw(some(TAGS)),
        "intro": draw(some(TOLD)),
        "thanks": draw(st.sampled_from(THANKS)),
        "signature_name": name,
        "signature_position": position,
    }


photos = st.lists(st.tuples(*[st.integers(1, 9000)] * 2, st.integers(1, 10**7)), max_size=4)


@given(said(), some(TOLD), some(ASKED, 2), photos)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_written_and_read_it_is_the_same_and_stays_so(
    cast: Cast, said: dict[str, object], points: list[str], asked: list[str], photos: list[tuple[int, int, int]]
) -> None:
    gathering = called(cast)
    Gathering.objects.filter(id=gathering.id).update(stage=Stage.HELD.value, **said)
    now = clock.now()
    Minute.objects.bulk_create(Minute(gathering=gathering, text=text, written_at=now) for text in points)
    day = date.fromisoformat(str(said["held_on"]))
    OpenQuestion.objects.bulk_create(OpenQuestion(gathering=gathering, text=text, since_on=day) for text in asked)
    gathering = Gathering.objects.get(id=gathering.id)
    shown = Shown(gathering, queries.report(gathering), [Frame(1, *photo) for photo in photos], [])
    written = write_paper(paper_of(shown))
    read = read_paper(written)
    assert write_paper(read) == written
    assert read.title == said["title"]
    assert read.held_on
    assert read.held_on.iso() == said["held_on"]
    assert read.headcount == said["headcount"]
    assert list(read.networks) == said["networks"]
    assert list(read.tags) == said["tags"]
    assert [(one.width, one.height, one.bytes) for one in read.photos] == photos
    assert [point.text for point in read.points] == points
    assert read.thanks == said["thanks"]
    assert set(asked) <= set(read.open_questions)
    name, position = said["signature_name"], said["signature_position"]
    assert read.signature == (Signature(str(name), str(position)) if name else None)
    assert not read.unread


def test_the_founding_document_comes_back_as_it_was(cast: Cast) -> None:
    from tests.domain.gatherings.showing import FOUNDING

    shown = queries.shown(cast.nurse, str(founding(cast).id))
    written = write_paper(paper_of(shown))
    assert read_paper(written).as_json() == read_paper(FOUNDING.read_bytes()).as_json()
    assert write_paper(read_paper(written)) == written

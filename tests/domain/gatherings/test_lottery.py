"""A lottery nobody can bend: the list is frozen first, the seed comes after, and anyone gets the same again."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import invariants
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.gatherings import lottery, queries
from sanam.domain.gatherings.asked import CameBy, Channel, Way
from sanam.domain.gatherings.models import Draw, Eligible, Invitation
from sanam.domain.gatherings.operations import drawing, eligible, inviting
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as sealed
from tests.cast import Cast
from tests.domain.gatherings.asking import called, listed

DOCUMENT = Path(__file__).parents[3] / "docs/explanation/lottery.md"
WANTED = {"4": 2, "2": 1}
IDS = st.lists(st.uuids().map(str), unique=True, max_size=12)


@settings(deadline=None)
@given(st.lists(IDS, max_size=5), st.lists(st.integers(0, 6), min_size=5, max_size=5))
def test_as_many_are_drawn_of_each_leg_as_were_wanted_or_are_there(legs: list[list[str]], counts: list[int]) -> None:
    pool = {str(leg): [f"{leg}-{one}" for one in ids] for leg, ids in enumerate(legs)}
    wanted = {str(leg): count for leg, count in enumerate(counts)}
    drawn = lottery.drawn(pool, wanted, "seed")
    assert len(drawn) == len(set(drawn))
    for leg, ids in pool.items():
        assert len(set(drawn) & set(ids)) == min(wanted[leg], len(ids))


@settings(deadline=None)
@given(IDS, st.randoms())
def test_the_order_of_the_list_changes_nothing(ids: list[str], dice) -> None:  # type: ignore[no-untyped-def]
    shuffled = dice.sample(ids, len(ids))
    assert lottery.drawn({"1": ids}, {"1": 3}, "s") == lottery.drawn({"1": shuffled}, {"1": 3}, "s")
    assert lottery.digest({"1": ids}) == lottery.digest({"1": shuffled})


def test_the_tickets_are_those_of_any_sha256() -> None:
    """`printf 'seed|a' | sha256sum` says the same."""
    assert lottery.ticket("seed", "a") == "5d1c1ac8d8d9040e23b1b0184b8ab467d2c223978ee95a18c086555ca2588a13"


def test_every_id_is_drawn_about_equally_often_over_many_seeds() -> None:
    """10 ids, 3 drawn, 4,000 seeds: 1,200 each; straying by more than five standard deviations is no luck."""
    ids = [f"id-{n}" for n in range(10)]
    times = dict.fromkeys(ids, 0)
    for seed in range(4_000):
        for one in lottery.drawn({"1": ids}, {"1": 3}, str(seed)):
            times[one] += 1
    assert all(abs(n - 1_200) < 5 * (4_000 * 0.3 * 0.7) ** 0.5 for n in times.values())


@pytest.mark.django_db
def test_the_seed_is_the_seal_that_closes_the_freezing_and_comes_after_it(cast: Cast) -> None:
    listed(cast)
    journal.seal(by=INSTALLATION)
    frozen = drawing.freeze(by=cast.secretary, gathering=called(cast), wanted=WANTED)
    with pytest.raises(Refused, match="ตรา"):
        drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE)
    journal.seal(by=INSTALLATION)
    drawing_done = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE)
    seal = sealed.seal_over(frozen.entry)
    assert seal is not None
    assert drawing_done.seed == seal.digest
    assert drawing_done.drawn == lottery.drawn(frozen.pool, WANTED, seal.digest)
    assert set(Invitation.objects.filter(way=Way.LOTTERY).values_list("eligible_id", flat=True)) == {
        one.pk for one in Eligible.objects.filter(pk__in=drawing_done.drawn)
    }
    assert all(one.first_asked for one in drawing_done.invitations.all())


@pytest.fixture
def frozen(cast: Cast, db: None) -> Draw:
    listed(cast)
    return drawing.freeze(by=cast.secretary, gathering=called(cast), wanted=WANTED, announced="รางวัลที่หนึ่ง 1 ธ.ค. 2569")


def test_a_public_number_announced_before_is_a_seed_too(cast: Cast, frozen: Draw) -> None:
    with pytest.raises(BadInput):
        drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="  ")
    done = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed=" 123 456 ")
    assert done.seed == "123456"
    assert len(done.drawn) == 3


def test_a_frozen_list_waits_alone_and_is_drawn_once(cast: Cast, frozen: Draw) -> None:
    with pytest.raises(Refused):
        drawing.freeze(by=cast.secretary, gathering=frozen.gathering, wanted=WANTED)
    drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="1")
    with pytest.raises(Refused):
        drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="2")


def test_who_came_on_the_list_after_the_freezing_is_not_drawn(cast: Cast, frozen: Draw) -> None:
    body = frozen.gathering.body
    assert body
    late = eligible.add(by=cast.secretary, body=body, people=[Someone("มาทีหลัง", CameBy.NAMED)]).new[0]
    done = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="1")
    assert str(late.pk) not in done.drawn
    assert str(late.pk) not in lottery.plain(done.pool)


def test_who_was_taken_off_meanwhile_is_drawn_on_paper_and_asked_by_nobody(cast: Cast, frozen: Draw) -> None:
    will_be = lottery.drawn(frozen.pool, frozen.wanted, "1")
    eligible.take_off(by=cast.secretary, eligible=Eligible.objects.get(pk=will_be[0]))
    done = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="1")
    assert done.drawn == will_be
    assert not Invitation.objects.filter(eligible=will_be[0]).exists()


@pytest.mark.django_db
def test_only_those_never_asked_are_in_the_next_pool(cast: Cast) -> None:
    one, *others = listed(cast)
    inviting.invite(by=cast.secretary, gathering=called(cast), eligible=[one], way=Way.NAMED, channel=Channel.PHONE)
    pool = queries.never_asked(called(cast))
    assert sorted(i for ids in pool.values() for i in ids) == sorted(str(other.pk) for other in others)


def test_a_seat_that_hosts_nothing_draws_nothing(cast: Cast, frozen: Draw) -> None:
    with pytest.raises(NotAllowed):
        drawing.draw(by=cast.volunteer, draw=frozen, channel=Channel.PHONE, seed="1")


def test_verify_finds_a_draw_that_was_bent(cast: Cast, frozen: Draw) -> None:
    done = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="1")
    held = {one.name: one for one in invariants.results()}
    assert held["gatherings.draws"].ok
    Draw.objects.filter(pk=done.pk).update(seed="2", drawn=list(reversed(done.drawn)))
    assert not {one.name: one for one in invariants.results()}["gatherings.draws"].ok


def test_the_steps_of_the_document_come_to_the_same(cast: Cast, frozen: Draw, tmp_path: Path) -> None:
    """The Python of docs/explanation/lottery.md, on the file a page hands out, with nothing of ours."""
    done = drawing.draw(by=cast.secretary, draw=frozen, channel=Channel.PHONE, seed="987654")
    (tmp_path / "list.txt").write_text(lottery.plain(done.pool), encoding="utf-8")
    found = re.search(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    wanted = [f"{leg}={count}" for leg, count in done.wanted.items()]
    ran = subprocess.run(
        [sys.executable, "-I", "-c", found[1], "list.txt", done.seed, *wanted],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    digest, *drawn = ran.stdout.split()
    assert digest == done.digest
    assert sorted(drawn) == sorted(done.drawn)

"""A name erased from a body's lists stays erased when an older backup comes back, and when the keys were turned."""

from __future__ import annotations

import pytest
from django.conf import settings

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Ground, Known
from sanam.domain.gatherings.models import Attendance, Eligible
from sanam.domain.gatherings.operations import attending, listed
from sanam.domain.gatherings.queries.attending import Comer
from sanam.domain.journal import queries as written
from sanam.domain.registry.operations import erased_again
from sanam.domain.registry.rights import ledger, unlisted
from tests.cast import Cast
from tests.domain.gatherings import asking
from tests.domain.gatherings.asking import NAMES, called

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def list_of_its_own(tmp_path, settings):  # type: ignore[no-untyped-def]
    settings.HOME = tmp_path


def erased(cast: Cast) -> list[str]:
    """The first of the list came and was erased; the refs of both rows."""
    (one, *_rest) = asking.listed(cast)
    attending.sign_in_for(by=cast.secretary, gathering=called(cast), comer=Comer(one.name, None))
    held = queries.held_under(cast.secretary, one.body, one.name)
    listed.erase(by=cast.secretary, body=one.body, held=held, known=Known.MET, ground=Ground.WISH)
    return held.refs


def test_a_backup_made_before_does_not_bring_a_name_back(cast: Cast) -> None:
    refs = erased(cast)
    assert erased_again.keep_list(by=INSTALLATION) == 2
    assert erased_again.keep_list(by=INSTALLATION) == 0
    text = ledger.path().read_text()
    assert not [part for ref in refs for part in (ref, "สมหวัง") if part in text]
    Eligible.objects.filter(gone="asked").update(name=NAMES[0], key=NAMES[0], off_at=None, gone="")
    Attendance.objects.update(name=NAMES[0], key=NAMES[0], gone="")
    assert erased_again.erase_again(by=INSTALLATION) == 0  # people of the register
    assert not Eligible.objects.filter(name=NAMES[0]).exists()
    assert (Attendance.objects.get().name, Attendance.objects.get().gone) == ("", "asked")
    assert Eligible.objects.filter(off_at=None).count() == len(NAMES) - 1
    for ref in refs:
        assert next(one.because for one in written.about(ref) if one.did == "listed.erased") == "erasure:again"


def test_the_list_written_anew_still_says_it(cast: Cast) -> None:
    refs = erased(cast)
    erased_again.keep_list(by=INSTALLATION)
    ledger.write_anew(unlisted.lines())
    assert len(ledger.read()) == len(refs)
    assert unlisted.missing(ledger.read()) == []
    assert ledger.path().is_relative_to(settings.HOME)

"""mailboxes and letters: confirmed before anything is sent, only that something waits, once, and not too often."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, NO_ONE
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.notices import operations as notices
from sanam.domain.notices import queries
from sanam.domain.notices.models import Letter, Mailbox
from sanam.domain.notices.operations import letters, mailboxes
from sanam.domain.notices.words import HowOften, LetterState
from tests.cast import Cast
from tests.smtp import Office

pytestmark = pytest.mark.django_db
NOON = datetime.combine(clock.today() + timedelta(days=1), time(12), clock.BANGKOK)
HERS = "nurse@example.com"


def minute(later: timedelta = timedelta(0)) -> dict[str, int]:
    """What the minute's work does, so much later than noon."""
    with clock.at(NOON + later):
        written = letters.write(by=INSTALLATION)
        return {"written": written, **letters.send(by=INSTALLATION)}


def ask(cast: Cast, how_often: HowOften = HowOften.AT_ONCE, address: str = HERS, language: str = "th") -> Any:
    with clock.at(NOON - timedelta(hours=1)):
        return mailboxes.ask(by=cast.nurse, address=address, how_often=how_often, language=language)


def link(office: Office, what: str) -> tuple[str, str]:
    """The mailbox and the secret of the last letter's link."""
    text = office.letters[-1][2].get_content()
    found = re.search(rf"https://sanam\.example\.go\.th/mail/([\w-]+)/(\w+)/{what}/", text)
    assert found, text
    return found[1], found[2]


def confirmed(cast: Cast, office: Office, how_often: HowOften = HowOften.AT_ONCE, language: str = "th") -> Mailbox:
    ask(cast, how_often, language=language)
    minute(timedelta(minutes=-50))
    mailbox, token = link(office, "confirm")
    with clock.at(NOON - timedelta(minutes=40)):
        return mailboxes.confirm(by=NO_ONE, mailbox=mailbox, token=token)


def tell(cast: Cast, times: int = 1) -> None:
    for at in range(times):
        notices.tell(
            by=cast.secretary, seat=cast.nurse.ref, kind="test", about="x", th=f"ยายเอียดล้ม {at}", en="Aunt Iad fell"
        )


def test_nothing_but_the_confirmation_goes_to_an_address_nobody_confirmed(cast: Cast, office: Office) -> None:
    ask(cast)
    tell(cast)
    assert minute() == {"written": 0, "sent": 1, "failed": 0, "not_needed": 0}
    assert minute(timedelta(hours=2)) == {"written": 0, "sent": 0, "failed": 0, "not_needed": 0}
    (sender, to, letter), *more = office.letters
    assert not more
    assert (sender, to, letter["Subject"].strip()) == ("sanam@example.go.th", [HERS], "สนามพลัง: ยืนยันที่อยู่อีเมลนี้")


def test_a_letter_says_how_many_things_wait_and_nothing_of_anybody(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    tell(cast, 3)
    assert minute()["sent"] == 1
    letter = office.letters[-1][2]
    whole = letter.as_string() + letter.get_content()
    assert letter["Subject"].strip() == "สนามพลัง: มีข่าว 3 เรื่องรออยู่"
    assert "มีข่าว 3 เรื่องรอที่นั่งของคุณอยู่" in letter.get_content()
    assert "3 things wait" in whole.lower()
    assert letter.get_content_type() == "text/plain"
    for told in ("เอียด", "Iad", "คน nurse", cast.nurse.label, cast.nurse.member, cast.nurse.ref):
        assert told not in whole
    assert letter["Auto-Submitted"] == "auto-generated"


def test_the_same_news_is_written_of_once(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    tell(cast)
    assert [minute(timedelta(minutes=at))["written"] for at in (0, 1, 40, 90)] == [1, 0, 0, 0]
    Mailbox.objects.update(told_to=0)  # a tick that was cut short before it remembered
    assert minute(timedelta(hours=3))["written"] == 0
    assert len(office.letters) == 2


def test_letters_at_once_come_half_an_hour_apart_and_six_a_day(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    sent = []
    for at in range(0, 300, 10):
        tell(cast)
        sent.append(minute(timedelta(minutes=at))["sent"])
    assert [at * 10 for at, one in enumerate(sent) if one] == [0, 30, 60, 90, 120, 150]


def test_a_daily_letter_comes_in_the_morning_once(cast: Cast, office: Office) -> None:
    confirmed(cast, office, HowOften.DAILY)
    tell(cast, 2)
    night, morning = timedelta(hours=18, minutes=59), timedelta(hours=19)
    assert minute()["sent"] == 1  # past seven, and none was sent today
    tell(cast)
    assert minute(night)["sent"] == 0
    assert minute(morning)["sent"] == 1
    tell(cast)
    assert minute(morning + timedelta(hours=3))["sent"] == 0


def test_what_was_read_or_never_came_is_not_told(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    tell(cast)
    notices.mark_all_read(by=cast.nurse)
    assert minute()["written"] == 0


def test_news_from_before_the_confirmation_wakes_nobody(cast: Cast, office: Office) -> None:
    tell(cast, 4)
    confirmed(cast, office)
    assert minute()["written"] == 0


def test_a_confirmation_works_once_and_for_a_day(cast: Cast, office: Office) -> None:
    ask(cast)
    minute(timedelta(minutes=-50))
    mailbox, token = link(office, "confirm")
    with clock.at(NOON + timedelta(hours=24)), pytest.raises(NotHere):
        mailboxes.confirm(by=NO_ONE, mailbox=mailbox, token=token)
    with clock.at(NOON), pytest.raises(NotHere):
        mailboxes.confirm(by=NO_ONE, mailbox=mailbox, token=token[:-1] + "0123"[token[-1] == "0"])
    with clock.at(NOON):
        assert mailboxes.confirm(by=NO_ONE, mailbox=mailbox, token=token).confirmed_at
        with pytest.raises(NotHere):
            mailboxes.confirm(by=NO_ONE, mailbox=mailbox, token=token)


def test_another_address_is_confirmed_anew_and_the_old_link_is_dead(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    old = link(office, "confirm")
    with clock.at(NOON):
        box = mailboxes.ask(by=cast.nurse, address="other@example.com", how_often=HowOften.AT_ONCE)
        assert box
        assert box.confirmed_at is None
        with pytest.raises(NotHere):
            mailboxes.confirm(by=NO_ONE, mailbox=old[0], token=old[1])
    tell(cast)
    assert minute(timedelta(hours=1))["written"] == 0


def test_the_link_in_a_letter_stops_it_and_the_address_is_forgotten(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    tell(cast)
    minute()
    mailbox, token = link(office, "stop")
    assert (
        f"<https://sanam.example.go.th/mail/{mailbox}/{token}/stop/>"
        == office.letters[-1][2]["List-Unsubscribe"].strip()
    )
    mailboxes.stop(by=NO_ONE, mailbox=mailbox, token=token)
    tell(cast)
    assert minute(timedelta(hours=2)) == {"written": 0, "sent": 0, "failed": 0, "not_needed": 0}
    assert Mailbox.objects.get().address == ""
    assert queries.mailbox(cast.nurse) is None


def test_a_letter_that_waited_goes_nowhere_once_it_was_stopped(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    tell(cast)
    with clock.at(NOON):
        letters.write(by=INSTALLATION)
        mailboxes.ask(by=cast.nurse, address="", how_often=HowOften.NEVER)
        assert letters.send(by=INSTALLATION)["sent"] == 0
    assert len(office.letters) == 1


def test_three_confirmations_a_day_even_when_forgotten_in_between(cast: Cast, office: Office) -> None:
    for at in range(3):
        ask(cast, address=f"someone{at}@example.com")
        mailboxes.ask(by=cast.nurse, address="", how_often=HowOften.NEVER)
    with pytest.raises(Refused, match="Three confirmations"):
        ask(cast, address="victim@example.com")
    assert not Mailbox.objects.filter(address="victim@example.com").exists()


@pytest.mark.parametrize(
    "address", ["", "nurse", "a@b", "a@example.com\nBcc: all@example.com", "a@example.com, b@example.com"]
)
def test_what_is_no_address_is_refused(cast: Cast, office: Office, address: str) -> None:
    with pytest.raises(BadInput):
        ask(cast, address=address)


def test_an_installation_without_mail_says_so_and_writes_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="not set up"):
        ask(cast)
    assert letters.write(by=INSTALLATION) == 0


def test_nobody_sets_it_for_anybody_else(office: Office) -> None:
    with pytest.raises(NotAllowed):
        mailboxes.ask(by=INSTALLATION, address=HERS, how_often=HowOften.AT_ONCE)


def test_an_address_that_is_refused_for_good_is_given_up_and_reported(cast: Cast, office: Office) -> None:
    office.refuses[HERS] = "550 no such mailbox"
    ask(cast)
    assert minute()["failed"] == 1
    assert Letter.objects.get().state == LetterState.GIVEN_UP
    with clock.at(NOON):
        report = queries.post_report()
    assert (report.given_up, report.failed) == (1, "SMTPRecipientsRefused")


def test_a_letter_the_server_will_never_take_is_given_up(cast: Cast, office: Office) -> None:
    office.answers["DATA"] = "554 not here"
    ask(cast)
    assert minute()["failed"] == 1
    assert (Letter.objects.get().state, Letter.objects.get().failed) == (LetterState.GIVEN_UP, "SMTPDataError 554")


def test_a_sender_the_server_does_not_know_loses_no_letter(cast: Cast, office: Office) -> None:
    office.answers["MAIL"] = "550 who are you"
    ask(cast)
    assert minute()["failed"] == 1
    assert Letter.objects.get().state == LetterState.WAITING


def test_a_busy_server_is_tried_again_later_with_the_same_letter(cast: Cast, office: Office) -> None:
    office.answers["DATA"] = "451 busy"
    ask(cast)
    assert minute()["failed"] == 1
    assert minute(timedelta(minutes=4)) == {"written": 0, "sent": 0, "failed": 0, "not_needed": 0}
    assert minute(timedelta(minutes=6))["failed"] == 1
    del office.answers["DATA"]
    assert minute(timedelta(minutes=30))["sent"] == 1
    assert Letter.objects.get().failed == ""


def test_a_server_that_is_away_loses_nothing(cast: Cast, office: Office, settings: Any) -> None:
    ask(cast)
    settings.EMAIL_PORT, there = 1, settings.EMAIL_PORT
    assert minute()["failed"] == 1
    assert Letter.objects.get().failed == "ConnectionRefusedError"
    settings.EMAIL_PORT = there
    assert minute(timedelta(minutes=6))["sent"] == 1


def test_a_letter_sent_twice_is_known_as_one(cast: Cast, office: Office) -> None:
    confirmed(cast, office)
    tell(cast)
    minute()
    Letter.objects.filter(kind="news").update(state=LetterState.WAITING)  # the answer was lost after it went
    minute(timedelta(hours=1))
    assert len({one[2]["Message-ID"] for one in office.letters[-2:]}) == 1


def test_in_english_the_subject_is_english(cast: Cast, office: Office) -> None:
    confirmed(cast, office, language="en")
    tell(cast)
    minute()
    assert office.letters[-1][2]["Subject"].strip() == "Sanam Phalang: one thing waits"

"""The second factor as a deed: begun, turned on, asked for, turned off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal.models import Details, Entry
from sanam.domain.teams import queries as teams
from sanam.domain.teams import second_factor as factor
from sanam.domain.teams.models import Account, RecoveryCode, SecondFactor
from sanam.domain.teams.operations import second_factor
from tests.cast import Cast


def code(secret: bytes, *, later: int = 0) -> str:
    """What the phone shows, so many steps from now."""
    step = int(clock.now().timestamp()) // factor.STEP + later
    return TOTP(secret, 6, SHA1(), 30).generate(step * 30).decode()


@pytest.fixture
def account(cast: Cast) -> Account:
    return Account.objects.get(username="secretary")


@pytest.fixture
def on(cast: Cast, account: Account) -> tuple[bytes, list[str]]:
    """Turned on a while ago: its secret and its recovery codes."""
    with clock.at(clock.now() - timedelta(hours=1)):
        secret = second_factor.begin(by=cast.secretary, account=account)
        return secret, second_factor.turn_on(by=cast.secretary, account=account, code=code(secret))


def through(cast: Cast, account: Account, typed: str) -> bool:
    try:
        second_factor.check(by=cast.secretary, account=account, code=typed)
    except BadInput:
        return False
    return True


def test_the_published_examples_of_the_standard_hold() -> None:
    # RFC 6238, appendix B (SHA-1), the last six of eight digits
    secret = b"12345678901234567890"
    for moment, expected in {59: "287082", 1111111109: "081804", 20000000000: "353130"}.items():
        at = clock.now().fromtimestamp(moment, tz=clock.BANGKOK)
        assert factor.step_of(secret, expected, at) == moment // 30


def test_it_is_on_only_once_the_phone_has_shown_a_code(cast: Cast, account: Account) -> None:
    secret = second_factor.begin(by=cast.secretary, account=account)
    assert account.second_factor_at is None
    with pytest.raises(BadInput):
        second_factor.turn_on(by=cast.secretary, account=account, code="000000")
    assert Account.objects.get(pk=account.pk).second_factor_at is None
    codes = second_factor.turn_on(by=cast.secretary, account=account, code=code(secret))
    assert Account.objects.get(pk=account.pk).second_factor_at is not None
    assert len(set(codes)) == factor.CODES


def test_neither_secret_nor_codes_lie_there_in_clear(on: tuple[bytes, list[str]], account: Account) -> None:
    secret, codes = on
    assert secret not in bytes(SecondFactor.objects.get(account=account).sealed)
    assert {one.lookup for one in RecoveryCode.objects.all()}.isdisjoint(codes)
    assert teams.secret_begun(account) is None


def test_a_code_opens_once(cast: Cast, account: Account, on: tuple[bytes, list[str]]) -> None:
    secret, _ = on
    now = code(secret)
    assert through(cast, account, now)
    assert not through(cast, account, now)
    assert not through(cast, account, code(secret, later=-1))  # older than one that was used
    assert through(cast, account, code(secret, later=1))


def test_a_clock_may_be_half_a_minute_off_and_no_more(
    cast: Cast, account: Account, on: tuple[bytes, list[str]]
) -> None:
    secret, _ = on
    assert not through(cast, account, code(secret, later=-2))
    assert not through(cast, account, code(secret, later=2))
    assert through(cast, account, code(secret, later=-1))


def test_a_recovery_code_opens_once_however_it_is_typed(
    cast: Cast, account: Account, on: tuple[bytes, list[str]]
) -> None:
    _, codes = on
    assert through(cast, account, codes[0].upper().replace("-", " "))
    assert not through(cast, account, codes[0])
    assert teams.codes_left(account) == factor.CODES - 1
    assert Entry.objects.filter(did="teams.recovery_code_used").count() == 1


def test_after_five_wrong_codes_even_the_right_one_waits_a_quarter_of_an_hour(
    cast: Cast, account: Account, on: tuple[bytes, list[str]]
) -> None:
    secret, codes = on
    assert [through(cast, account, "000000") for _ in range(5)] == [False] * 5
    for right in (code(secret), codes[0]):
        with pytest.raises(Refused) as refusal:
            second_factor.check(by=cast.secretary, account=account, code=right)
        assert refusal.value.status == 429
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert through(cast, account, code(secret))


def test_a_right_code_forgets_the_wrong_ones(cast: Cast, account: Account, on: tuple[bytes, list[str]]) -> None:
    secret, codes = on
    for right in (code(secret), codes[0]):
        assert [through(cast, account, "000000") for _ in range(4)] == [False] * 4
        assert through(cast, account, right)


def test_new_recovery_codes_end_the_old_ones(cast: Cast, account: Account, on: tuple[bytes, list[str]]) -> None:
    _, old = on
    new = second_factor.new_codes(by=cast.secretary, account=account)
    assert not through(cast, account, old[0])
    assert through(cast, account, new[0])


def test_nobody_touches_anothers(cast: Cast, account: Account, on: tuple[bytes, list[str]]) -> None:
    for deed in (second_factor.begin, second_factor.new_codes):
        with pytest.raises(Refused):
            deed(by=cast.nurse, account=account)
    with pytest.raises(NotAllowed):
        second_factor.turn_off(by=cast.nurse, account=account, because="ลอง")
    assert Account.objects.get(pk=account.pk).second_factor_at is not None


def test_the_installation_turns_it_off_with_a_reason(cast: Cast, account: Account, on: tuple[bytes, list[str]]) -> None:
    with pytest.raises(BadInput):
        second_factor.turn_off(by=INSTALLATION, account=account)
    second_factor.turn_off(by=INSTALLATION, account=account, because="โทรศัพท์หาย")
    assert not SecondFactor.objects.exists()
    assert not RecoveryCode.objects.exists()
    told = Entry.objects.get(did="teams.second_factor_off")
    assert (told.to, told.because) == (f"member:{account.member_id}", "โทรศัพท์หาย")
    assert not Details.objects.filter(entry=told.id).exists()


def test_a_whole_district_is_wide_and_a_subdistrict_is_not(cast: Cast) -> None:
    wide = {name for name, actor in cast.actors.items() if factor.is_wide(actor.mandate)}
    assert wide == {"secretary"}  # the region's secretary sees nobody

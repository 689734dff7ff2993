"""`sanam member`: what the installation does for a member who cannot do it themselves."""

from __future__ import annotations

import argparse
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import NotHere

NEEDS_DJANGO = True
HELP_TH = "ช่วยสมาชิกที่เข้าใช้ไม่ได้: ปิดยืนยันสองชั้นเมื่อโทรศัพท์หาย"
HELP_EN = "help a member who cannot get in: turn the second factor off when the phone is lost"


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="deed", required=True, metavar="DEED", parser_class=type(parser))
    told = "ปิดยืนยันสองชั้น และให้ทุกเครื่องออกจากระบบ / turn the second factor off, and sign every device out"
    off = kinds.add_parser("second-factor-off", help=told, description=told)
    off.add_argument("username", metavar="USERNAME", help="ชื่อผู้ใช้ / the user name")
    off.add_argument("--because", required=True, metavar="WHY", help="เหตุผล จะอยู่ในสมุดบันทึก / why; it is journalled")


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Returns {"member", "devices"}. Ask the person by voice or face first: whoever holds the password gets in then."""
    from django.db import transaction

    from sanam.domain.teams import queries as teams
    from sanam.domain.teams.operations import devices, second_factor

    account = teams.account_of(options.username)
    if account is None:
        raise NotHere("member.not_here", f"ไม่มีชื่อผู้ใช้ {options.username}", f"There is no user name {options.username}.")
    with transaction.atomic():
        second_factor.turn_off(by=INSTALLATION, account=account, because=options.because)
        gone = devices.sign_out_all(by=INSTALLATION, account=account)
        _tell_member(account.member_id)
    return {"member": str(account.member_id), "devices": gone}


def _tell_member(member: Any) -> None:
    """At their seats, where they will be next: if it was not they who asked, they learn of it."""
    from sanam.domain.notices import operations as notices
    from sanam.domain.teams import queries as teams

    for place in teams.places(member):
        notices.tell(
            by=INSTALLATION,
            seat=str(place.seat.id),
            kind="second_factor_off",
            about=f"member:{member}",
            th="ผู้ดูแลระบบปิดยืนยันสองชั้นของบัญชีให้แล้ว ถ้าไม่ได้ขอ เปลี่ยนรหัสผ่านและบอกผู้ดูแลระบบ",
            en="Your second factor was turned off. If you did not ask for it, change your password and tell us.",
            path="/account/second-factor/",
        )

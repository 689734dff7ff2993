"""Who may shape a team."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.teams.models import Account, Member
from sanam.domain.teams.words import Can


def check_can_set_up(actor: Actor) -> None:
    """Only the installation shapes bodies and seats for now; raises NotAllowed otherwise."""
    if not actor.may(Can.SET_UP_TEAMS):
        raise NotAllowed(
            "teams.not_yours_to_set_up",
            "ที่นั่งนี้ตั้งทีมหรือที่นั่งไม่ได้ ขอให้ผู้ดูแลระบบของอำเภอช่วย",
            "This seat cannot set up teams or seats; ask whoever runs the district's system.",
        )


def check_can_see_teams(actor: Actor) -> None:
    """Whoever has a seat sees who we are, and so does the installation; raises NotAllowed for anybody else."""
    if actor.kind not in {ActorKind.SEAT, ActorKind.INSTALLATION}:
        raise NotAllowed("teams.seats_only", "เห็นทีมได้เมื่อมีที่นั่ง", "Teams are shown to those who have a seat.")


def check_not_for_oneself(actor: Actor, member: Member) -> None:
    """Nobody changes their own seat, mandate or scope, by any path; raises NotAllowed."""
    if actor.member and actor.member == str(member.id):
        raise NotAllowed(
            "teams.not_for_oneself",
            "เปลี่ยนที่นั่งของตัวเองไม่ได้ ต้องให้คนอื่นเป็นผู้ทำ",
            "Nobody changes their own seat; someone else has to do it.",
        )


def check_own(actor: Actor, account: Account) -> None:
    """Raises Refused for anybody else's account."""
    if actor.member != str(account.member_id):
        raise Refused("teams.not_your_account", "นี่ไม่ใช่บัญชีของคุณ", "That account is not yours.", status=403)

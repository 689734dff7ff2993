"""The links of a letter: made from the installation's key and told to nobody else; the database alone makes none."""

from __future__ import annotations

import hmac
import secrets

from django.conf import settings

from sanam.domain.foundation import sealing
from sanam.domain.notices.models import Mailbox

CONFIRM, STOP = "confirm", "stop"


def new_nonce() -> str:
    """What a one-time link is made from; another nonce, and every link made before is dead."""
    return secrets.token_hex(16)


def token(mailbox: Mailbox, what: str) -> str:
    """The secret part of a link: to confirm, good for one address once; to stop, good while the address stays."""
    return sealing.keyed_hash(_about(mailbox, what), f"notices.{what}")


def fits(mailbox: Mailbox, what: str, given: str) -> bool:
    """Whether this is the secret of a link we sent, by whichever key we had then."""
    known = sealing.keyed_hashes(_about(mailbox, what), f"notices.{what}")
    return any(hmac.compare_digest(one.encode(), given.encode()) for one in known)


def link(mailbox: Mailbox, what: str) -> str:
    """The whole link, at the address this installation says it has; never at one a request claimed."""
    return f"{settings.SANAM_URL}/mail/{mailbox.id}/{token(mailbox, what)}/{what}/"


def _about(mailbox: Mailbox, what: str) -> str:
    return f"{mailbox.id}:{mailbox.nonce if what == CONFIRM else mailbox.address}"

"""Handing letters to the mail server; nothing here touches the database, so nothing waits for a server in it."""

from __future__ import annotations

from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from sanam.domain.foundation import sealing
from sanam.domain.notices.letters import text
from sanam.domain.notices.letters.links import STOP, link
from sanam.domain.notices.models import Letter

FOR_GOOD = 500
"""From this reply code on, a server says that trying again will not help (RFC 5321, 4.2.1)."""


def is_set_up() -> bool:
    """Whether this installation sends e-mail at all: a server to hand it to, and an address for its links."""
    return bool(settings.SENDS_MAIL and settings.SANAM_URL)


def open_post() -> BaseEmailBackend:
    """A connection that several letters share."""
    connection: BaseEmailBackend = get_connection(fail_silently=False)
    return connection


def hand_over(letter: Letter, post: BaseEmailBackend) -> tuple[bool, str]:
    """Hand one letter over: (whether it makes no sense to try again, what went wrong in a word, empty if nothing)."""
    try:
        message(letter, post).send()
    except SMTPRecipientsRefused as refused:
        codes = [code for code, _reply in refused.recipients.values()]
        return min(codes, default=0) >= FOR_GOOD, type(refused).__name__
    except SMTPResponseException as reply:
        # what is said of the letter itself is final; of us (sender, sign-in) it can be put right
        final = isinstance(reply, SMTPDataError) and reply.smtp_code >= FOR_GOOD
        return final, f"{type(reply).__name__} {reply.smtp_code}"
    except (SMTPException, OSError) as reason:
        return False, type(reason).__name__
    return True, ""


def message(letter: Letter, post: BaseEmailBackend) -> EmailMessage:
    """The letter as it travels. Its Message-ID stays the same when it is sent again, so a double is known as one."""
    host = urlsplit(settings.SANAM_URL).hostname or "localhost"
    known_by = sealing.keyed_hash(letter.key, "notices.letter")[:32]
    return EmailMessage(
        subject=text.subject(letter),
        body=text.body(letter),
        to=[letter.mailbox.address],
        connection=post,
        headers={
            "Message-ID": f"<{known_by}@{host}>",
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{link(letter.mailbox, STOP)}>",
        },
    )

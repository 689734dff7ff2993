"""A mail server of our own for tests: a real conversation over a real socket (RFC 5321), and what it was told."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Office:
    """Where letters arrive: the envelope's addresses and the letters, and how the server answers whom."""

    port: int = 0
    letters: list[tuple[str, list[str], EmailMessage]] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)


class Clerk(socketserver.StreamRequestHandler):
    """One conversation: EHLO, MAIL, RCPT, DATA, QUIT; `office.answers` may answer a verb otherwise."""

    server: PostOffice
    timeout = 5

    def handle(self) -> None:
        self.sender, self.to = "", []
        self._say("220 test")
        while line := self.rfile.readline():
            text = line.decode().strip()
            verb = text.split(" ")[0].upper()
            self.server.office.heard.append(verb)
            if verb == "QUIT":
                self._say("221 bye")
                return
            self._say(self.server.office.answers.get(verb) or self._answer(verb, text))

    def _answer(self, verb: str, text: str) -> str:
        office = self.server.office
        address = text.partition("<")[2].partition(">")[0]
        if verb == "MAIL":
            self.sender, self.to = address, []
        elif verb == "RCPT":
            if address in office.refuses:
                return office.refuses[address]
            self.to.append(address)
        elif verb == "DATA":
            self._say("354 go on")
            whole = b""
            while (line := self.rfile.readline()) != b".\r\n":
                whole += line[1:] if line.startswith(b".") else line
            message = message_from_bytes(whole, policy=policy.default)
            assert isinstance(message, EmailMessage)
            office.letters.append((self.sender, self.to, message))
        return "250 ok"

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class PostOffice(socketserver.ThreadingTCPServer):
    """Listens on this machine only."""

    allow_reuse_address, daemon_threads = True, True

    def __init__(self, office: Office) -> None:
        super().__init__(("127.0.0.1", 0), Clerk)
        self.office = office
        office.port = self.server_address[1]


@contextmanager
def post_office() -> Iterator[Office]:
    """A server that runs while the test does."""
    office = Office()
    with PostOffice(office) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield office
        server.shutdown()
        thread.join()

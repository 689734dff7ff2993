"""How a line is read: help and complaints in the reader's language, one clear sentence for a wrong line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from sanam.interfaces.cli.language import language

HELP = "แสดงวิธีใช้แล้วจบ / show this help and stop"
JSON = "ตอบเป็นเอกสาร JSON ฉบับเดียว / answer with one JSON document"
# What argparse says in English, and the same in both languages. Its wording has changed between versions
# of Python, so only what stays is matched; what nobody foresaw comes through as it is.
COMPLAINTS: tuple[tuple[str, str, str], ...] = (
    (r"the following arguments are required: (.+)", "ยังขาด {0}", "Still missing: {0}."),
    (r"unrecognized arguments: (.+)", "ไม่รู้จัก {0}", "Not known here: {0}."),
    (
        r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)",
        "{0} ไม่มี {1} เลือกได้: {2}",
        "{0} cannot be {1}; choose from {2}.",
    ),
    (r"argument (\S+): invalid int value: (.+)", "{0} ต้องเป็นจำนวนเต็ม ไม่ใช่ {1}", "{0} needs a whole number, not {1}."),
    (r"argument (\S+): expected .*argument.*", "{0} ต้องตามด้วยค่า", "{0} needs a value after it."),
    (r"argument (\S+): not allowed with argument (\S+)", "ใช้ {0} พร้อมกับ {1} ไม่ได้", "{0} cannot stand with {1}."),
    (r"one of the arguments (.+) is required", "ต้องมีหนึ่งใน {0}", "One of these is needed: {0}."),
    (r"ambiguous option: (\S+) could match (.+)", "{0} เป็นได้หลายอย่าง: {1}", "{0} could be any of {1}."),
    (r"argument (\S+): (.+)", "{0} ใช้ค่านี้ไม่ได้ {1}", "{0} cannot be used like this: {1}."),
)


class WrongUsage(Exception):
    """A line that cannot be read, and why, in both languages."""

    def __init__(self, th: str, en: str, parser: argparse.ArgumentParser) -> None:
        super().__init__(th, en)
        self.th, self.en, self.parser = th, en, parser


class Formatter(argparse.HelpFormatter):
    """Lays help out with Thai or English headings, and picks that half of a "ไทย / English" text."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, in_one("วิธีใช้: / usage: ") + " " if prefix is None else prefix)

    def _expand_help(self, action: argparse.Action) -> str:
        return in_one(super()._expand_help(action))


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Thai or English and raises WrongUsage instead of ending the process."""

    def __init__(self, **said: Any) -> None:
        super().__init__(**{"formatter_class": Formatter, **said, "add_help": False})
        self._positionals.title = in_one("สิ่งที่ต้องบอก / what to say")
        self._optionals.title = in_one("ตัวเลือก / options")
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=HELP)

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(*complaint(message), self)


def in_one(text: str) -> str:
    """The reader's half of "ไทย / English"; a text without both halves is given back whole."""
    return halves(text)[0 if language() == "th" else 1]


def halves(text: str) -> tuple[str, str]:
    """Thai and English of "ไทย / English"; twice the same when there is only one of them."""
    th, between, en = text.partition(" / ")
    return (th, en.strip()) if between else (text, text)


def complaint(message: str) -> tuple[str, str]:
    """What argparse complains of, as one sentence in Thai and one in English."""
    for pattern, th, en in COMPLAINTS:
        if found := re.fullmatch(pattern, message, re.S):
            return th.format(*found.groups()), en.format(*found.groups()).replace("..", ".")
    return message, message


def add_json(parser: argparse.ArgumentParser, *, within: bool = False) -> None:
    """Give a verb, and every verb within it, the `--json` that all of them have."""
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS if within else False, help=JSON)
    for inner in inside(parser).values():
        add_json(inner, within=True)


def inside(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The verbs within a verb, by name."""
    found: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found |= action.choices
    return found

"""A line that cannot be read: one sentence in the reader's language, exit code 2."""

from __future__ import annotations

import argparse

import pytest
from django.db import OperationalError, ProgrammingError

from sanam.interfaces.cli.main import known_verbs
from sanam.interfaces.cli.usage import WrongUsage, complaint
from tests.interfaces.cli.typing_it import Terminal

WRONG = [
    (("nosuch",), "nosuch", "nosuch"),
    (("import", "f43"), "ยังขาด file", "Still missing: file."),
    (("serve", "--port", "x"), "ต้องเป็นจำนวนเต็ม", "needs a whole number"),
    (("serve", "--port"), "--port ต้องตามด้วยค่า", "--port needs a value after it."),
    (("tick", "--nosuch"), "ไม่รู้จัก --nosuch", "Not known here: --nosuch."),
    (("check", "nosuch"), "CHECK ใช้ค่านี้ไม่ได้", "cannot be used like this"),
    (("export",), "ยังขาด KIND", "Still missing: KIND."),
]


@pytest.mark.parametrize(("line", "th", "en"), WRONG, ids=[" ".join(line) for line, _, _ in WRONG])
def test_a_wrong_line_is_told_in_one_sentence_of_the_readers_language(
    terminal: Terminal, line: tuple[str, ...], th: str, en: str
) -> None:
    for locale, said in (("th_TH.UTF-8", th), ("en_GB.UTF-8", en)):
        terminal.speak(locale)
        typed = terminal.type(*line)
        assert (typed.code, typed.out) == (2, "")
        sentence, where, *more = typed.err.splitlines()
        assert said in sentence
        assert "--help" in where
        assert more == []


def test_with_json_a_wrong_line_is_one_document(terminal: Terminal) -> None:
    typed = terminal.type("tick", "--nosuch", "--json")
    assert typed.code == 2
    assert typed.document["refused"] == {
        "code": "usage",
        "th": "ไม่รู้จัก --nosuch",
        "en": "Not known here: --nosuch.",
    }


def test_nothing_typed_shows_the_verbs(terminal: Terminal) -> None:
    typed = terminal.type()
    assert typed.code == 2
    assert set(known_verbs()) <= set(typed.err.split())


@pytest.mark.parametrize("verb", sorted(known_verbs()))
def test_help_speaks_one_language(terminal: Terminal, verb: str) -> None:
    terminal.speak("th_TH.UTF-8")
    thai = terminal.type(verb, "--help")
    terminal.speak("en_US.UTF-8")
    english = terminal.type(verb, "--help")
    assert (thai.code, english.code) == (0, 0)
    assert "วิธีใช้" in thai.out
    assert "usage:" not in thai.out
    assert not any("\u0e00" <= letter <= "\u0e7f" for letter in english.out)


def test_what_argparse_says_today_is_known_to_us() -> None:
    """Its own sentences are matched, so a version of Python that says them anew is noticed here."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("kind", choices=["f43"])
    with pytest.raises(argparse.ArgumentError) as found:
        parser.parse_args(["f44"])
    assert complaint(str(found.value))[1].startswith("kind cannot be")


def test_what_nobody_foresaw_comes_through() -> None:
    assert complaint("something new") == ("something new", "something new")
    assert WrongUsage("ก", "a", argparse.ArgumentParser()).args == ("ก", "a")


@pytest.mark.django_db
@pytest.mark.parametrize("line", [("export", "people"), ("import", "f43", "nosuch.zip"), ("export", "paper", "x")])
def test_with_json_a_refusal_is_exactly_one_document(terminal: Terminal, line: tuple[str, ...]) -> None:
    typed = terminal.type(*line, "--json")
    assert typed.code == 1
    assert set(typed.document["refused"]) >= {"code", "th", "en"}
    assert typed.err.strip() == typed.document["refused"]["en"]


@pytest.mark.django_db
@pytest.mark.parametrize("error", [OperationalError, ProgrammingError])
def test_a_database_that_cannot_be_used_is_a_sentence_and_not_a_traceback(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken(seat_id: str) -> None:
        raise error("password=secret")

    monkeypatch.setattr("sanam.domain.teams.queries.account_of", broken)
    typed = terminal.type("export", "people", "--as", "nurse", "--json")
    assert (typed.code, typed.document["refused"]["code"]) == (1, "database.not_ready")
    assert "secret" not in typed.out + typed.err


@pytest.mark.django_db
def test_a_mistake_of_our_own_is_not_hidden(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(seat_id: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sanam.domain.teams.queries.account_of", broken)
    with pytest.raises(ZeroDivisionError):
        terminal.type("export", "people", "--as", "nurse")

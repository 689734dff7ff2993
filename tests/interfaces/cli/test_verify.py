"""`sanam verify all`: what must hold is asked of every room, and the first that does not is named."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.media import operations as media
from sanam.domain.media.models import Kept
from sanam.domain.registry.models import Household, Identifier, Person
from sanam.domain.teams.models import Seat
from tests.cast import Cast
from tests.domain.media.images import jpeg
from tests.interfaces.cli.typing_it import Terminal


@pytest.fixture
def picture(field: Cast, tmp_path: Path, settings: Any) -> Path:
    """A kept picture, and where its bytes lie."""
    settings.MEDIA_ROOT = tmp_path / "media"
    media.keep_picture(by=field.nurse, source=BytesIO(jpeg()), file_name="", owner="gathering:1")
    name = Kept.objects.get().stored_name
    return tmp_path / "media" / name[:2] / name


def broken(terminal: Terminal) -> tuple[int, dict[str, int], str]:
    """Exit code, how much each broken check names, and what is named first."""
    typed = terminal.type("verify", "all", "--json")
    told = typed.document
    found = {check["name"]: len(check["found"]) for check in told["checks"] if not check["ok"]}
    return typed.code, found, (told["broken"] or {}).get("what", "")


def test_a_whole_installation_is_whole(terminal: Terminal, picture: Path) -> None:
    assert broken(terminal) == (0, {}, "")
    assert len(terminal.type("verify", "all", "--json").document["checks"]) >= 10


def spoil_name() -> None:
    Person.objects.filter(given="เอียด").update(search_text="ใครก็ไม่รู้")


def lose_number() -> None:
    Identifier.objects.filter(person__given="เอียด").delete()


def swap_numbers() -> None:
    one, other = Identifier.objects.exclude(sealed=None).order_by("id")[:2]
    Identifier.objects.filter(pk=one.pk).update(sealed=other.sealed)


def spoil_seal() -> None:
    Identifier.objects.filter(person__given="เอียด").update(sealed=b"not sealed at all")


def move_house() -> None:
    Household.objects.filter(house_no="47").update(area_code="93051207")


def forget_role() -> None:
    Seat.objects.filter(role="regional_secretary").update(role="nosuch")


def spoil_areas() -> None:
    Seat.objects.filter(role="regional_secretary").update(areas=[""])


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (spoil_name, {"registry.names": 1}),
        (lose_number, {"registry.numbers": 1}),
        (swap_numbers, {"registry.sealed": 1}),
        (spoil_seal, {"registry.sealed": 1}),
        (move_house, {"registry.places": 2}),
        (forget_role, {"teams.mandates": 1}),
        (spoil_areas, {"teams.mandates": 1}),
    ],
)
def test_what_does_not_hold_is_named(
    terminal: Terminal, field: Cast, spoil: Callable[[], None], found: dict[str, int]
) -> None:
    spoil()
    assert broken(terminal) == (1, found, next(iter(found)))


def test_a_picture_with_other_bytes_or_none_and_a_file_of_nobody_are_named(terminal: Terminal, picture: Path) -> None:
    told = picture.read_bytes()
    picture.write_bytes(told + b"x")
    assert broken(terminal) == (1, {"media.bytes": 1}, "media.bytes")
    picture.unlink()
    assert broken(terminal) == (1, {"media.bytes": 1}, "media.bytes")
    picture.write_bytes(told)
    (folder := picture.parents[1] / "ff").mkdir(exist_ok=True)
    (folder / ("f" * 32)).write_bytes(b"whose?")
    assert broken(terminal) == (1, {"media.strays": 1}, "media.strays")
    (folder / f"{'f' * 32}.undecided").touch()
    assert broken(terminal) == (0, {}, "")  # somebody is about to commit, or the sweep will see to it


def test_sentences_hold_no_name_and_no_number(terminal: Terminal, field: Cast) -> None:
    spoil_name()
    swap_numbers()
    told = terminal.type("verify", "all").out
    assert "เอียด" not in told
    assert "ทองนุ่น" not in told
    assert "person:" in told

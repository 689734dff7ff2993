"""`sanam decide`: a plain file is counted as the rules say, however it is spelt, and one sentence says why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.rules.deciding.spelling import ANSWERS, CALLS, METHODS, OFFERED
from sanam.domain.rules.words import Method
from tests.interfaces.cli.typing_it import Terminal, Typed

LEGS = ("ท้องถิ่น", "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน")
Changes = dict[str, Any]


def asked(*values: Any, **changes: Any) -> Changes:
    """Four legs of two seats, the last vacant; the first seats of the first legs answer."""
    legs = {name: {"seats": 2, "filled": 2} for name in LEGS[:3]} | {LEGS[3]: {"seats": 2, "filled": 0}}
    responses = [
        {"leg": leg, "seat": 1, "value": value, "assisted": False} for leg, value in zip(LEGS, values, strict=False)
    ]
    return {"legs": legs, "method": "consent", "call": 1, "responses": responses} | changes


def typed(terminal: Terminal, folder: Path, said: Any, *, as_json: bool = True) -> Typed:
    file = folder / "asked.json"
    file.write_bytes(said if isinstance(said, bytes) else json.dumps(said, ensure_ascii=False).encode())
    return terminal.type("decide", str(file), *["--json"] * as_json)


def result(terminal: Terminal, folder: Path, said: Any) -> str:
    return str(typed(terminal, folder, said).document["result"])


def test_it_answers_with_everything_a_page_shows(terminal: Terminal, tmp_path: Path) -> None:
    told = typed(terminal, tmp_path, asked("yes", "yes", "no", method="two_thirds")).document
    assert (told["result"], told["reason"], told["missing_legs"]) == ("not_adopted", "leg_short", [LEGS[3]])
    assert (told["share"], told["below_half"], told["not_bound"]) == ("2/3", [LEGS[2]], [LEGS[3]])
    assert told["quorum"] == {"legs": 4, "need": 3, "heard": 3, "met": True}
    assert told["legs"][LEGS[2]] == {
        "seats": 2,
        "filled": 2,
        "answered": 1,
        "assisted": 0,
        "missing": False,
        "share": "0",
        "said": {"no": 1},
        "for": 0,
        "aside": 0,
        "against": 1,
        "settled": 0,
    }
    assert told["legs"][LEGS[3]]["share"] is None


def test_what_the_calendar_holds_next_is_said(terminal: Terminal, tmp_path: Path) -> None:
    first = typed(terminal, tmp_path, asked("consent")).document
    assert (first["result"], first["second_call_days"]) == ("second_call", [7, 14])
    second = typed(terminal, tmp_path, asked("consent", call=2)).document
    assert (second["result"], second["provisional_days"]) == ("provisional", 90)
    assert second["may_reopen_once"] == second["missing_legs"] == list(LEGS[1:])


@pytest.mark.parametrize("spelt", ["{}", " {} ", "upper", "-", "_"])
@pytest.mark.parametrize("method", list(Method))
def test_a_method_may_be_spelt_in_many_ways(terminal: Terminal, tmp_path: Path, method: Method, spelt: str) -> None:
    for word in METHODS[method]:
        written = (
            word.upper() if spelt == "upper" else word.replace(" ", spelt) if spelt in "-_" else spelt.format(word)
        )
        assert typed(terminal, tmp_path, asked("agree", "agree", method=written)).document["method"] == method


@pytest.mark.parametrize("method", [one for one in Method if OFFERED[one]])
def test_every_answer_may_be_spelt_in_many_ways(terminal: Terminal, tmp_path: Path, method: Method) -> None:
    for meant, words in ANSWERS.items():
        for word in words:
            one = typed(terminal, tmp_path, asked(word, method=method))
            if meant in OFFERED[method]:
                assert one.document["legs"][LEGS[0]][meant] == 1
            else:
                assert one.document["refused"]["code"] == "deciding.value"


def test_no_spelling_means_two_things() -> None:
    for spellings in (ANSWERS, METHODS, CALLS):
        words = [word for group in spellings.values() for word in group]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(("written", "call"), [(1, 1), ("first", 1), ("๒", 2), ("Second", 2), ("ครั้งที่สอง", 2)])
def test_a_call_is_a_number_or_a_word(terminal: Terminal, tmp_path: Path, written: Any, call: int) -> None:
    assert typed(terminal, tmp_path, asked("consent", call=written)).document["call"] == call


def test_what_is_left_out_is_what_is_usual(terminal: Terminal, tmp_path: Path) -> None:
    """Consent, the first call, a seat's own answer; an empty value is no answer yet."""
    bare = asked("consent", None, "")
    del bare["method"], bare["call"]
    for one in bare["responses"]:
        del one["assisted"]
    told = typed(terminal, tmp_path, bare).document
    assert (told["method"], told["call"], told["result"], told["blank"]) == ("consent", 1, "second_call", 2)


def test_a_seat_s_own_answer_stands_over_one_written_down_for_it(terminal: Terminal, tmp_path: Path) -> None:
    said = asked("object", "consent", "consent")
    said["responses"].append({"leg": LEGS[0], "seat": "1", "value": "consent", "assisted": True})
    for responses in (said["responses"], said["responses"][::-1]):
        told = typed(terminal, tmp_path, said | {"responses": responses}).document
        assert (told["result"], told["legs"][LEGS[0]]["answered"]) == ("not_adopted", 1)


def test_the_same_said_twice_is_said_once(terminal: Terminal, tmp_path: Path) -> None:
    said = asked("yes", "yes", "no", method="two_thirds")
    said["responses"] *= 2
    assert typed(terminal, tmp_path, said).document["share"] == "2/3"


@pytest.mark.parametrize(
    ("objection", "told"), [("open", "not_adopted"), ("integrated", "adopted"), ("tested_not_valid", "adopted")]
)
def test_only_an_open_objection_stands_in_the_way(
    terminal: Terminal, tmp_path: Path, objection: str, told: str
) -> None:
    said = asked("consent", "consent", "object")
    said["responses"][2]["objection"] = objection
    assert result(terminal, tmp_path, said) == told
    assert result(terminal, tmp_path, said | {"method": "two-thirds"}) == "not_adopted"


def test_a_quorum_of_its_own(terminal: Terminal, tmp_path: Path) -> None:
    assert result(terminal, tmp_path, asked("consent", "consent", quorum="1/2")) == "adopted"
    assert result(terminal, tmp_path, asked("consent", "consent", "consent", quorum=1)) == "second_call"


def test_what_was_not_used_is_said(terminal: Terminal, tmp_path: Path) -> None:
    answer = typed(terminal, tmp_path, asked("consent", title="กติกาข้อ ๓"))
    assert (answer.document["ignored"], answer.err) == (["title"], "Not used: title\n")


def test_it_says_so_in_words_and_in_both_languages(terminal: Terminal, tmp_path: Path) -> None:
    english = typed(terminal, tmp_path, asked("agree", "for", "yes")).document["why"]
    assert english == (
        "Adopted: no objection is open; 3 of 4 legs were heard, the quorum is 3; "
        f"nobody sits in {LEGS[3]}, which is not bound."
    )
    terminal.speak("th_TH.UTF-8")
    shown = typed(terminal, tmp_path, asked("ยินยอม", "ยินยอม", "ยินยอม"), as_json=False).out
    assert shown.startswith("ตกลงแล้ว เพราะไม่มีใครติดใจ")
    assert shown.splitlines()[1:] == [*(f"  ✓ {leg}  1/2  รับ 1" for leg in LEGS[:3]), f"  – {LEGS[3]}  0/0"]

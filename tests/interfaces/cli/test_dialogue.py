"""`sanam dialogue file`: a room is counted again from plain files, and one sentence says why not."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from tests.domain.dialogue.counting.rooms import polis, rows_of
from tests.interfaces.cli.typing_it import Terminal, Typed

Rows = list[tuple[str, ...]]
VOTES: Rows = [
    ("participant", "statement", "vote"),
    *[(f"ก{at}", "รถรับส่งผู้ป่วย", "1") for at in range(3)],
    *[(f"ข{at}", "รถรับส่งผู้ป่วย", vote) for at, vote in enumerate(("1", "1", "0", "-1"))],
]
GROUPS: Rows = [("participant", "group"), *[(f"{leg}{at}", leg) for leg in "กข" for at in range(4)]]


def csv_of(path: Path, rows: Rows, *, ends: str = "\n", encoding: str = "utf-8", between: str = ",") -> Path:
    lines = (between.join(f'"{cell}"' if between in cell else cell for cell in row) for row in rows)
    path.write_bytes("".join(line + ends for line in lines).encode(encoding))
    return path


def counted(terminal: Terminal, folder: Path, votes: Rows, groups: Rows = GROUPS, dots: Rows | None = None) -> Typed:
    words = [str(csv_of(folder / "votes.csv", votes)), "--groups", str(csv_of(folder / "groups.csv", groups))]
    if dots is not None:
        words += ["--dots", str(csv_of(folder / "dots.csv", dots))]
    return terminal.type("dialogue", "file", *words, "--json")


def test_a_published_room_gives_the_published_consensus(terminal: Terminal, tmp_path: Path) -> None:
    counts, published = polis()
    votes, groups = rows_of(counts)
    told = counted(
        terminal,
        tmp_path,
        [("participant", "statement", "vote"), *[(person, statement, str(vote)) for person, statement, vote in votes]],
        [("participant", "group"), *groups.items()],
    ).document
    assert (told["groups"], told["participants"], len(told["statements"])) == (["g0", "g1", "g2"], 27, 57)
    assert max(abs(one["gic"] ** 3 - published[one["statement"]]) for one in told["statements"]) < 1e-12


def test_the_document_says_what_was_asked(terminal: Terminal, tmp_path: Path) -> None:
    told = counted(terminal, tmp_path, VOTES).document
    assert told["statements"] == [
        {
            "statement": "รถรับส่งผู้ป่วย",
            "gic": pytest.approx((4 / 5 * 3 / 6) ** 0.5, rel=1e-12),
            "lowest": {"group": "ข", "agreement": 0.5},
            "floor_met": True,
            "common": True,
            "by_group": {
                "ก": {"agree": 3, "disagree": 0, "pass": 0, "seen": 3},
                "ข": {"agree": 2, "disagree": 1, "pass": 1, "seen": 4},
            },
        }
    ]
    assert (told["groups"], told["participants"], told["ignored"]) == (["ก", "ข"], 7, {"repeated": 0})
    assert (told["emphases"], told["clusters"]) == (None, None)


def test_the_same_twice_and_in_any_order_of_rows(terminal: Terminal, tmp_path: Path) -> None:
    dice = Random(5)
    people = [f"p{at}" for at in range(60)]
    votes: Rows = [(p, f"s{s}", str(dice.choice((-1, 0, 1)))) for p in people for s in range(20) if dice.random() < 0.8]
    groups: Rows = [(person, f"leg{at % 4}") for at, person in enumerate(people)]
    dots: Rows = [(person, f"s{dice.randrange(4)}", str(dice.randrange(1, 10))) for person in people]
    documents = set()
    for _ in range(3):
        documents.add(
            counted(
                terminal,
                tmp_path,
                [("participant", "statement", "vote"), *votes],
                [("participant", "group"), *groups],
                [("participant", "statement", "dots"), *dots],
            ).out
        )
        for rows in (votes, groups, dots):
            dice.shuffle(rows)
    assert len(documents) == 1
    told = json.loads(documents.pop())
    assert told["clusters"]["participants"] == 60
    assert len(told["emphases"]["distances"]) == 6


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_whatever_program_wrote_it(terminal: Terminal, tmp_path: Path, between: str, encoding: str) -> None:
    """Windows line ends, columns in another order and under Thai names, texts with commas, a column of no use."""
    said = "อสม. ไปด้วยกัน, ทุกเดือน; ไม่ทิ้งใคร"
    rows: Rows = [("เวลา", "เสียง", "ข้อความ", "คน"), *[("9.30", "๑", said, f"ก{at}") for at in range(3)]]
    votes = csv_of(tmp_path / "v.csv", rows, ends="\r\n", encoding=encoding, between=between)
    groups = csv_of(
        tmp_path / "g.csv",
        [("ขา", "ผู้ร่วมวง"), *[("ก", f"ก{at}") for at in range(3)]],
        ends="\r\n",
        encoding=encoding,
        between=between,
    )
    told = terminal.type("dialogue", "file", str(votes), "--groups", str(groups), "--json").document
    assert [(one["statement"], one["common"]) for one in told["statements"]] == [(said, True)]


def test_quoted_text_may_hold_quotes_and_lines(terminal: Terminal, tmp_path: Path) -> None:
    votes = tmp_path / "v.csv"
    votes.write_text('participant,"statement",vote\nก0,"ว่า ""ไปด้วยกัน""\nทุกเดือน",1\n', encoding="utf-8")
    groups = csv_of(tmp_path / "g.csv", GROUPS)
    told = terminal.type("dialogue", "file", str(votes), "--groups", str(groups), "--json").document
    assert told["statements"][0]["statement"] == 'ว่า "ไปด้วยกัน" ทุกเดือน'


def test_a_row_said_twice_alike_counts_once_and_is_told(terminal: Terminal, tmp_path: Path) -> None:
    told = counted(terminal, tmp_path, [*VOTES, VOTES[-1], ("ข3", "รถรับส่งผู้ป่วย", "-1.0")]).document
    once = counted(terminal, tmp_path, VOTES).document
    assert told["ignored"] == {"repeated": 2}
    assert told["statements"] == once["statements"]


def test_dots_tell_what_each_leg_stresses(terminal: Terminal, tmp_path: Path) -> None:
    dots: Rows = [("participant", "goal", "dots")]
    dots += [(f"ก{at}", goal, n) for at in range(4) for goal, n in (("รถ", "8"), ("บ้าน", "2"))]
    dots += [(f"ข{at}", goal, n) for at in range(4) for goal, n in (("รถ", "2"), ("บ้าน", "8"))]
    told = counted(terminal, tmp_path, VOTES, GROUPS, dots).document["emphases"]
    stressed = {(one["group"], one["statement"]) for one in told["emphasised"] if one["more"]}
    assert stressed == {("ก", "รถ"), ("ข", "บ้าน")}
    assert (told["kendalls_w"], told["shares"]["ก"], told["not_spoken"]) == (0, {"บ้าน": 0.2, "รถ": 0.8}, [])


HEAD = VOTES[0]


@pytest.mark.parametrize(
    ("votes", "groups", "code", "line"),
    [
        ([*VOTES, ("ก0", "น้ำ", "2")], GROUPS, "counting.unknown_vote", 9),
        ([*VOTES, ("ก0", "น้ำ", "เห็นด้วย")], GROUPS, "counting.unknown_vote", 9),
        ([*VOTES, ("", "", ""), ("ค0", "น้ำ", "1")], GROUPS, "counting.no_group", 10),
        ([*VOTES, ("ก0", "รถรับส่งผู้ป่วย", "0")], GROUPS, "counting.two_votes", 9),
        ([*VOTES, ("ก0", "น้ำ", "")], GROUPS, "relations.blank", 9),
        ([*VOTES, ("ก0",)], GROUPS, "relations.blank", 9),
        ([("participant", "statement"), ("ก0", "น้ำ")], GROUPS, "relations.no_column", 1),
        ([("participant", "statement", "opinion"), ("ก0", "น้ำ", "1")], GROUPS, "relations.no_column", 1),
        (VOTES[1:], GROUPS, "relations.no_column", 1),
        (VOTES, [("participant", "who"), ("ก0", "ก")], "relations.no_column", 1),
        (VOTES, [*GROUPS, ("ก0", "ข")], "relations.two_groups", 10),
        ([HEAD], GROUPS, "relations.empty", None),
        ([], GROUPS, "relations.empty", None),
        (VOTES, [], "relations.empty", None),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(
    terminal: Terminal, tmp_path: Path, votes: Rows, groups: Rows, code: str, line: int | None
) -> None:
    typed = counted(terminal, tmp_path, votes, groups)
    refused = typed.document["refused"]
    assert (typed.code, refused["code"]) == (1, code)
    assert len(typed.err.strip().splitlines()) == 1
    if line:
        assert f"line {line}" in refused["en"]
        assert f"แถว {line}" in refused["th"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("ก0", "รถ", "สาม"), "counting.unknown_dots"),
        (("ก0", "รถ", "-1"), "counting.unknown_dots"),
        (("ค0", "รถ", "1"), "counting.no_group"),
        (("ก1", "รถ", "4"), "counting.two_dots"),
    ],
)
def test_dots_that_cannot_be_meant_are_refused_in_their_own_file(
    terminal: Terminal, tmp_path: Path, row: tuple[str, ...], code: str
) -> None:
    typed = counted(terminal, tmp_path, VOTES, GROUPS, [("participant", "goal", "dots"), ("ก1", "รถ", "3"), row])
    refused = typed.document["refused"]
    assert (refused["code"], "In dots.csv, line 3" in refused["en"]) == (code, True)


def test_it_needs_to_know_who_is_of_which_leg(terminal: Terminal, tmp_path: Path) -> None:
    typed = terminal.type("dialogue", "file", str(csv_of(tmp_path / "v.csv", VOTES)), "--json")
    assert (typed.code, typed.document["refused"]["code"]) == (2, "usage")


def test_it_says_so_in_words_and_in_both_languages(terminal: Terminal, tmp_path: Path) -> None:
    votes = csv_of(tmp_path / "v.csv", [*VOTES, ("ก0", "น้ำ", "1")])
    words = ("dialogue", "file", str(votes), "--groups", str(csv_of(tmp_path / "g.csv", GROUPS)))
    assert "รถรับส่งผู้ป่วย · common goal" in terminal.type(*words).out
    terminal.speak("th_TH.UTF-8")
    told = terminal.type(*words).out.splitlines()
    assert "เป้าหมายร่วม" in told[0]
    assert "น้ำ · ขานี้ยังไม่ได้พูด: ก, ข" in told[1]

"""`sanam mirror`: plain files of any make are measured, and one sentence says why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.domain.mirror.books import davis, karate, written
from tests.interfaces.cli.typing_it import Terminal, Typed

Rows = list[tuple[str, ...]]


def club(folder: Path) -> tuple[Path, Path]:
    network, legs = karate()
    edges = written(folder / "edges.csv", [("source", "target"), *network.pairs()])
    return edges, written(folder / "legs.csv", [("node", "leg"), *legs.items()])


def read(terminal: Terminal, folder: Path, edges: Rows, legs: Rows | None = None, *options: str) -> Typed:
    words = ["mirror", "file", str(written(folder / "e.csv", edges)), "--json", *options]
    if legs is not None:
        words += ["--legs", str(written(folder / "l.csv", legs))]
    return terminal.type(*words)


def test_a_network_from_a_book_gives_the_books_figures(terminal: Terminal, tmp_path: Path) -> None:
    edges, legs = club(tmp_path)
    told = terminal.type("mirror", "file", str(edges), "--legs", str(legs), "--json").document
    assert set(told["ei"]) == {"observed", "expected", "p", "says"}
    assert round(told["ei"]["observed"], 4) == -0.7179
    assert {name: round(value, 4) for name, value in told["modularity"].items()} == {"legs": 0.3582, "best": 0.4198}
    assert round(told["betweenness"]["1"], 4) == 0.4376
    assert set(told["fragmentation"]["1"]) == {"F", "F_D"}
    assert (told["cut_vertices"], told["bridges"]) == (["1"], [["1", "12"]])
    assert list(told["degree"])[:3] == ["1", "2", "3"]


def test_attendance_from_a_book_gives_the_books_figures(terminal: Terminal, tmp_path: Path) -> None:
    _, events = davis()
    rows = [(name, event) for event, people in events.items() for name in sorted(people)]
    told = terminal.type("mirror", "events", str(written(tmp_path / "a.csv", rows)), "--json").document
    assert (round(told["gini"]["observed"], 4), round(told["pielou_j"], 4), round(told["hhi"], 4)) == (
        0.2341,
        0.9687,
        0.0653,
    )
    assert (told["minimum_set"]["size"], told["pairs_met"], len(told["backbone_pairs"])) == (3, 139, 4)
    assert (told["header"], told["dated"]) == (False, False)


def test_the_same_seed_gives_the_same_document(terminal: Terminal, tmp_path: Path) -> None:
    edges, legs = club(tmp_path)
    line = ("mirror", "file", str(edges), "--legs", str(legs), "--json", "--seed")
    assert terminal.type(*line, "5").out == terminal.type(*line, "5").out
    assert terminal.type(*line, "6").document["ei"]["p"] <= 0.01


def test_a_seed_is_a_whole_number(terminal: Terminal, tmp_path: Path) -> None:
    typed = read(terminal, tmp_path, [("a", "b")], None, "--seed", "-1")
    assert (typed.code, typed.document["refused"]["code"]) == (2, "usage")


def test_names_may_hold_commas_between_semicolons(terminal: Terminal, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", [("Jefferson, Evelyn", "E1"), ("Mandeville, Laura", "E1")], between=";")
    told = terminal.type("mirror", "events", str(file), "--json").document
    assert told["minimum_set"]["sets"] == [["Jefferson, Evelyn", "Mandeville, Laura"]]


@pytest.mark.parametrize("between", [",", ";", "\t", "|", " "])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_whatever_program_wrote_it(terminal: Terminal, tmp_path: Path, between: str, encoding: str) -> None:
    edges: Rows = [("ต้นทาง", "ปลายทาง"), ("ก้อย", "น้ำ"), ("น้ำ", "๓")]
    file = written(tmp_path / "e.csv", edges, between=between, encoding=encoding)
    told = terminal.type("mirror", "file", str(file), "--json").document
    assert (sorted(told["degree"]), told["cut_vertices"]) == (sorted(["๓", "ก้อย", "น้ำ"]), ["น้ำ"])


def test_loops_repetitions_and_further_columns_say_nothing_more(terminal: Terminal, tmp_path: Path) -> None:
    rows: Rows = [("a", "b", "3"), ("b", "a", "2"), ("a", "a", "1"), ("b", "c", "1"), ("", "", "")]
    told = read(terminal, tmp_path, rows).document
    assert (told["n"], told["m"], told["ignored"]) == (3, 2, {"loops": 1, "repeated": 1, "columns": 1})
    assert (told["ei"], told["modularity"]["legs"]) == (None, None)


def test_names_only_among_the_legs_are_isolates(terminal: Terminal, tmp_path: Path) -> None:
    legs: Rows = [("name", "leg"), ("A", "x"), ("B", "x"), ("C", "y"), ("alone", "y")]
    told = read(terminal, tmp_path, [("A", "B"), ("B", "C")], legs).document
    assert told["components"] == [["A", "B", "C"], ["alone"]]
    assert (told["constraint"]["alone"], told["effective_size"]["alone"]) == (None, None)
    assert told["betweenness"]["alone"] == 0


def test_a_header_no_list_knows_is_told_by_the_legs(terminal: Terminal, tmp_path: Path) -> None:
    """And a first tie between A and B is none, though many files call their columns so."""
    legs: Rows = [("node", "leg"), ("A", "x"), ("B", "y")]
    assert read(terminal, tmp_path, [("a", "b"), ("A", "B")], legs).document["n"] == 2
    assert read(terminal, tmp_path, [("A", "B")], legs).document["m"] == 1


def test_columns_are_found_by_their_header(terminal: Terminal, tmp_path: Path) -> None:
    rows: Rows = [("weight", "To", "From"), ("2", "B", "A"), ("1", "C", "B")]
    told = read(terminal, tmp_path, rows, None, "--directed").document
    assert (sorted(told["degree"]), told["betweenness"]["B"]) == (["A", "B", "C"], 0.5)


def test_directed_ties_run_one_way(terminal: Terminal, tmp_path: Path) -> None:
    told = read(terminal, tmp_path, [("a", "b"), ("b", "c"), ("b", "a")], None, "--directed").document
    assert (told["m"], told["directed"], told["density"]) == (3, True, 0.5)
    assert told["betweenness"] == {"a": 0, "b": 0.5, "c": 0}
    assert told["fragmentation"]["b"] == {"F": 1, "F_D": 1}


def test_a_single_tie_divides_by_nothing(terminal: Terminal, tmp_path: Path) -> None:
    told = read(terminal, tmp_path, [("a", "b")], [("a", "x"), ("b", "y")]).document
    assert (told["ei"]["observed"], told["ei"]["p"], told["degree_centralisation"]) == (1, 1, None)
    assert told["fragmentation"]["a"] == {"F": None, "F_D": None}
    assert "NaN" not in json.dumps(told)


def test_events_come_in_the_order_of_their_dates(terminal: Terminal, tmp_path: Path) -> None:
    rows: Rows = [
        ("person", "event", "date"),
        ("ก", "หลัง", "2 ก.พ. 2569"),
        ("ก", "ก่อน", "2026-01-05"),
        ("ข", "หลัง", "2/2/2569"),
    ]
    told = terminal.type("mirror", "events", str(written(tmp_path / "a.csv", rows)), "--json").document
    assert [(row["event"], row["newcomers"]) for row in told["newcomers"]] == [("ก่อน", 1), ("หลัง", 1)]
    bare = terminal.type("mirror", "events", str(written(tmp_path / "b.csv", rows[1:])), "--json").document
    assert (bare["dated"], bare["newcomers"]) == (True, told["newcomers"])


@pytest.mark.parametrize(
    ("edges", "legs", "code"),
    [
        ([("a", "b"), ("c",)], None, "relations.one_column"),
        ([("a", "b"), ("", "c")], None, "relations.blank"),
        ([("source", "target")], None, "relations.empty"),
        ([], None, "relations.empty"),
        ([("a", "b"), ("b", "c")], [("a", "x"), ("b", "x")], "relations.no_leg"),
        ([("a", "b")], [("a", "x"), ("b", "x"), ("a", "y")], "relations.two_legs"),
        ([("a", "b")], [("a", ""), ("b", "x")], "relations.one_column"),
        ([(f"n{at}", f"n{at + 1}") for at in range(1_100)], None, "relations.too_many"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    terminal: Terminal, tmp_path: Path, edges: Rows, legs: Rows | None, code: str
) -> None:
    typed = read(terminal, tmp_path, edges, legs)
    assert (typed.code, typed.document["refused"]["code"]) == (1, code)
    assert len(typed.err.strip().splitlines()) == 1


def test_what_is_no_table_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    picture = tmp_path / "a.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    codes = [
        terminal.type("mirror", "events", str(path), "--json").document["refused"]["code"]
        for path in (picture, tmp_path / "nowhere.csv", tmp_path)
    ]
    assert codes == ["relations.not_text", "relations.no_file", "relations.no_file"]


def test_days_that_cannot_be_read_or_differ_are_refused(terminal: Terminal, tmp_path: Path) -> None:
    codes = []
    for day in ("ไม่รู้", "2026-01-06"):
        rows: Rows = [("person", "event", "date"), ("ก", "หนึ่ง", "2026-01-05"), ("ข", "หนึ่ง", day)]
        typed = terminal.type("mirror", "events", str(written(tmp_path / "a.csv", rows)), "--json")
        codes.append(typed.document["refused"]["code"])
    assert codes == ["relations.no_day", "relations.two_days"]


def test_it_says_so_in_words_and_in_both_languages(terminal: Terminal, tmp_path: Path) -> None:
    edges, legs = club(tmp_path)
    words = ("mirror", "file", str(edges), "--legs", str(legs))
    english = terminal.type(*words)
    assert (english.code, "silo: fewer ties across legs" in english.out) == (0, True)
    terminal.speak("th_TH.UTF-8")
    assert "แยกส่วนกว่าที่บังเอิญจะให้" in terminal.type(*words).out
    assert terminal.type("mirror", "file").code == 2

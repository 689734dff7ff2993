"""Scores: splink on a DuckDB inside this process, in memory alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from sanam.domain.registry.linkage.levels import BLOCKS, BY_NUMBER, FEWEST, FIELDS, STAND_TWICE, Field, Level
from sanam.domain.registry.linkage.words import Compared, Degree
from sanam.domain.registry.linkage.workshop import workshop

Frame = Mapping[str, Sequence[Any]]
"""Columns of equal length, a record a place: what `frame` gives."""
WORDS = {
    field.name: {-1: Degree.UNKNOWN, **{at: level.word for at, level in enumerate(reversed(field.levels))}}
    for field in FIELDS
}
"""By field, what splink's number of a level means; it counts from the bottom."""
AT_ONCE = 100_000
"""People compared with as many others in one piece: a district is one, a province thirty-six."""
_ONE_NUMBER = f"gamma_number = {next(at for at, word in WORDS[Compared.NUMBER].items() if word is Degree.SAME)}"


@dataclass(frozen=True, slots=True)
class Scored:
    """Two records compared: how likely they are one person (0 to 1), and the word of agreement by field."""

    first: str
    second: str
    score: float
    agreement: dict[str, str]


def score(frame: Frame, *, least: float) -> list[Scored]:
    """Every pair at least this likely or of one number, likeliest first; in whatever order the records come."""
    if len(frame["unique_id"]) < 2:
        return []
    with workshop() as connection:
        return told(predict(connection, frame, least))


def predict(connection: Any, frame: Frame, least: float) -> Any:
    """splink's own work: compare what the blocks bring together; returns a relation of DuckDB, a pair a row.

    What is unlikely is let go at once, and a large register is compared a part against a part: pairs grow as its
    square, and none of it may leave memory. Pairs of one number are kept however unlikely.
    """
    from splink import DuckDBAPI

    api, people = DuckDBAPI(connection), len(frame["unique_id"])
    source, parts = api.register(dict(frame)), ceil(people / AT_ONCE)
    likely = _linker(api, source, frame, BLOCKS).inference.predict(
        threshold_match_probability=least, num_chunks_left=parts, num_chunks_right=parts
    )
    of_one_number = _linker(api, source, frame, (BY_NUMBER,)).inference.predict()
    told = ", ".join(("unique_id_l", "unique_id_r", "match_probability", *(f"gamma_{field.name}" for field in FIELDS)))
    whole, same = (f"SELECT {told} FROM {found.physical_name}" for found in (likely, of_one_number))  # noqa: S608
    return connection.sql(f"{whole} UNION {same} WHERE {_ONE_NUMBER}")


def _linker(api: Any, source: Any, frame: Frame, blocks: Sequence[Sequence[str]]) -> Any:
    from splink import Linker

    people = max(len(frame["unique_id"]), FEWEST)
    linker = Linker(source, settings(people, blocks), log_level=None)
    for column in sorted({level.tf for field in FIELDS for level in field.levels if level.tf}):
        # splink would count these itself, but has no floor for a register of a handful
        commonness = api.register(how_common(column, frame[column], people))
        linker.table_management.register_term_frequency_lookup(commonness, column)
    return linker


def how_common(column: str, values: Sequence[str | None], people: int) -> dict[str, list[Any]]:
    """What share of people bears each name, as a table splink looks it up in."""
    counted = Counter(value for value in values if value)
    shares = sorted((name, count / people) for name, count in counted.items())
    return {column: [name for name, _ in shares], f"tf_{column}": [share for _, share in shares]}


def told(pairs: Any) -> list[Scored]:
    """The pairs in our words, in an order that depends on nothing but themselves."""
    rows = pairs.fetchall()
    found = [
        Scored(min(one, other), max(one, other), round(likely, 6), _agreement(levels))
        for one, other, likely, *levels in rows
    ]
    return sorted(found, key=lambda one: (-one.score, one.first, one.second))


def _agreement(levels: Sequence[int]) -> dict[str, str]:
    pairs = zip(FIELDS, levels, strict=True)
    return {field.name.value: WORDS[field.name][level].value for field, level in pairs}


def settings(people: int, blocks: Sequence[Sequence[str]]) -> Any:
    """splink's settings for so many records: our levels with our weights, nothing left to estimate."""
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=2 * STAND_TWICE / people,
        comparisons=[_comparison(field) for field in FIELDS],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in blocks],
        retain_matching_columns=True,
        retain_intermediate_calculation_columns=False,
        linker_uid="sanam",
    )


def _comparison(field: Field) -> dict[str, Any]:
    blank = {"sql_condition": field.blank, "label_for_charts": Degree.UNKNOWN.value, "is_null_level": True}
    return {
        "output_column_name": field.name.value,
        "comparison_levels": [blank, *map(_level, field.levels)],
    }


def _level(level: Level) -> dict[str, Any]:
    known = {
        "sql_condition": level.sql,
        "label_for_charts": level.word.value,
        "m_probability": level.m,
        "u_probability": level.u,
    }
    return known | ({"tf_adjustment_column": level.tf, "tf_adjustment_weight": 1.0} if level.tf else {})

"""Scores: splink on a DuckDB inside this process, in a folder nobody else can open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sanam.domain.registry.linkage.levels import BLOCKS, FEWEST, FIELDS, STAND_TWICE, Field, Level
from sanam.domain.registry.linkage.words import Compared, Degree
from sanam.domain.registry.linkage.workshop import workshop

Frame = Mapping[str, Sequence[Any]]
"""Columns of equal length, a record a place: what `frame` gives."""
WORDS = {
    field.name: {-1: Degree.UNKNOWN, **{at: level.word for at, level in enumerate(reversed(field.levels))}}
    for field in FIELDS
}
"""By field, what splink's number of a level means; it counts from the bottom."""
_ONE_NUMBER = f"gamma_number = {next(at for at, word in WORDS[Compared.NUMBER].items() if word is Degree.SAME)}"


@dataclass(frozen=True, slots=True)
class Scored:
    """Two records compared: how likely they are one person (0 to 1), and the word of agreement by field."""

    first: str
    second: str
    score: float
    agreement: dict[str, str]


def score(frame: Frame, *, least: float, home: Path) -> list[Scored]:
    """Every pair at least this likely or of one number, likeliest first; in whatever order the records come."""
    if len(frame["unique_id"]) < 2:
        return []
    with workshop(home) as connection:
        return told(predict(connection, frame, least))


def predict(connection: Any, frame: Frame, least: float) -> Any:
    """splink's own work: compare what the blocks bring together; returns a relation of DuckDB, a pair a row."""
    from splink import DuckDBAPI, Linker

    api, people = DuckDBAPI(connection), max(len(frame["unique_id"]), FEWEST)
    linker = Linker(api.register(dict(frame)), settings(people), log_level=None)
    for column in sorted({level.tf for field in FIELDS for level in field.levels if level.tf}):
        # splink would count these itself, but has no floor for a register of a handful
        commonness = api.register(how_common(column, frame[column], people))
        linker.table_management.register_term_frequency_lookup(commonness, column)
    found = linker.inference.predict().physical_name
    return connection.sql(f"SELECT * FROM {found} WHERE match_probability >= {least:f} OR {_ONE_NUMBER}")  # noqa: S608


def how_common(column: str, values: Sequence[str | None], people: int) -> dict[str, list[Any]]:
    """What share of people bears each name, as a table splink looks it up in."""
    counted = Counter(value for value in values if value)
    shares = sorted((name, count / people) for name, count in counted.items())
    return {column: [name for name, _ in shares], f"tf_{column}": [share for _, share in shares]}


def told(pairs: Any) -> list[Scored]:
    """The pairs in our words, in an order that depends on nothing but themselves."""
    gammas = ", ".join(f"gamma_{field.name}" for field in FIELDS)
    rows = pairs.select(f"unique_id_l, unique_id_r, match_probability, {gammas}").fetchall()
    found = [
        Scored(min(one, other), max(one, other), round(likely, 6), _agreement(levels))
        for one, other, likely, *levels in rows
    ]
    return sorted(found, key=lambda one: (-one.score, one.first, one.second))


def _agreement(levels: Sequence[int]) -> dict[str, str]:
    pairs = zip(FIELDS, levels, strict=True)
    return {field.name.value: WORDS[field.name][level].value for field, level in pairs}


def settings(people: int) -> Any:
    """splink's settings for so many records: our levels with our weights, nothing left to estimate."""
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=2 * STAND_TWICE / people,
        comparisons=[_comparison(field) for field in FIELDS],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in BLOCKS],
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

"""How well two records agree, field by field, and what each agreement weighs (Fellegi & Sunter, 1969).

`m` is how often two records of one person agree so, `u` how often two records of different people do; the weight of
an agreement is log2(m / u). They are fixed, not estimated from the data at hand: a small district has too few pairs to
learn from, and the same records must be judged the same next time. Where a name is the same, `u` is how common that
very name is here (`tf`), so that a rare name weighs more than a common one.

Levels are tried from the top; the first whose condition holds counts. A field blank in either record weighs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.registry.linkage.words import Compared, Degree


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of agreement: its word, its condition in SQL, `m`, `u`; `tf` names the column of how common it is."""

    word: Degree
    sql: str
    m: float
    u: float
    tf: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field compared; `blank` is the condition in SQL under which nothing can be said."""

    name: Compared
    blank: str
    levels: tuple[Level, ...]


ELSE = "ELSE"
# each written where the other belongs, with at most a slip
_SWAPPED = (
    "damerau_levenshtein(given_heard_l, family_heard_r) <= 1"
    " AND damerau_levenshtein(family_heard_l, given_heard_r) <= 1"
    " AND least(length(given_heard_l), length(family_heard_l)) >= 3"
)


def _close(column: str) -> str:
    """One letter apart as heard, or two where a name is long."""
    heard = f"{column}_heard"
    letters = f"damerau_levenshtein({heard}_l, {heard}_r)"
    longer = f"least(length({heard}_l), length({heard}_r))"
    return f"({letters} <= 1 AND {longer} >= 3) OR ({letters} <= 2 AND {longer} >= 7)"


def _name(column: Compared, *, renamed: float, common: float) -> Field:
    heard = f"{column}_heard"
    return Field(
        column,
        f"{column}_l IS NULL OR {column}_r IS NULL",
        (
            Level(Degree.SAME, f"{column}_l = {column}_r", 0.86 - renamed, common, tf=column),
            # counted once in each of the two names, so each carries half of it
            Level(Degree.SWAPPED, _SWAPPED, 0.03, common / 10),
            # a tone mark is no part of the column compared, so that only letters are left to slip
            Level(Degree.HEARD, f"{heard}_l = {heard}_r", 0.08, common / 4, tf=column),
            Level(Degree.CLOSE, _close(column), 0.03, common, tf=column),
            Level(Degree.DIFFERS, ELSE, renamed, 0.98),
        ),
    )


FIELDS: tuple[Field, ...] = (
    _name(Compared.GIVEN, renamed=0.04, common=0.006),
    # many women take another family name
    _name(Compared.FAMILY, renamed=0.08, common=0.003),
    Field(
        Compared.BIRTH,
        "birth_year_l IS NULL OR birth_year_r IS NULL",
        (
            # house, family name and birth come together in twins: counted one by one they would make them one person
            Level(
                Degree.TWINS,
                f"birth_l = birth_r AND household_l = household_r AND given_heard_l <> given_heard_r"
                f" AND NOT ({_SWAPPED}) AND (number_l <> number_r OR NOT ({_close('given')}))",
                *(0.008, 0.001),
            ),
            # about 25,000 days on which the living were born
            Level(Degree.SAME, "birth_l = birth_r", 0.772, 0.00004),
            Level(
                Degree.TURNED,
                "birth_year_l = birth_year_r AND substr(birth_l, 6, 2) = substr(birth_r, 9, 2)"
                " AND substr(birth_l, 9, 2) = substr(birth_r, 6, 2)",
                *(0.02, 0.00003),
            ),
            # only the year is known of one of them: 1 January is how a file writes that
            Level(Degree.YEAR, "birth_year_l = birth_year_r AND (birth_l IS NULL OR birth_r IS NULL)", 0.10, 0.014),
            Level(
                Degree.SLIP,
                "substr(birth_l, 6) = substr(birth_r, 6) AND abs(birth_year_l - birth_year_r) IN (1, 10)",
                *(0.04, 0.00012),
            ),
            Level(Degree.DIGIT, "damerau_levenshtein(birth_l, birth_r) = 1", 0.02, 0.0015),
            Level(Degree.NEAR, "birth_year_l = birth_year_r", 0.02, 0.012),
            Level(Degree.GENERATION, "abs(birth_year_l - birth_year_r) >= 14", 0.001, 0.62),
            Level(Degree.DIFFERS, ELSE, 0.019, 0.35),
        ),
    ),
    Field(
        Compared.SEX,
        "sex_l IS NULL OR sex_r IS NULL",
        (Level(Degree.SAME, "sex_l = sex_r", 0.995, 0.5), Level(Degree.DIFFERS, ELSE, 0.005, 0.5)),
    ),
    Field(
        Compared.PLACE,
        "village_l IS NULL OR village_r IS NULL",
        (
            # a house shares its family name, and so do kin in a village: each weighs less than chance alone would say
            Level(Degree.HOUSE, "household_l = household_r", 0.30, 0.04),
            Level(Degree.VILLAGE, "village_l = village_r AND length(village_l) = 8", 0.25, 0.08),
            Level(Degree.TAMBON, "substr(village_l, 1, 6) = substr(village_r, 1, 6)", 0.20, 0.15),
            Level(Degree.DIFFERS, ELSE, 0.25, 0.73),
        ),
    ),
    Field(
        Compared.NUMBER,
        "number_l IS NULL OR number_r IS NULL",
        (
            Level(Degree.SAME, "number_l = number_r", 0.99, 0.000002),
            # a slip of the hand almost never leaves a number whose last digit fits
            Level(Degree.DIFFERS, ELSE, 0.001, 0.999),
        ),
    ),
)
"""Every field compared, in the order in which an explanation tells them."""

BY_NUMBER = ("number",)
BLOCKS: tuple[tuple[str, ...], ...] = (
    BY_NUMBER,
    ("birth",),
    ("given_bones", "birth_year"),
    ("names",),
)
"""Two records are compared at all when they agree on all columns of one of these."""

STAND_TWICE = 0.05
"""Of a hundred records about five are thought to speak of somebody another record speaks of, before one has looked."""
FEWEST = 1000
"""A register of fewer people is judged as one of so many: two of a handful are not one person because they are few."""

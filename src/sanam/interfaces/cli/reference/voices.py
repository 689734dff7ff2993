"""What `sanam dialogue file` reads, answers and turns away."""

from __future__ import annotations

from sanam.domain.dialogue.counting.refusals import REFUSALS
from sanam.interfaces.cli.reference.tables import code, table
from sanam.interfaces.files.relations import votes
from sanam.interfaces.files.relations.refusals import REFUSALS as OF_FILES

INTRO = """# นับวงคุยจากไฟล์ · A room counted from files

`./sanam dialogue file VOTES.csv --groups GROUPS.csv [--dots DOTS.csv] --json`
([ทำอย่างไร · how to](../how-to/count-a-room-again.md), [ทำไมนับอย่างนี้ · why so](../explanation/common-goals.md)).

UTF-8, UTF-16 หรือ TIS-620 คั่นด้วยจุลภาค อัฒภาค แท็บ หรือขีดตั้ง แถวแรกบอกชื่อคอลัมน์ สลับลำดับได้ คอลัมน์อื่นไม่อ่าน
· UTF-8, UTF-16 or TIS-620; commas, semicolons, tabs or bars. The first line names the columns, in any order; others are
not read. A row said twice alike counts once (`ignored.repeated`). Who stands in GROUPS and never voted counts nowhere,
but the leg is one of the legs.
"""
VALUES = """
`vote`: 1 เห็นด้วย · agree, 0 ผ่าน · pass, -1 ไม่เห็นด้วย · disagree; also `+1`, `1.0`, `−1`, Thai numerals. `dots`: 0, 1, 2 …
"""
ANSWER = """
## คำตอบ · The answer

One JSON document: the same for the same rows, in whatever order they stand. A is who of a leg agreed, S who saw it
(agree, disagree and pass), L how many legs there are.
"""
KEYS: tuple[tuple[str, str], ...] = (
    ("statements", "the highest `gic` first; of equals, in the order of names"),
    ("statements[].statement", "as it was written, single spaces"),
    (
        "statements[].gic",
        "(Π over legs of (A + 1)/(S + 2))^(1/L); gic^L is the group-informed consensus of Polis",
    ),
    (
        "statements[].lowest",
        "`group` with the least `agreement` = A/S, of those in which anybody saw it; of equals, the first by name",
    ),
    ("statements[].floor_met", "every leg has S ≥ 3"),
    ("statements[].common", "the floor is met and the lowest agreement is ½ or more: a common goal (เป้าหมายร่วม)"),
    ("statements[].by_group", "for every leg `agree`, `disagree`, `pass`, `seen`: counts, nought where nobody voted"),
    ("groups", "names of all legs of GROUPS, in the order of names"),
    ("participants", "how many people voted at all"),
    (
        "signatures",
        "for every leg at most five: `statement`, `says`, `share` (N + 1)/(S + 2), `ratio` to the others' share, "
        "`z_leg`, `z_others`, `beyond_chance` of all that was looked at; kept when both z > 1.2816",
    ),
    ("emphases", "`null` without DOTS"),
    ("emphases.shares", "for every leg heard, the mean of its people's shares of dots, by goal; adds up to 1"),
    ("emphases.distances", "`groups` (two) and `distance`: Jensen–Shannon, 0 alike … 1 nothing in common"),
    (
        "emphases.kendalls_w",
        "1 all legs in one order … 0 none; ties allowed for; `null` below two legs or two goals",
    ),
    (
        "emphases.emphasised",
        "goals off the mean of the legs by more than two standard errors: `group`, `statement`, `share`, `mean`, "
        "`error`, `more` (false: clearly less)",
    ),
    ("emphases.not_spoken", "legs of which fewer than three people put dots; they are in no figure above"),
    (
        "clusters",
        "`null` below 40 people with 7 answers each, or 15 statements; else `participants`, `sizes`, `silhouette`, "
        "`ari` (1: groups of opinion are the legs; 0: no more than by chance)",
    ),
    ("ignored", "`repeated`: rows of VOTES that said again what was said"),
)
REFUSED = """
## เหตุที่นับไม่ได้ · Why files are turned away

หนึ่งประโยค พร้อมชื่อไฟล์และแถว ออกด้วยรหัส 1 ไม่บอกว่าใคร · One sentence with file and line, exit code 1; it never says who.
"""
FOR_VOTES = ("no_file", "too_big", "not_text", "empty", "no_column", "blank", "two_groups")


def page() -> str:
    """The page: what is read, what is answered, what is refused."""
    files = {"VOTES": votes.VOTES, "GROUPS": votes.GROUPS, "DOTS": votes.DOTS}
    columns = (
        (name, code(column), ", ".join(sorted(said))) for name, words in files.items() for column, said in words.items()
    )
    told = {**{f"relations.{name}": OF_FILES[f"relations.{name}"] for name in FOR_VOTES}, **REFUSALS}
    return "\n".join(
        [
            INTRO,
            table(("", "คอลัมน์ · column", "หัวคอลัมน์ที่เข้าใจ · headers understood"), columns),
            VALUES,
            ANSWER,
            table(("key", ""), ((code(key), said) for key, said in KEYS)),
            REFUSED,
            table(("code", "ไทย", "English"), ((code(name), *said) for name, said in told.items())),
        ]
    )

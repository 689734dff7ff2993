"""What databases are born with in tests is made anew whenever what made it changes."""

from __future__ import annotations

from tests.quick import born

SOURCE = born.ROOT / "src/sanam"


def test_it_is_known_by_the_migrations_and_by_whatever_they_import() -> None:
    leaned_on = {path.relative_to(SOURCE).as_posix() for path in born._leaned_on()}
    assert {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("migrations/0*.py")} <= leaned_on
    assert {"domain/journal/append_only.py", "domain/areas/country.py", "domain/foundation/thai/digits.py"} <= leaned_on

"""`pk__among=<a short list from another table>`, beside other conditions, without losing their index."""

from __future__ import annotations

from typing import Any

from django.db.models.lookups import In


class Among(In[Any]):
    """Like `in`, for a subquery that gives few rows and stands in an OR.

    PostgreSQL reads the whole table for `range OR id IN (SELECT …)`, for it cannot take the two apart; an array made
    once it can look up by index, beside the range. SQLite does so by itself.
    """

    lookup_name = "among"

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """`id = ANY(ARRAY(SELECT …))`."""
        column, own = self.process_lhs(compiler, connection)
        listed, theirs = self.process_rhs(compiler, connection)
        return f"{column} = ANY(ARRAY{listed})", (*own, *theirs)

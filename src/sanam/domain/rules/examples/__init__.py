"""Rules to begin from when somebody proposes one: data, to be read and changed, never in force by themselves."""

from __future__ import annotations

from sanam.domain.rules.examples.keeping import KEEPING
from sanam.domain.rules.examples.shape import Example
from sanam.domain.rules.examples.sharing import SHARING
from sanam.domain.rules.examples.visiting import VISITING

EXAMPLES: dict[str, Example] = {one.name: one for one in (*VISITING, *SHARING, *KEEPING)}
"""By name, in the order they are offered: whom we visit, what we share, how we keep what we know."""

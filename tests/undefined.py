"""What a template gets for a name that is not there: a failure that says which name."""

from __future__ import annotations

from typing import Any, NoReturn


class UndefinedInTemplate(AssertionError):
    """A template asked for something its view did not give."""


class Undefined(str):
    """Stands in Django's `string_if_invalid`, which it formats with the name it could not find.

    `{% if x %}`, `{% for y in x %}` and `{{ x|default:"–" }}` may ask for a name that is not there
    (tests/conftest.py lets the last one through); `{{ x }}` may not.
    """

    def __contains__(self, text: object) -> bool:
        return text == "%s"

    def __mod__(self, name: Any) -> NoReturn:
        raise UndefinedInTemplate(f"undefined in a template: {{{{ {name} }}}}")

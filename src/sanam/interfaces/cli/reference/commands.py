"""Every verb with its arguments, in both languages."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from sanam.interfaces.cli import usage
from sanam.interfaces.cli.reference.tables import code, table

HEADER = ("บอกอะไร · argument", "ค่า · values", "ถ้าไม่บอก · default", "ไทย", "English")
INTRO = """# คำสั่ง · Commands

`./sanam VERB` ในโฟลเดอร์ซอร์สโค้ด `sanam VERB` เมื่อติดตั้งแล้ว ทุกคำสั่งใช้ `--json` และ `--help` ได้
`./sanam VERB` in a checkout, `sanam VERB` where installed; `--json` and `--help` go with every verb.

รหัสจบ · exit code: `0` เสร็จ · done, `1` ไม่ทำ บอกเหตุหนึ่งประโยค · refused, one sentence says why, `2` พิมพ์ผิด · wrong usage.
"""


def page() -> str:
    """The page of the command line."""
    from sanam.interfaces.cli.main import build, known_verbs

    verbs = known_verbs()
    parsers = usage.inside(build(verbs))
    parts = [
        f"## {word}\n\n{module.HELP_TH} · {module.HELP_EN}\n\n" + "\n".join(_verb(f"sanam {word}", parsers[word]))
        for word, module in verbs.items()
    ]
    return "\n".join([INTRO, *parts])


def _verb(typed: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    own = [action for action in parser._actions if not _is_everywhere(action)]
    yield f"`{' '.join([typed, *(_shown(action) for action in own)])}`\n"
    if own:
        yield table(HEADER, (_argument(action) for action in own))
    for word, inner in usage.inside(parser).items():
        yield f"### {typed.removeprefix('sanam ')} {word}\n"
        yield from _verb(f"{typed} {word}", inner)


def _is_everywhere(action: argparse.Action) -> bool:
    within = isinstance(action, argparse._SubParsersAction)
    return within or bool({"--help", "--json"} & set(action.option_strings))


def _shown(action: argparse.Action) -> str:
    name = _name(action)
    if not action.option_strings:
        return f"[{name} …]" if action.nargs == "*" else f"[{name}]" if action.nargs == "?" else name
    return f"[{name}]" if not _value(action) else f"[{name} {_value(action)}]"


def _name(action: argparse.Action) -> str:
    return action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)


def _value(action: argparse.Action) -> str:
    """The placeholder of an option's value; nothing for a mere flag."""
    return "" if action.nargs == 0 else str(action.metavar or action.dest.upper())


def _argument(action: argparse.Action) -> tuple[str, ...]:
    values = ", ".join(code(one) for one in action.choices) if action.choices else ""
    default = "" if action.default in (None, False, "", argparse.SUPPRESS, []) else code(action.default)
    th, en = usage.halves(action.help or "")
    return (code(_name(action)), values, default, th, en)

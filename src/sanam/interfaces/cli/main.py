"""From a typed line to a verb, and from its answer or refusal to an exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.cli import no_database, usage
from sanam.interfaces.cli.language import language, say

HERE = "sanam.interfaces.cli.verbs"
# In the order of the help: what is typed, and the module that does it. By name, so that a line loads
# only what it needs, and a verb may live outside this interface without being imported by it.
VERBS = {
    "demo": "sanam.sample.demo",
    "serve": f"{HERE}.serve",
    "worker": f"{HERE}.worker",
    "tick": f"{HERE}.tick",
    "migrate": f"{HERE}.migrate",
    "doctor": f"{HERE}.doctor",
    "import": f"{HERE}.import_",
    "link": f"{HERE}.link",
    "export": f"{HERE}.export",
    "looked": f"{HERE}.looked",
    "mirror": f"{HERE}.mirror",
    "decide": f"{HERE}.decide",
    "verify": f"{HERE}.verify",
    "keys": "sanam.config.keys",
    "backup": f"{HERE}.backup",
    "restore": f"{HERE}.restore",
    "member": f"{HERE}.member",
    "test": f"{HERE}.test",
    "check": f"{HERE}.check",
    "fix": f"{HERE}.fix",
    "bench": f"{HERE}.bench",
    "docs": f"{HERE}.docs",
}
DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: list[str] | None = None) -> int:
    """Run one line; give back the exit code."""
    typed = sys.argv[1:] if argv is None else argv
    try:
        code = answer(typed)
        sys.stdout.flush()
        return code
    except usage.WrongUsage as wrong:
        return correct(wrong, as_json="--json" in typed)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever was reading has gone; Python would complain once more while closing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def answer(typed: list[str]) -> int:
    """Find the verb, run it, and print what it gives back."""
    wanted = typed[0] if typed else ""
    # one verb alone when it is known, so that the others need not be loaded
    verbs = known_verbs(wanted) or known_verbs()
    parser = build(verbs)
    if not typed:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    if getattr(verbs.get(wanted), "PASSES_ON", False) and not {"-h", "--help"} & set(typed):
        rest = [word for word in typed[1:] if word != "--json"]
        options = argparse.Namespace(verb=wanted, rest=rest, json="--json" in typed)
    else:
        options = parser.parse_args(typed)
    return perform(verbs[options.verb], options)


def known_verbs(only: str = "") -> dict[str, ModuleType]:
    """The verbs there are, loaded, in the order of the help; or one of them alone."""
    return {
        word: import_module(module)
        for word, module in VERBS.items()
        if (not only or word == only) and find_spec(module)
    }


def build(verbs: dict[str, ModuleType]) -> usage.Parser:
    """The parser of these verbs, its help in the reader's language."""
    thai = language() == "th"
    about = "สนามพลัง: พื้นที่กลางของอำเภอ" if thai else "A district's shared ground for the people it cares for."
    parser = usage.Parser(prog="sanam", description=about)
    subparsers = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for word, module in verbs.items():
        text = module.HELP_TH if thai else module.HELP_EN
        one = subparsers.add_parser(word, help=text, description=text)
        module.arguments(one)
        usage.add_json(one)
    return parser


def correct(wrong: usage.WrongUsage, *, as_json: bool) -> int:
    """Say in one sentence what is wrong with the line, and where its help is."""
    if as_json:
        print_json({"refused": {"code": "usage", "th": wrong.th, "en": wrong.en}})
    say(wrong.th, wrong.en)
    say(f"ดูวิธีใช้: {wrong.parser.prog} --help", f"See: {wrong.parser.prog} --help")
    return WRONG_USAGE


def perform(verb: ModuleType, options: argparse.Namespace) -> int:
    """Run the verb; a refusal becomes one sentence, or one document, and exit code 1."""
    try:
        if getattr(verb, "NEEDS_DJANGO", False):
            start_django()
        given = verb.run(options)
    except Refused as refusal:
        return refuse(refusal, as_json=options.json)
    except SystemExit as stop:
        if not isinstance(stop.code, str):
            raise
        # a setting that cannot be used; env.Misconfigured says which
        return refuse(Refused("misconfigured", stop.code, stop.code), as_json=options.json)
    except Exception as error:
        if not no_database.is_the_reason(error):
            raise
        return refuse(no_database.refusal(error), as_json=options.json)
    code, document = both(given)
    if document is not None:
        tell(verb, document, options)
    return code


def both(given: int | dict[str, Any] | tuple[int, dict[str, Any]]) -> tuple[int, dict[str, Any] | None]:
    """Exit code and answer, whichever of them the verb gave back."""
    if isinstance(given, tuple):
        return given
    return (given, None) if isinstance(given, int) else (DONE, given)


def start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanam.config.settings")
    import django

    django.setup()


def refuse(refusal: Refused, *, as_json: bool) -> int:
    if as_json:
        said: dict[str, Any] = {"code": refusal.code, "th": refusal.th, "en": refusal.en}
        if refusal.details:
            said["details"] = refusal.details
        print_json({"refused": said})
    say(refusal.th, refusal.en)
    return REFUSED


def tell(verb: ModuleType, document: dict[str, Any], options: argparse.Namespace) -> None:
    """Print the answer: as JSON, in the verb's own words, or line by line."""
    if options.json:
        print_json(document)
    elif hasattr(verb, "tell"):
        verb.tell(document, options)
    else:
        for name, value in document.items():
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
            print(f"{name}: {text}")


def print_json(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2, default=str))


if __name__ == "__main__":
    sys.exit(main())

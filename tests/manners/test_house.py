"""The house stays as it was drawn: directions, names, sizes, and nothing that belongs to one machine."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanam.interfaces.cli.verbs import test

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sanam"
ROOMS = sorted(path.parent for path in SOURCE.glob("domain/*/__init__.py"))
MADE = {
    ".git",
    ".born",
    ".venv",
    ".ruff_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".hypothesis",
    "node_modules",
    "__pycache__",
    "built",
    "static-collected",
    "var",
}
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:root|work|home/\w+)/")


def ours(*endings: str) -> Iterator[Path]:
    """Files that are committed: everything but what the tools make."""
    for path in sorted(ROOT.rglob("*")):
        if path.suffix in endings and not MADE & set(path.relative_to(ROOT).parts) and path.is_file():
            yield path


def modules(*folders: str) -> list[Path]:
    return [
        path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts
    ]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_room_stands_in_the_order_of_the_house() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    layers = set(re.findall(r"\w+", contracts["importlinter:contract:rooms"]["layers"]))
    assert layers == {room.name for room in ROOMS}


def test_every_layer_has_a_reason_above_it() -> None:
    lines = (ROOT / ".importlinter").read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line == "layers ="]
    assert len(starts) == 3
    for start in starts:
        pairs = []
        for line in lines[start + 1 :]:
            if not line.startswith("    "):
                break
            pairs.append(line.strip())
        assert pairs[0::2] == [line for line in pairs if line.startswith("#")]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_has_a_door_plate(room: Path) -> None:
    plate = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    assert plate is not None
    assert plate.startswith(f"{room.name}: ")


def test_no_module_is_called_utils() -> None:
    vague = {"utils", "util", "helpers", "common", "misc"}
    assert [named(path) for path in modules("src") if path.stem in vague] == []


def test_no_file_is_longer_than_a_calm_read() -> None:
    long = {
        named(path): n for path in modules("src", "tests", "tools") if (n := len(path.read_text().splitlines())) > 300
    }
    assert long == {}


def test_every_deed_is_keyword_only_and_says_by_whom() -> None:
    loose = []
    for path in modules("src/sanam/domain"):
        if "operations" in path.parts or path.stem == "operations":
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    args = node.args
                    if args.args or args.posonlyargs or not args.kwonlyargs or args.kwonlyargs[0].arg != "by":
                        loose.append(f"{named(path)}:{node.lineno} {node.name}")
    assert loose == []


def test_every_dependency_has_a_sentence() -> None:
    previous = ""
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[tool.")[0].splitlines():
        if re.match(r'    "[a-z]', line):
            assert previous.lstrip().startswith("#"), line
        previous = line


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["build"],
        *project["dependency-groups"]["dev"],
    ]
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements/dev.txt").read_text(), re.M))
    assert {re.match(r"[\w-]+", one).group().lower() for one in asked} <= locked  # type: ignore[union-attr]


@pytest.mark.parametrize("path", [*sorted((ROOT / "requirements").iterdir())], ids=lambda path: path.name)
def test_no_python_lock_names_a_host(path: Path) -> None:
    assert "://" not in path.read_text(encoding="utf-8")


def test_the_npm_lock_does_not_say_where_it_fetched() -> None:
    assert '"resolved"' not in (ROOT / "front/package-lock.json").read_text(encoding="utf-8")


def test_nothing_names_one_machine() -> None:
    endings = (".py", ".toml", ".txt", ".md", ".html", ".js", ".css", ".json", ".yml", "")
    here = Path(__file__)
    found = [
        named(path) for path in ours(*endings) if path != here and ONE_MACHINE.search(path.read_text(errors="replace"))
    ]
    assert found == []


def test_help_comes_without_django() -> None:
    code = (
        "import sys\nfrom sanam.interfaces.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\nsys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_journeys_stand_where_the_round_in_a_browser_looks() -> None:
    marked = re.compile(r"^(pytestmark = |@)pytest\.mark\.browser", re.MULTILINE)
    found = {path.parent for path in modules("tests") if marked.search(path.read_text(encoding="utf-8"))}
    assert found == {ROOT / test.JOURNEYS}

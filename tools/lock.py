"""Write requirements/*.txt from pyproject.toml: exact versions and hashes for every platform, and no host.

.venv/bin/python tools/lock.py              keep what is locked, add what is new
.venv/bin/python tools/lock.py --upgrade    take the newest that the ranges allow
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *(str(Path(sys.executable).with_name("uv")), "pip", "compile", "--quiet", "--universal"),
    *("--python-version", "3.11", "--generate-hashes", "--no-header", "--no-emit-index-url"),
]
EVERYTHING = ["pyproject.toml", "--group", "build", "--group", "dev"]
AS_LOCKED = ["--constraint", "requirements/dev.txt", "--no-annotate"]


def lock(target: str, sources: list[str], *, upgrade: bool) -> None:
    """Write one lock file."""
    again = ["--upgrade"] if upgrade else []
    subprocess.run([*COMPILE, *again, *sources, "--output-file", f"requirements/{target}"], cwd=ROOT, check=True)


def main() -> None:
    upgrade = "--upgrade" in sys.argv[1:]
    lock("bootstrap.txt", ["requirements/bootstrap.in"], upgrade=upgrade)
    # The widest set decides the versions; the narrower ones only choose from it, so that
    # moving between them never changes a version.
    lock("dev.txt", EVERYTHING, upgrade=upgrade)
    lock("base.txt", ["pyproject.toml", *AS_LOCKED], upgrade=upgrade)
    lock("build.txt", ["--group", "build", *AS_LOCKED], upgrade=upgrade)


if __name__ == "__main__":
    main()

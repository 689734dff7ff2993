"""A PostgreSQL server of our own, for as long as one command runs.

    python tests/postgres.py COMMAND …     runs it with DATABASE_URL set; ends with its exit code

Needs the server's programs (version 15 or newer, found as Debian puts them, or on the PATH), but no
server, no account and no configuration. `SANAM_TEST_POSTGRES_URL` names another server to use instead.
Exit code 69 says that there is none to be had.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST = 15
UNAVAILABLE = 69
# It lives for minutes and holds nothing: speed before safety.
CAREFREE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
# And tests fill a table with a few rows for a moment: it need not be tidied, nor a statement made machine code.
FOR_A_MOMENT = ("autovacuum=off", "jit=off", "wal_level=minimal", "max_wal_senders=0")


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: the newest that is new enough."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    known = sorted((version(folder), folder) for folder in folders)
    return known[-1][1] if known and known[-1][0] >= OLDEST else None


def version(folder: Path) -> int:
    said = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split(")", 1)[1].strip().split(".")[0])


@contextmanager
def server(*more: str) -> Iterator[str]:
    """Start one with these settings, give its URL, leave nothing behind. LookupError when the programs are missing."""
    if given := os.environ.get("SANAM_TEST_POSTGRES_URL"):
        yield given
        return
    found = programs()
    if found is None:
        raise LookupError("PostgreSQL 15 or newer")
    home = Path(tempfile.mkdtemp(prefix="sanam-postgres-"))
    person = unprivileged()
    if person:
        shutil.chown(home, person)
    password, port = secrets.token_hex(16), free_port()
    as_them = ["runuser", "-u", person, "--"] if person else []
    settings = (*CAREFREE, *more, "listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={home}")
    options = " ".join(f"-c {setting}" for setting in settings)
    control = [*as_them, str(found / "pg_ctl"), "--silent", f"--pgdata={home / 'data'}"]
    try:
        make(as_them, found / "initdb", home, password)
        quietly([*control, "--wait", f"--log={home / 'log'}", f"--options={options}", "start"])
        try:
            yield f"postgres://sanam:{password}@127.0.0.1:{port}/postgres"
        finally:
            quietly([*control, "--mode=immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def make(as_them: list[str], initdb: Path, home: Path, password: str) -> None:
    secret = home / "password"
    secret.write_text(password)
    secret.chmod(0o644)  # inside a folder that only they can enter
    kind = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--username=sanam"]
    entry = ["--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={secret}"]
    quietly([*as_them, str(initdb), f"--pgdata={home / 'data'}", *kind, *entry])


def unprivileged() -> str | None:
    """Whom to run it as: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def quietly(command: list[str]) -> None:
    # from /, because the other user may not be allowed to stand where we are
    done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise RuntimeError(f"{Path(command[-1]).name}: {done.stdout.decode(errors='replace').strip()}")


def main(command: list[str]) -> int:
    if not command:
        sys.exit(__doc__)
    # being told to stop must still take the server along
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with server(*FOR_A_MOMENT) as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
    except LookupError:
        print("PostgreSQL ≥ 15 not found: apt install postgresql", file=sys.stderr)
        return UNAVAILABLE
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

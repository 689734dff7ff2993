"""Typed readers of the environment that fail with a sentence a person can act on."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

KEY_NAMES = ("secret", "field", "hash", "journal")


class Misconfigured(SystemExit):
    """A setting that cannot be used; the message says which one and what to write instead."""


def flag(name: str, default: bool = False) -> bool:
    """Read a yes/no variable; anything but the usual words is refused rather than guessed."""
    text = os.environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise Misconfigured(f"{name}={text}: write yes or no")


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """Read a variable that has few values; the first is what holds when nothing is said."""
    text = os.environ.get(name, "").strip().lower() or choices[0]
    if text not in choices:
        raise Misconfigured(f"{name}={text}: write {' or '.join(choices)}")
    return text


def number(name: str, default: int, *, lowest: int = 1) -> int:
    """Read a whole number; anything else is refused rather than guessed."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or int(text) < lowest:
        raise Misconfigured(f"{name}={text}: write a whole number from {lowest}")
    return int(text)


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Read a comma-separated list."""
    text = os.environ.get(name, "")
    return [word.strip() for word in text.split(",") if word.strip()] or list(default)


def site() -> str:
    """The address people open this installation at, for links in letters: `SANAM_URL`, empty when nothing is said."""
    url = os.environ.get("SANAM_URL", "").strip().rstrip("/")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query):
        raise Misconfigured(f"SANAM_URL={url}: write the address people open, like https://sanam.example.go.th")
    return url


def sends_mail() -> bool:
    """Whether `EMAIL_URL` says anything."""
    return bool(os.environ.get("EMAIL_URL", "").strip())


def mail() -> dict[str, Any]:
    """Turn `EMAIL_URL` into Django's settings: `smtp://user:password@host:587/?from=sanam@example.go.th`.

    `smtps://` speaks TLS at once, `smtp://` begins it (STARTTLS) unless `tls=no`; `file:///folder` and `console:` are
    for trying. Nothing said: no letter is ever sent. A password is never handed over without TLS, but on this machine.
    """
    url = os.environ.get("EMAIL_URL", "").strip()
    parts = urlsplit(url)
    said = dict(parse_qsl(parts.query))
    known = {
        "DEFAULT_FROM_EMAIL": said.get("from", "sanam@localhost"),
        "EMAIL_TIMEOUT": 10,
    }
    if parts.scheme in {"", "console"} and url in {"", "console:"}:
        kind = "console" if url else "dummy"
        return known | {"EMAIL_BACKEND": f"django.core.mail.backends.{kind}.EmailBackend"}
    if parts.scheme == "file" and parts.path:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return known | {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or "@" not in said.get("from", ""):
        raise Misconfigured("EMAIL_URL: write smtp://user:password@host:587/?from=sanam@example.go.th (or smtps://)")
    return known | _smtp(parts, said)


def home() -> Path:
    """The private folder of this installation: database, keys and media when nothing else is said.

    `SANAM_HOME` wins; beside an SQLite database named by `DATABASE_URL` comes next, so that whoever is
    handed that one variable also finds the keys which open it; `var/` otherwise.
    """
    if said := os.environ.get("SANAM_HOME"):
        return Path(said).resolve()
    if (path := _sqlite_path(os.environ.get("DATABASE_URL", ""))) is not None:
        return path.parent
    return (_checkout() or Path.cwd()) / "var"


def database(url: str | None = None) -> dict[str, Any]:
    """Turn a database URL into Django's dictionary: `sqlite:///path`, or `postgres://user@host/name`."""
    url = url or os.environ.get("DATABASE_URL") or f"sqlite:///{home() / 'sanam.sqlite3'}"
    if (path := _sqlite_path(url)) is not None:
        return _sqlite(path)
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise Misconfigured("DATABASE_URL: write sqlite:///file or postgres://user:password@host:port/name")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # a socket folder cannot stand in the host part of a URL, so it may come as ?host=
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


def keys() -> dict[str, str]:
    """The four keys: from `SANAM_KEY_*`, else from a private file made on the first run.

    They live outside the database, so that a copy of the database alone opens nothing.
    """
    given = {name: os.environ.get(f"SANAM_KEY_{name.upper()}", "") for name in KEY_NAMES}
    if all(given.values()):
        return given
    kept = _key_file()
    return {name: given[name] or kept[name] for name in KEY_NAMES}


def older_keys() -> dict[str, list[str]]:
    """Keys in use before a rotation, newest first: from `SANAM_KEY_*_BEFORE`, else from the private file."""
    given = {name: words(f"SANAM_KEY_{name.upper()}_BEFORE") for name in KEY_NAMES}
    if keys_are_given() or any(given.values()):
        return given
    return dict(_key_file().get("before", {}))


def keys_are_given() -> bool:
    """Whether all four keys come from the environment, so that no file of ours holds them."""
    return all(os.environ.get(f"SANAM_KEY_{name.upper()}") for name in KEY_NAMES)


def key_path() -> Path:
    """Where the private file with the keys lies."""
    return Path(os.environ.get("SANAM_KEYS_FILE") or home() / "keys.json")


def key_file() -> dict[str, Any]:
    """What the private file holds: each key by its name, "before" the older ones, "turning" while keys are turned."""
    return _key_file()


def write_key_file(held: dict[str, Any]) -> None:
    """Put another file in its place, whole or not at all, for its owner alone, and let the disk remember it."""
    path = key_path()
    draft = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(held, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _key_file() -> dict[str, Any]:
    path = key_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_once(path)
        return dict(json.loads(path.read_text()))
    except (OSError, ValueError) as reason:
        raise Misconfigured(f"SANAM_KEYS_FILE: {path.name} cannot be used ({type(reason).__name__})") from None


def _make_once(path: Path) -> None:
    """Write the key file whole or not at all: two first starts at once must end with one set of keys."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({name: secrets.token_hex(32) for name in KEY_NAMES}, file)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _smtp(parts: SplitResult, said: dict[str, str]) -> dict[str, Any]:
    at_once = parts.scheme == "smtps"
    later = not at_once and said.get("tls", "yes") != "no"
    if parts.password and not (at_once or later) and parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise Misconfigured("EMAIL_URL: a password needs TLS; take tls=no out, or write smtps://")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if at_once else 587 if later else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": at_once,
        "EMAIL_USE_TLS": later,
    }


def _sqlite_path(url: str) -> Path | None:
    return Path(unquote(url.removeprefix("sqlite:///"))).resolve() if url.startswith("sqlite:///") else None


def _sqlite(path: Path) -> dict[str, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # kept from one page to the next: to open one reads the whole schema, longer than most pages take
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # a writer asks for the lock at once, so that two of them wait instead of failing half way
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # what is deleted is overwritten: an erased person must not be read off a free page
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;"
            " PRAGMA secure_delete=ON;",
        },
    }


def _checkout() -> Path | None:
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").exists() else None

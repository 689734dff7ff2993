"""Set up a checkout: environment, front, translations. ./sanam starts it when a checksum has changed.

Each part that is finished leaves its checksum in .venv/ready/. A part that was interrupted left none and
is made again; an environment without one is thrown away first. It needs nothing but a bare Python.
Standard output stays empty: it belongs to the verb.
"""

import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
READY = VENV / "ready"
FRONT = ROOT / "front"
BUILT = ROOT / "src/sanam/interfaces/web/static/built"
SARABUN = FRONT / "node_modules/@expo-google-fonts/sarabun"
PAPER_FONTS = ROOT / "src/sanam/interfaces/files/pdf/fonts"
# read by every Python of the environment as it starts: what was compiled once is kept there, whatever the machine says
KEEPS = f"import sys; sys.pycache_prefix, sys.dont_write_bytecode = {str(VENV / 'bytecode')!r}, False"
LOCKS = {"base": ["base", "build"], "dev": ["dev"]}


def main(wanted: str, environment: str, front: str, messages: str) -> None:
    with one_at_a_time():
        began = time.monotonic()
        prepare("environment", environment, wanted)
        for part, checksum, make in (("front", front, build_front), ("messages", messages, compile_messages)):
            if stamp(part) != checksum:
                unstamp(part)
                make()
                leave(part, checksum)
        say("พร้อมแล้ว", f"ready, {time.monotonic() - began:.1f} s")


def prepare(part: str, checksum: str, wanted: str) -> None:
    """Bring the environment to what the lock files say; never take away what a developer's verb put in."""
    held, _, made_from = stamp(part).partition(" ")
    level = "dev" if "dev" in (held, wanted) else "base"
    usable = (BIN / "python").exists() and bool(held)
    if usable and made_from == checksum and held == level:
        return
    unstamp(part)
    if not usable:
        say("เตรียมที่ทำงาน", "making the environment .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=True, symlinks=True)
    install(level)
    make_launcher()
    leave(part, f"{level} {checksum}")


def install(level: str) -> None:
    """Put in exactly the locked packages: pip brings uv, and uv the rest, both checking every hash."""
    say("ติดตั้งไลบรารีตามรายการที่ล็อกไว้", f"installing the locked packages ({level})")
    checked = ["install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    run([BIN / "python", "-m", "pip", *checked, "-r", "requirements/bootstrap.txt"])
    locks = [f"requirements/{name}.txt" for name in LOCKS[level]]
    run([BIN / "uv", "pip", "sync", "--quiet", "--python", BIN / "python", "--require-hashes", *locks])
    # htmx is served from where it is installed; whitenoise sends the compressed copy that lies beside it
    for htmx in VENV.glob("lib/python*/site-packages/django_htmx/static"):
        run([BIN / "python", "-m", "whitenoise.compress", "--quiet", htmx])


def make_launcher() -> None:
    """Install ourselves: src/ on the path, and .venv/bin/sanam. A checkout needs no more than that."""
    (packages,) = VENV.glob("lib/python*/site-packages")
    (packages / "sanam.pth").write_text(f"{ROOT / 'src'}\n{KEEPS}\n", encoding="utf-8")
    launcher = BIN / "sanam"
    python = shlex.quote(str(BIN / "python"))
    launcher.write_text(f'#!/bin/sh\nexec {python} -P -m sanam.interfaces.cli.main "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)


def build_front() -> None:
    """Build what runs in the browser, with the Node.js that came as a wheel."""
    lock = hashlib.sha256((FRONT / "package.json").read_bytes() + (FRONT / "package-lock.json").read_bytes())
    fetched = FRONT / "node_modules" / ".ready"
    if not fetched.exists() or fetched.read_text() != lock.hexdigest():
        say("ติดตั้งส่วนของเบราว์เซอร์", "fetching the browser's packages")
        npm = [
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
            "--loglevel=error",
        ]
        run([BIN / "npm", *npm], cwd=FRONT)
        fetched.write_text(lock.hexdigest())
    say("สร้างส่วนของเบราว์เซอร์", "building the browser's part")
    run([BIN / "npm", "run", "build", "--silent"], cwd=FRONT)
    run([BIN / "python", "-m", "whitenoise.compress", "--quiet", BUILT])
    keep_paper_fonts()


def keep_paper_fonts() -> None:
    """Lay the typeface of our papers, and its licence, beside what sets them: paper is set where no browser is."""
    shutil.rmtree(PAPER_FONTS, ignore_errors=True)
    PAPER_FONTS.mkdir(parents=True)
    for font in ("400Regular/Sarabun_400Regular.ttf", "600SemiBold/Sarabun_600SemiBold.ttf"):
        shutil.copyfile(SARABUN / font, PAPER_FONTS / Path(font).name)
    shutil.copyfile(SARABUN / "LICENSE_FONT", PAPER_FONTS / "OFL.txt")


def compile_messages() -> None:
    run([BIN / "python", "tools/messages.py", "compile"])


def run(command: list[str | Path], cwd: Path = ROOT) -> None:
    """Run one step; when it fails, show the end of what it said and stop."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=surroundings(),
        close_fds=False,  # each step holds the lock too, and keeps it for as long as it outlives us
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        print(*done.stdout.splitlines()[-30:], sep="\n", file=sys.stderr)
        step = " ".join(Path(str(part)).name for part in command[:3])
        say(
            "ติดตั้งไม่สำเร็จ ดูข้อความข้างบน แล้วลองใหม่ได้เลย",
            f"stopped at “{step}”: see above; it is safe to try again",
        )
        sys.exit(1)


def surroundings() -> dict[str, str]:
    """The environment of every step: this machine's certificates, nothing fetched but packages."""
    ours = {
        "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "1",
        "NODE_USE_SYSTEM_CA": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    if not os.access(os.environ.get("HOME") or "/nowhere", os.W_OK):
        ours |= {
            "HOME": str(VENV),
            "UV_CACHE_DIR": str(VENV / "cache"),
            "npm_config_cache": str(VENV / "cache/npm"),
        }
    return {**os.environ, **ours}


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the checkout. The lock is on the folder itself, and the system lets go of it when we die."""
    folder = os.open(ROOT, os.O_RDONLY)
    os.set_inheritable(folder, True)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("รออีกหน้าต่างหนึ่งที่กำลังติดตั้งอยู่", "waiting for another ./sanam that is setting up")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def stamp(part: str) -> str:
    path = READY / part
    return path.read_text().rstrip("\n") if path.exists() else ""


def unstamp(part: str) -> None:
    (READY / part).unlink(missing_ok=True)


def leave(part: str, checksum: str) -> None:
    READY.mkdir(exist_ok=True)
    draft = READY / f"{part}.draft"
    draft.write_text(f"{checksum}\n")
    draft.replace(READY / part)


def say(thai: str, english: str) -> None:
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    print(f"sanam: {thai if locale.startswith('th') else english}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

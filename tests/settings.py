"""The platform's own settings, with what a test run needs to be quick, strict and to leave nothing behind."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests.undefined import Undefined

SCRATCH = Path(tempfile.mkdtemp(prefix="sanam-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
# keys, media and an SQLite database of this run alone, whatever the checkout's own installation holds
os.environ["SANAM_HOME"] = str(SCRATCH)
os.environ["SANAM_MEDIA"] = str(SCRATCH / "media")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH / 'sanam.sqlite3'}")

from sanam.config.settings import *  # noqa: E402, F403
from sanam.config.settings import DATABASES, INSTALLED_APPS, TEMPLATES  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "tests.quick.Quick"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined("undefined")
# what is queued is done at once
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # a file, as in life: shared memory locks differently; but one that need not survive a power cut
    for database in DATABASES.values():
        database["TEST"] = {**database.get("TEST", {}), "NAME": SCRATCH / "test.sqlite3"}
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

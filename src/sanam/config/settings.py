"""Settings of one installation; everything that differs between installations is read in `env`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from csp.constants import NONE, SELF

from sanam.config import env, turning

HOME = env.home()
PACKAGE = Path(__file__).resolve().parents[1]
KEYS = env.keys()
turning.hand_over(KEYS)

SECRET_KEY = KEYS["secret"]
DEBUG = env.flag("SANAM_DEBUG")
ALLOWED_HOSTS = env.words("SANAM_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
BEHIND_TLS = env.flag("SANAM_TLS")
SANAM_SAMPLE = env.flag("SANAM_SAMPLE", default=(HOME / "sample.json").exists())

INSTALLED_APPS = [
    "sanam.domain.journal",
    "sanam.domain.media",
    "sanam.domain.areas",
    "sanam.domain.parameters",
    "sanam.domain.teams",
    "sanam.domain.notices",
    "sanam.domain.gatherings",
    "sanam.domain.dialogue",
    "sanam.domain.rules",
    "sanam.domain.registry",
    "sanam.interfaces.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads each page by chance (BREACH), and the CSRF token is masked anew
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "sanam.interfaces.web.shell.middleware.LanguageAndTheme",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sanam.interfaces.web.shell.middleware.Manners",
    "sanam.interfaces.web.account.watching.LastSeen",
    "sanam.interfaces.web.shell.readonly.ReadOnlyGets",
    "sanam.interfaces.web.shell.middleware.RefusedToPage",
    "sanam.interfaces.web.shell.acting.ActingSeat",
    "sanam.interfaces.web.account.watching.SecondFactorFirst",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "sanam.config.urls"
WSGI_APPLICATION = "sanam.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sanam.interfaces.web.shell.context.shell",
            ],
        },
    },
]

# --- where things are kept -------------------------------------------------------------------------

DATABASES = {"default": env.database()}
# Looks are written while the page itself may only read: a second connection to the same database
# that can insert and nothing else (sanam.domain.journal).
DATABASES["looks"] = DATABASES["default"] | {"TEST": {"MIRROR": "default"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Work that outlives a request waits in our own database (`sanam worker` does it).
# wrong codes are counted here, by address: many addresses must not push one another out
_ROOMY = {"MAX_ENTRIES": 100_000}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": _ROOMY}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MEDIA_ROOT = Path(os.environ.get("SANAM_MEDIA") or HOME / "media")
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
# built files carry their digest in the name
WHITENOISE_IMMUTABLE_FILE_TEST = r"/built/assets/.+-[\w-]{8,}\.\w+$"
# rows of a long file that are kept together; ten times as many are still one transaction
FILE_PIECE_ROWS = env.number("SANAM_PIECE_ROWS", 2_000)
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024


# Letters say only that something waits; links in them lead to this address, never to one a request claimed.
SANAM_URL = env.site()
SENDS_MAIL = env.sends_mail()
globals().update(env.mail())


# --- who gets in -----------------------------------------------------------------------------------

AUTH_USER_MODEL = "teams.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "web:sign_in"
LOGIN_REDIRECT_URL = "web:today"
# five wrong passwords for one name from one address: wait fifteen minutes
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "sanam.interfaces.web.account.views.locked_out"
AXES_IPWARE_PROXY_COUNT = 1 if BEHIND_TLS else 0
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# a second factor is advised to those who see a whole district, or required of them
SECOND_FACTOR = env.one_of("SANAM_SECOND_FACTOR", ("advised", "required"))

SESSION_ENGINE = "sanam.domain.teams.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # gone with the browser: a phone at the door of a gathering keeps nothing of us
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_TLS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sanam.interfaces.web.shell.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- language and time -----------------------------------------------------------------------------

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
USE_I18N = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": sys.stderr}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("SANAM_LOG", "WARNING")},
}

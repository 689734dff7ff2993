"""The platform's own settings for whole installations in tests; nothing is changed, they are only set up faster."""

from sanam.config.settings import *  # noqa: F403
from sanam.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.quick.Quick"]

"""The keys handed to whoever seals, hashes and signs; and handed over anew once somebody has turned them."""

from __future__ import annotations

from sanam.config import env
from sanam.domain.foundation import sealing

_seen = {"at": 0}


def hand_over(keys: dict[str, str]) -> None:
    """Give the keys to `sealing`, and have it look now and then whether they were turned."""
    sealing.use_keys(field=keys["field"], hash=keys["hash"], journal=keys["journal"], before=env.older_keys())
    _seen["at"] = _changed_at()
    sealing.watch(_look)


def _look() -> None:
    if (changed := _changed_at()) != _seen["at"]:
        hand_over(env.keys())
        _seen["at"] = changed


def _changed_at() -> int:
    """When the file with the keys was last written; 0 where there is none, for then nothing can change them."""
    try:
        return env.key_path().stat().st_mtime_ns
    except OSError:
        return 0

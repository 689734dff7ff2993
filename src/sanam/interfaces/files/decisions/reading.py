"""A decision read from a file of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sanam.domain.rules.deciding import Asked
from sanam.interfaces.files.decisions.refusals import LARGEST, refusal

Pairs = Iterable[tuple[str, Any]]


def read(path: Path) -> Asked:
    """Read a file; raises BadInput, one sentence that names the place, for what cannot be meant."""
    return Asked.of(_load(path), f"ไฟล์ {path.name}", f"The file {path.name}")


def _load(path: Path) -> Any:
    """What the file says; raises BadInput for what is no JSON text, or says one thing twice."""

    def once(pairs: Pairs) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for key, value in pairs:
            if key in said:
                raise refusal("decisions.same_key", file=path.name, key=key)
            said[key] = value
        return said

    try:
        said = json.loads(_text(path), object_pairs_hook=once)
        # half a character can be written in JSON, and nowhere else: told now, not when it is printed
        json.dumps(said, ensure_ascii=False).encode()
        return said
    except json.JSONDecodeError as wrong:
        raise refusal("decisions.not_json", file=path.name, line=wrong.lineno, column=wrong.colno) from None
    except (ValueError, RecursionError):
        raise refusal("decisions.not_text", file=path.name) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise refusal("decisions.too_big", file=path.name)
        data = path.read_bytes()
    except OSError:
        raise refusal("decisions.no_file", file=path.name) from None
    return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")

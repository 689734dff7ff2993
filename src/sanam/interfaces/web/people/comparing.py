"""Two people corrected the same person at once: both values are shown, and none is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from sanam.interfaces.web.people.forms import CorrectForm

FIELDS = ("prefix", "given", "family", "nickname", "sex", "birth", "phone")
THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Apart:
    """One field that two people wrote differently."""

    name: str
    ours: str
    theirs: str


def known(person: Any) -> dict[str, Any]:
    """What the form begins with, and beside it what it began with, to see later who changed what."""
    begun = {name: getattr(person, name) for name in FIELDS}
    return begun | {"birth": person.born, "version": person.version, "begun": json.dumps(begun, ensure_ascii=False)}


def chosen(sent: QueryDict, now: Mapping[str, Any]) -> QueryDict:
    """What was sent, with the other's value in each field where it was chosen."""
    data = sent.copy()
    begun = json.loads(str(now["begun"]))
    for name in FIELDS:
        if sent.get(f"keep_{name}") == THEIRS:
            _put(data, name, begun[name])
    return data


def apart(form: CorrectForm, person: Any) -> list[Apart]:
    """The fields written differently here and there since the form was opened."""
    ours, begun = form.values(), _begun(form)
    pairs = ((name, ours[name], getattr(person, name)) for name in FIELDS if name in ours)
    return [Apart(name, mine, now) for name, mine, now in pairs if mine != now and begun.get(name) not in (mine, now)]


def merged(form: CorrectForm, person: Any, version: int) -> QueryDict:
    """The same form over what is known now: a field nobody touched here takes the other's value."""
    data, ours, begun = QueryDict(mutable=True), form.values(), _begun(form)
    data.update(form.data)
    for name in FIELDS:
        if name in ours and ours[name] == begun.get(name):
            _put(data, name, getattr(person, name))
    data["version"] = str(version)
    data["begun"] = str(known(person)["begun"])
    return data


def _begun(form: CorrectForm) -> dict[str, str]:
    try:
        begun = json.loads(form.cleaned_data.get("begun") or "{}")
    except ValueError:
        return {}
    return begun if isinstance(begun, dict) else {}


def _put(data: QueryDict, name: str, value: str) -> None:
    for part in [key for key in data if key.startswith(f"{name}_")]:
        del data[part]
    data[name] = value

"""Every column says how private it is."""

from __future__ import annotations

import pytest
from django.apps import apps

from sanam.domain.foundation.privacy import unmarked

MODELS = [model for model in apps.get_models() if model.__module__.startswith("sanam.")]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_marked(model: type) -> None:
    assert not unmarked(model)

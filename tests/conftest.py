"""Manners that every test keeps without asking: no network, no undefined name, no luck with row order."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.models import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler
from django.template.base import FilterExpression

from sanam.domain.registry.models import Person
from sanam.domain.registry.rights import ledger
from tests.cast import Cast, gather, people_the_field
from tests.snapshots import Kept, once

# Playwright keeps a loop of its own in the same thread, which Django would take for ours.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

LOOPBACK = {"localhost", "127.0.0.1", "::1", "0.0.0.0", ""}
NEEDS_TABLES = {"django_db_setup", "db", "transactional_db", "django_db_reset_sequences", "live_server"}
FILL_IN = {"default", "default_if_none", "yesno"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run what touches a database, for the rest has been run; elsewhere, what can run there.

    The slow ones come first, so that no core waits for another at the end.
    """
    on_postgres = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")

    def belongs(item: pytest.Item) -> bool:
        if on_postgres:
            touches = item.get_closest_marker("django_db") or NEEDS_TABLES & set(getattr(item, "fixturenames", ()))
            return bool(touches or item.get_closest_marker("postgres"))
        return item.get_closest_marker("postgres") is None

    away = [item for item in items if not belongs(item)]
    if away:
        config.hook.pytest_deselected(items=away)
    items[:] = sorted(filter(belongs, items), key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """What was imported stays until the end, so the garbage collector need not look through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test may speak to this machine and to nobody else."""
    with pytest.MonkeyPatch.context() as patch:
        connect, find = socket.socket.connect, socket.getaddrinfo

        def connect_here(self: socket.socket, address: Any) -> None:
            if self.family != socket.AF_UNIX and not here(address[0]):
                raise AssertionError(f"a test reached for the network: {address[0]}")
            connect(self, address)

        def find_here(host: Any, *more: Any, **named: Any) -> Any:
            if not here(host):
                raise AssertionError(f"a test reached for the network: {host}")
            return find(host, *more, **named)

        patch.setattr(socket.socket, "connect", connect_here)
        patch.setattr(socket, "getaddrinfo", find_here)
        yield


def here(host: Any) -> bool:
    return host is None or str(host) in LOOPBACK or str(host).startswith("127.")


@pytest.fixture(autouse=True, scope="session")
def defaults_may_fill_in() -> Iterator[None]:
    """`{{ x|default:"–" }}` says itself what to show when x is not there; anything else must be given."""
    resolve = FilterExpression.resolve

    def resolve_kindly(self: FilterExpression, context: Any, ignore_failures: bool = False) -> Any:
        filled = bool(self.filters) and self.filters[0][0].__name__ in FILL_IN
        return resolve(self, context, ignore_failures=ignore_failures or filled)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FilterExpression, "resolve", resolve_kindly)
        yield


@pytest.fixture(autouse=True, scope="session")
def unordered_means_any_order() -> Iterator[None]:
    """Rows that no one ordered come shuffled, so that nobody leans on luck."""
    get_order_by, combine = SQLCompiler.get_order_by, SQLCompiler.get_combinator_sql

    def combine_in_order(self: SQLCompiler, *how: Any) -> Any:
        for part in self.query.combined_queries:
            part.part_of_a_union = True
        return combine(self, *how)

    def get_any_order(self: SQLCompiler) -> list[Any]:
        ordered = get_order_by(self)
        if ordered or not shuffles(self):
            return ordered
        chance = OrderBy(Random()).resolve_expression(self.query, allow_joins=True, reuse=None)
        return [(chance, (*self.compile(chance), False))]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLCompiler, "get_order_by", get_any_order)
        patch.setattr(SQLCompiler, "get_combinator_sql", combine_in_order)
        yield


def shuffles(compiler: SQLCompiler) -> bool:
    """Only plain lists of rows: not counts, groups, unions, distinct rows or parts of another statement."""
    query = compiler.query
    part = query.combinator or query.subquery or getattr(query, "part_of_a_union", False)
    whole = not (part or query.distinct or query.select_for_update)
    counted = query.group_by is not None or any(a.contains_aggregate for a in query.annotation_select.values())
    return type(compiler) is SQLCompiler and whole and not counted


@pytest.fixture(autouse=True)
def looks_in_the_tests_own_transaction(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test holds the write lock itself, so a second connection would wait for ever; `real_looks` asks for it."""
    if not request.node.get_closest_marker("real_looks"):
        monkeypatch.setattr("sanam.domain.journal.operations.LOOKS", "default")


@pytest.fixture(autouse=True)
def nobody_was_erased_before() -> Iterator[None]:
    """The list of erasures lies beside the database, so what one test writes there outlives its transaction."""
    yield
    ledger.path().unlink(missing_ok=True)


@pytest.fixture(scope="session")
def snapshots() -> Kept:
    """What this process built once."""
    return {}


@pytest.fixture
def cast(db: None, snapshots: Kept) -> Cast:
    """The standing district's seats, nobody in its registry yet."""
    made = once(snapshots, "cast", gather)
    return Cast(dict(made.actors), deepcopy(made.members), deepcopy(made.seats))


@pytest.fixture
def field(cast: Cast, snapshots: Kept, tmp_path: Path) -> Cast:
    """The standing district with its people."""
    once(snapshots, f"field of {cast.nurse.ref}", lambda: people_the_field(tmp_path, cast))
    return cast


@pytest.fixture
def ours(field: Cast) -> Person:
    """A person in village 5, whom the volunteer looks after."""
    return Person.objects.get(given="เอียด")


@pytest.fixture
def neighbour(field: Cast) -> Person:
    """A person of the same sub-district, in a house the volunteer does not look after."""
    return Person.objects.get(given="คล้าย")


@pytest.fixture
def foreign(field: Cast) -> Person:
    """A person of another district."""
    return Person.objects.get(given="สมหมาย")

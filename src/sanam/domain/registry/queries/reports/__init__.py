"""Reports: figures by place, and the lists behind them for seats that see the people."""

from sanam.domain.registry.queries.reports.changed import Change, changed, first_of, lives_changed, month_after, months
from sanam.domain.registry.queries.reports.figures import COLUMNS, MONTHLY, Figures, figures, monthly
from sanam.domain.registry.queries.reports.lists import (
    SOON,
    Card,
    Home,
    cards,
    cards_in_all,
    homes,
    homes_in_all,
    middles,
)
from sanam.domain.registry.queries.reports.scope import Scope, scope_of

__all__ = [
    "COLUMNS",
    "MONTHLY",
    "SOON",
    "Card",
    "Change",
    "Figures",
    "Home",
    "Scope",
    "cards",
    "cards_in_all",
    "changed",
    "figures",
    "first_of",
    "homes",
    "homes_in_all",
    "lives_changed",
    "middles",
    "month_after",
    "monthly",
    "months",
    "scope_of",
]

"""Reports: figures by place, and the lists behind them for seats that see the people."""

from sanam.domain.registry.queries.reports.changed import Change, changed, first_of, month_after, months
from sanam.domain.registry.queries.reports.figures import COLUMNS, MONTHLY, Figures, figures, monthly
from sanam.domain.registry.queries.reports.lists import SOON, Card, Home, cards, homes, homes_in_all, middles
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
    "changed",
    "figures",
    "first_of",
    "homes",
    "homes_in_all",
    "middles",
    "month_after",
    "monthly",
    "months",
    "scope_of",
]

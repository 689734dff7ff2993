"""The page on which one clause is changed, with its dials: asked for by a seat, or written because of an objection."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse

from sanam.domain.rules.numbering import next_number
from sanam.domain.rules.queries import Objection, Proposal
from sanam.domain.rules.values import steers
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.change_forms import ClauseForm, RewriteForm
from sanam.interfaces.web.shell.request import Request

TEMPLATE = "rules/one_clause.html"


def change_clause(request: Request, form: ClauseForm, question: Question, done: Any, **more: Any) -> HttpResponse:
    """As `ask` does, with the clause's dials beneath its text."""
    return ask(request, form, question, done, template=TEMPLATE, **more)


def rewriting(request: Request, proposal: Proposal) -> RewriteForm:
    """The clause that the address names, or the first; one past the last is a new one. Raises Http404 for no clause."""
    clauses = {one.number: one for one in proposal.clauses.all()}
    asked = request.GET.get("clause", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else min(clauses)
    if number not in clauses and number != next_number(proposal):
        raise Http404
    form = RewriteForm(request.POST or None, clause=clauses.get(number), number=number, steers=steers(proposal.body))
    form.numbers, form.new = sorted(clauses), next_number(proposal)
    return form


def another_clause(
    request: Request, form: RewriteForm, question: Question, done: Any, *, objection: Objection
) -> HttpResponse:
    """The same page, with the objection and the way to the other clauses above."""
    return change_clause(request, form, question, done, numbers=form.numbers, new=form.new, objection=objection)

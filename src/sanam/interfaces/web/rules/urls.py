"""Addresses of rules: proposals with their rounds, and what is in force with the words given on it."""

from django.urls import path

from sanam.interfaces.web.rules import (
    amending,
    for_now,
    helping,
    objecting,
    papers,
    practising,
    proposals,
    rounds,
    views,
)

proposing_urls = [
    path("rules/proposals/new/", proposals.new, name="new_proposal"),
    path("rules/proposals/<uuid:proposal_id>/", proposals.proposal, name="proposal"),
    path("rules/proposals/<uuid:proposal_id>/change/", proposals.change, name="change_proposal"),
    path("rules/proposals/<uuid:proposal_id>/withdraw/", proposals.withdraw, name="withdraw_proposal"),
    path("rules/proposals/<uuid:proposal_id>/clauses/<int:number>/", amending.amend, name="amend"),
    path("rules/proposals/<uuid:proposal_id>/rounds/open/", rounds.open_round, name="open_round"),
    path("rules/amendments/<int:amendment_id>/<slug:deed>/", amending.settle, name="settle_amendment"),
    path("rules/rounds/<int:round_id>/answer/", rounds.answer, name="answer_round"),
    path("rules/rounds/<int:round_id>/assist/", rounds.assist, name="assist_round"),
    path("rules/rounds/<int:round_id>/close/", rounds.close, name="close_round"),
    path("rules/rounds/<int:round_id>/file/", rounds.file, name="decision_file"),
    path("rules/objections/<int:objection_id>/<slug:deed>/", objecting.settle, name="objection"),
    path("rules/versions/<uuid:version_id>/file/", papers.file, name="rule_file"),
    path("rules/versions/<uuid:version_id>/<slug:deed>/", for_now.answer, name="for_now"),
]
rule_urls = [
    path("rules/", views.rules, name="rules"),
    path("rules/<uuid:rule_id>/", views.rule, name="rule"),
    path("rules/<uuid:rule_id>/<slug:deed>/", helping.about_rule, name="rule_deed"),
    path("rules/versions/<uuid:version_id>/", views.version, name="rule_version"),
    path("rules/clauses/<int:clause_id>/sign/", practising.sign, name="sign_clause"),
    path("rules/commitments/<uuid:commitment_id>/", practising.commitment, name="commitment"),
    path("rules/commitments/<uuid:commitment_id>/practise/", practising.practise, name="practise"),
    path("rules/commitments/<uuid:commitment_id>/<slug:deed>/", helping.about_word, name="commitment_deed"),
    path("rules/steps/<int:step_id>/<slug:deed>/", helping.about_step, name="step_deed"),
]

"""mirror: how we cooperate, and what we learned (กระจก).

A **trace** is an act that some room recorded anyway: an attendance, a co-visit, an answered referral, an
approval, a hand-over. A **measure** reads traces and says one thing about how parties work together, each
against its **null** (what chance alone would give). Below its **gate** it says «ยังบอกไม่ได้» and what is
missing. A **finding** ends in one small next step.

`measures` one module each, with its formula, source, pitfalls and what it is not for; `network` who is tied to
whom; `chance` permutation p, Wilson, Holm; `gates` what may be said; `figures` the mirror of one body from plain
rows; `plain` the mirror of plain files (`sanam mirror file`, `sanam mirror events`).

Leans on: every room below, reading only; today on the foundation alone, for it takes plain rows.

Remember: right before pretty. No figure without its number of cases, window and interval; persons are never
ranked; opinions and beneficiaries are never shown below five; strengths come first. The same rows and the same
seed give the same figures, so that anyone can compute them again.

Not built yet: reading the rooms' own traces, pages, the yearly pulse, reflections.
"""

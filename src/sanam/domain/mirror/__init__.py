"""mirror: how we cooperate, and what we learned (กระจก).

A **trace** is an act that some room recorded anyway: an attendance, a co-visit, an answered referral, an
approval, a hand-over. A **measure** reads traces and says one thing about how parties work together, each
against its **null** (what chance alone would give). Below its **gate** it says «ยังบอกไม่ได้» and what is
missing. A **finding** ends in one small next step. A **pulse** is the yearly question about trust; a
**reflection** lays after-action reviews beside the facts.

Leans on: every room below, reading only. It changes nothing but its own pulses and reflections.

Remember: right before pretty. No figure without its number of cases, window and interval; persons are never
ranked; opinions and beneficiaries are never shown below five; strengths come first. Results are kept with
their date, the definition's version and the seed, so that anyone can compute them again.

Not built yet.
"""

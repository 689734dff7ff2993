"""care: what we do around one person (การดูแล).

A **visit** is who went, with whom, what was seen and when next. An **assessment** is an answered form and
its score, pinned to the version it was asked in. A **need** is a closed loop: found, offered or referred,
accepted or declined with a reason, done, confirmed by the person or family, looked at again later. A
**referral** carries a need to another seat. A **care plan** starts with the person's own wish. A **device**
is lent and comes back.

Leans on: registry, rules, gatherings, notices, teams, parameters, areas, media, journal, foundation. It
keeps which need holds which token of a fund; money itself it never sees.

Remember: a need always has an owner, and its finder is told at each step. An unanswered item means no
score. An answer about self-harm reaches only seats with a clinical mandate, and never the neighbours.

Not built yet.
"""

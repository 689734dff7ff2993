"""notices: who must hear of it.

A **notice** is one sentence to a seat, written in the transaction of the deed it tells of, so that the writer hears
back even when whoever did it forgot to say so.

Leans on: teams, journal, foundation.
"""

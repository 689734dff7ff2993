"""notices: who must hear of it.

A **notice** is one sentence to a seat, written in the transaction of the deed it tells of, so that the writer hears
back even when whoever did it forgot to say so.

A member may also hear by e-mail, never unasked: a **mailbox** is an address they confirmed by a one-time link, and a
**letter** in our own queue says only that something waits and how many. A letter never holds a name.

Leans on: teams, journal, foundation.
"""

"""funds: with what money (กองทุน).

A **fund** is one legal pot with its **authority**: a legal fund obeys its own committee, whose minutes we
record; a pooled one obeys our rules. An **entry** is a set of **lines**, debit and credit in whole satang,
posted once into an open **period** and never changed; a **reversal** mirrors one exactly. A **request**
becomes an **approval** and a **payment**. Hours and goods live in the **memo ledger**, in their own units.

Leans on: rules, gatherings, notices, teams, parameters, areas, media, journal, foundation. It is a stranger
to the registry: what is paid for is an opaque token.

Remember: the database itself keeps debits equal to credits and a restricted fund from going below zero.
Nobody holds two of request, approve and pay on one item, whatever seats they hold.

Not built yet.
"""

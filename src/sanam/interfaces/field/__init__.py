"""field: the phone that works without a signal, and how it catches up.

A **window** is what one seat's phone may hold: assigned people, area, time. A **pull** gives the changes
since a cursor; a **push** brings operations, each with its own identifier and the version it was made from,
and each is answered by itself. A **lease** is how long a phone may stay away before its store locks.

Leans on: files and the rooms, through operations and queries; the contract's examples are run by both sides.

Remember: nothing is silently overwritten or applied twice. The same field changed twice goes to a human with
both values. "Sent" is said only when the server said so.

Not built yet.
"""

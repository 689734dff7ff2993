"""api: the same deeds for other programs, described by an OpenAPI document.

A **token** acts for a seat with that seat's mandate or less. An **idempotency key** makes a repeated call
one deed. A refusal is a problem document with its code and both sentences.

Leans on: files and the rooms, through operations and queries.

Remember: it can do nothing that a seat could not do by hand, and every path is in the authorization matrix.

Not built yet.
"""

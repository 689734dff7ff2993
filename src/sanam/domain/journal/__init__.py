"""journal: who did, and who looked at, what.

Every deed writes an **entry** in its own transaction, every look at a person writes one before the page leaves.
Entries hold opaque references and salted digests, never values; the **details** behind a digest, and its salt, live
in a table that may lawfully be erased, each with a **tombstone**, an entry that says so. **Seals** close ranges of
entries into a chain whose head is kept outside.

Leans on: foundation.

Remember: there are no foreign keys to living rows here, the tables refuse UPDATE and DELETE, and an entry is written
only inside the transaction of its deed.
"""

"""What belongs to a person, wherever it stands: gathered as a file, erased with a tombstone, kept while needed.

The parts of the deeds in `operations.requests`, `operations.erasure` and `operations.retention`; found by looking at
the tables themselves, so that a table added tomorrow is covered without being listed.
"""

"""Deeds of the registry, a module a noun: `people.add(...)`, `facts.confirm(...)`, `duplicates.decide(...)`."""

"""Deeds of the room, a module a noun: `bodies.found(...)`, `seats.set_up(...)`, `holdings.begin(...)`."""

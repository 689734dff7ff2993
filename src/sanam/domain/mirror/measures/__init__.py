"""One module a measure: why it matters, its formula with the source, its pitfalls, and what it may not be used for.

A measure takes plain networks and rows, knows no table, and gives back its figure with what chance would give. Whether
that may be said at all is for `gates`.
"""

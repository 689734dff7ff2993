"""The ways in. Each knows the deeds of the rooms, not their tables, and none knows another.

    web     pages for people at a desk or with a phone, cut by place in the navigation
    api     the same deeds for other programs
    field   the phone that works without a signal, and how it catches up
    cli     what an operator types
    files   reads and writes the field's formats; the four above may lean on it

Each turns a `Refused` into its own kind of answer in exactly one place.
"""

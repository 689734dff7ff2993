"""media: pictures and papers, stored privately.

A **stored** file has a random name, a type found by looking at its bytes, and an **owner**: the room that put it there
registers who may see it. Nothing is here yet; the first photos arrive with gatherings.

Leans on: journal, foundation.
"""

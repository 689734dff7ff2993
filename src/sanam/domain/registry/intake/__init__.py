"""How files become people: houses joined, people matched, the winner among several hospitals chosen.

The parts of one deed, `operations.files.read_in`; nothing here is called from anywhere else.
"""

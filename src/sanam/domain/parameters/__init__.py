"""parameters: the dials the agreements turn.

A **dial** is typed and bounded in the catalogue; a **setting** is its value now, and the rule version it came from.
`rules` turns dials when a version comes into force; every room reads them here.

Leans on: journal, foundation.
"""

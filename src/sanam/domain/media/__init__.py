"""media: pictures and papers, stored privately.

A **picture** is drawn anew from what was sent, so nothing hidden in the file comes along; a **paper** is kept as it
came and is never shown. What is **kept** has a random name, a type found by looking at its bytes, and an **owner** such
as "gathering:<id>": the room behind that word registers who may see it (`owners.show`). A word nobody registered shows
nothing to anybody.

Leans on: journal, foundation.

Remember: files and rows end together. Whatever a killed process leaves undecided, `operations.sweep` finishes. Whether
somebody may keep or take away is for the owner's own deed to ask; the room here knows only who may see.
"""

"""files: reading and writing the field's formats, for whichever way in asks.

`f43` reads the ministry's 43-file export, `paper` the meeting page of the founding document's form,
`relations` plain tables of ties, legs and attendance, for the mirror.
"""

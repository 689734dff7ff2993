"""The meeting page of the founding document's form, read and written.

`page` is what a page says, `reader` reads one and `writer` writes one; `intake` keeps it as a gathering,
`compose` puts a gathering into its words and `leaving` lets one out. The parts of
a page have a module each: heading, photos, byline, held (the day), heads, networks, points, questions, signature.
"""

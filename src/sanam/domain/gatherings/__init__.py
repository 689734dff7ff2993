"""gatherings: where we met.

A **gathering** has a title, a day, the **networks** that came and how many heads, **photos** (a paper page only lists
their sizes), numbered **points**, **open questions** that stay until concluded, thanks and a signature.

Leans on: teams, journal, foundation.

Remember: the page itself is the record; what could not be read is kept as text and said.
"""

"""gatherings: where we met.

A **gathering** has a title, a day, the **networks** that came and how many heads, **photos** (a paper page only lists
their sizes), numbered **points**, **open questions** that stay until concluded, thanks and a signature.

A **shot** is a photo somebody sent: it leaves the house only once described and with everybody in it asked. A page is
**published** when its report is approved, and a corrected page becomes a **version** when somebody says so.

Leans on: teams, media, journal, foundation.

Remember: the page itself is the record; what could not be read is kept as text and said.
"""

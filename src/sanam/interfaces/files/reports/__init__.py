"""reports: one report as data, said in the reader's language; the page, the sheet and the paper all come from it.

`compose.report` makes it as a seat may read it; `leaving.written_down` is asked before any of it leaves as a file.
"""

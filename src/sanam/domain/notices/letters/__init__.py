"""Letters: e-mail that says only that something waits and how many. No name, nothing of anybody, is ever in one.

`links` makes the two links a letter carries, `text` what it says, `post` hands it to the mail server. A link does
nothing when it is opened: machines open links of letters too, so the page it leads to asks once more.
"""

"""relations: plain tables of who is tied to whom, who belongs to which leg, and who came where.

For networks from books and other programs, so that the mirror can be held against them. What a file cannot mean is
refused in one sentence with its line; nothing is guessed past that, and what was set aside is counted.
"""

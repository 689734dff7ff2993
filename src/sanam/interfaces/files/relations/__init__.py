"""relations: plain tables of who is tied to whom, who is of which leg, who came where, and who said what.

For networks and rooms of others, so that mirror and counting can be held against them. What a file cannot mean is
refused in one sentence with its line; nothing is guessed past that, and what was set aside is counted.
"""

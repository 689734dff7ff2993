"""Thai as people write it: numerals, dates, names, search and sort keys, money.

Each module reads every form the field uses, and says one form back.
"""

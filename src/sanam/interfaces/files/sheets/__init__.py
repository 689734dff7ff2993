"""sheets: tables that a spreadsheet opens.

A cell that begins like a formula is defused before it is written (`cells.defused`), for a spreadsheet that
opens a stranger's text as a formula runs it.
"""

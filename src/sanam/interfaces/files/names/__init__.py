"""names: plain lists of who could be asked, pasted or sent as a spreadsheet; a name, a phone, a group.

Nothing else is read, whatever other columns a sheet has: no national ID, no address, no birthday.
"""

"""calendar: gatherings as iCalendar (RFC 5545), for the calendar a member has already.

An event says what, when and where, and whether it was called off; who was asked and who comes is not in it.
"""

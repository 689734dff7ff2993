"""calendar: gatherings and the days of the rules as iCalendar (RFC 5545), for the calendar a member has already.

An event says what, when and where, and whether it was called off. Who was asked, who comes, what was answered and what
somebody promised in their own words are not in it.
"""

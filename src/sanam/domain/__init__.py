"""The rooms, in the order the story is told. Each leans only on rooms further down this list.

    mirror              how we cooperate, and what we learned
    plans               what we want to become true
    care                what we do around one person
    registry | funds    whom we care for | with what money (strangers to each other)
    rules               what we agreed
    dialogue            what each party brings
    gatherings          where we met
    notices             who must hear of it
    teams               who we are
    parameters          the dials the agreements turn
    areas               where
    media               pictures and papers
    journal             who did, and looked at, what
    foundation          no tables: clock, ids, Actor, Refused, privacy marks, Thai dates, names and money

The order is that of the founding report: people meet, say what they bring, agree rules, know the persons,
care, pay, plan, and look in the mirror.
"""

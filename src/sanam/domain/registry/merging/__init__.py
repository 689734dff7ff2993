"""Two records become one person and, if that was wrong, two again: no row is lost, and each finds its way back.

Tables that name a person are found by looking at the models (`tables`); a row that fits goes to the living record, one
that would stand there twice waits with the record merged away (`rules`). What every touched row was is kept sealed
(`ledger`), so that parting (`parting`) puts each back, unless something happened to it since.
"""

"""lists: spreadsheets of people as districts keep them, read without trusting any of it.

    with opened(path) as table:            # refuses what is not safe to open; xlsx or csv
        columns = understood(table)        # finds the header row, and what each column means
        for row in table.rows_below(…):    # cells with what was odd about them; a formula is never computed
            entry(row, columns, places)    # in the registry's words, with what was odd about the row

`refusals` holds why a whole file is turned away; `problems` what can be odd about one row. Neither sentence ever
repeats a person's name or number.
"""

"""The 43 files (43 แฟ้ม): what the ministry's systems export, read without trusting any of it.

    with open_archive(path) as archive:          # refuses what is not safe to open
        archive.check()                          # refuses what is damaged, before anything is applied
        for line in read_table(archive, member): # one row at a time, columns by header name
            row, problems = read_person(line)    # normalised, with what was odd about it

`refusals` holds why a whole file is turned away; `problems` what can be odd about one line. Neither
sentence ever repeats a person's name or number. Nothing here knows a database.
"""

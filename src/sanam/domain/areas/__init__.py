"""areas: where (province > district > sub-district > village).

Codes are the interior ministry's (DOPA, CCAATTMM): 2 digits a province, 4 a district, 6 a sub-district, 8 a village.
Names repeat, codes do not. A code that was abolished stays, with its **successor**. The country's places come with
the database; villages are noted from the data that names them. Where sub-districts stand on their district's tile map
is kept here too: it is said of places, and no person is needed to say it.

Leans on: journal, foundation.
"""

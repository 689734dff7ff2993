"""foundation: the small words every room speaks. No tables, no Django, nothing beneath it.

| word | where | in short |
|---|---|---|
| Refused | `refused` | a "no" that says why, in one Thai and one English sentence |
| Actor, Mandate | `actor` | who does a deed, and what they may do and see |
| Privacy | `privacy` | open, personal, sensitive or secret: the mark on every stored field |
| now, today | `clock` | the only clock; tests hold it still with `clock.at` |
| new id | `ids` | random, ordered by time, telling nothing about a person |
| national ID, phone | `national_id`, `phone` | read as people write them; numbers that can belong to nobody |
| sealing | `sealing` | encrypting, keyed hashes and seals |
| Thai | `thai/` | numerals, dates in พ.ศ., names and prefixes, search and sort keys, satang |

To remember: what a person typed is never repaired in silence. A reader returns exactly what was
written, in one canonical form, or raises `BadInput`, whose sentence helps them put it right.
"""

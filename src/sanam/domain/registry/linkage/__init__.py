"""Linkage: which two records may be one person, scored by the Fellegi–Sunter model on a database of its own.

| part | for |
|---|---|
| `unasked` | the one rule by which two records are joined without asking |
| `sounds` | how a Thai name is heard, and its consonants alone |
| `frame` | the registry's people as columns to compare |
| `levels` | how well two fields agree, and what each agreement weighs |
| `scoring` | splink on DuckDB, in memory alone |
| `bands` | linked unasked, asked about, or no |

Remember: never a national ID, only its keyed hash. A score never links; it only asks.
"""

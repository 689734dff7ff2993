"""The sample district: invented people of a real place, in the files that real systems write.

อำเภอควนขนุน keeps its true name and codes; nobody in it exists. National IDs carry office 98, which no
office has; telephones start 00000 and cannot be dialled; hospitals are 99xxx; houses start 98.

| file | for |
|---|---|
| `district` | `invent(...)`: the whole tree of hospitals, villages, households and people |
| `things` | what that tree is made of |
| `dice`, `names`, `lists/`, `places`, `numbers` | luck from a seed, and what it picks from |
| `households`, `kinship`, `village_life` | families, who is whose, and their moving in |
| `traits`, `health`, `standing` | what people do, how they are, who serves the village |
| `hospitals` | the twelve รพ.สต., and the manner in which each writes its files |
| `familiar` | the few people whom the pages' pictures speak of |
| `lookalikes`, `duplicates`, `row_errors`, `name_slips`, `mistakes` | what is planted, each with its truth |
| `f43_export` and the other `f43_*` | the 43-file exports, each hospital in its own manner |
| `truth` | what was planted, as JSON, to hold any reader or linkage against |
| `teams`, `team_plans` | invented seats and members of the boards |
| `spreadsheets` | a list of people as a municipality keeps it, and one that is taken back |
| `painting`, `showing` | photos painted by code, and the pages they are put on |
| `papers/` | invented meeting pages in the form of the founding document |

To remember: the same seed, size and day give the same bytes. Nothing here touches a database: `build`
hands these files to the doors anyone would use.
"""

"""registry: whom we care for (ข้อมูลกลาง), individual-level, current, reportable, plannable.

A **person** lives in a **household**; an **identifier** is sealed and found again by a keyed hash, and *no number,
because …* is normal. A **group** is one of the field's vulnerable groups. A **fact group** (identity, address, carer,
function, health, living, income) is *fresh*, *ageing*, *stale* or *unknown* by when somebody last saw that it holds.
A **source row** keeps what a file said; a **change** keeps what a value was, who changed it, from which source.

Leans on: parameters, teams, areas, notices, journal, foundation.

Remember: every path that shows people goes through `access.visible`; no scope means nothing, never everything.
Only a date of observation makes a fact fresh; a re-save or an export stamp never does.
"""

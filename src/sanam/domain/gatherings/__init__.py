"""gatherings: where we met.

A **gathering** has a title, a day, the **networks** that came and how many heads, **photos** (a paper page only lists
their sizes), numbered **points**, **open questions** that stay until concluded, thanks and a signature.

Before it, somebody is **invited**: a seat, or one of a body's **eligible** list, which is never taken from the
register of people; some by a **draw** that anyone can do again. At its **door** phones sign in; **attendance** holds
who gave a name, **head-counts** everybody, and heads are never fewer than names.

Whoever stands on a list or signed in may have it as a file, put right or erased (`listed`): the row stays without the
name, and every draw comes out the same (ADR 23).

While people talk, **minutes** are written under the matters of the agenda, and **decisions** leg by leg; a **report**
is approved by another member than the one who wrote it. Afterwards each leg says what it **learned**; **actions** come
back until they are done, as questions do.

A **shot** is a photo somebody sent: it leaves the house only once described and with everybody in it asked. A page is
**published** when its report is approved, and a corrected page becomes a **version** when somebody says so.

Leans on: notices, teams, media, journal, foundation.

Remember: the page itself is the record; what could not be read is kept as text and said. A leg that was silent never
agreed. What was said without a name is tied to nobody (ADR 20). An approved report never changes: every deed that
writes in one begins in `writing.begin`.
"""

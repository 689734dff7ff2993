"""plans: what we want to become true (แผน).

A **goal** comes from common ground or is somebody's own. An **outcome** says whose life, practice, relation
or rule changes, with an **indicator**, a baseline, a target and a **horizon**. An **activity** has seats
that answer for it and an origin (สั่งการ, วงคุย or ท้องถิ่น); its **output** is what was done, never yet the
outcome. A **claim** that an outcome came about is **substantiated** by a seat of another leg, or is not.

Leans on: care, registry, funds, rules, dialogue, gatherings, notices, teams, parameters, areas, journal,
foundation.

Remember: a plan is built from the register, with the age of the data beside each figure. «ยังไม่ถึงเวลา» is an
honest state. What leaves the entitled seats hides 1–4, and enough beside it that nothing can be worked out.

Not built yet.
"""

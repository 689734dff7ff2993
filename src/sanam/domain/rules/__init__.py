"""rules: what we agreed (กติกากลาง).

A **rule** has **versions**, whose clauses cannot be changed once adopted. A **proposal** names its method
and its quorum per leg, and goes through **amendments**, **rounds** and **responses** by seat; an
**objection** says which aim is harmed. A **decision** is computed from the responses and can be computed
again by anyone. A **commitment** is an organisation's word on a clause; **practice** is how it went: did,
partly, not yet, want help.

Leans on: dialogue, gatherings, notices, teams, parameters, areas, journal, foundation. A version that comes
into force writes the values it carries into parameters, and every page can say by which rule they stand.

Remember: a vacant leg is missing, not bound. Help comes first: the reminder is the only step that happens by
itself. Rules may only narrow who sees what, and only raise the smallest number shown.
"""

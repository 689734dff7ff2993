"""teams: who we are (กลไกกลาง).

A **body** (พชอ., กขป., พชต., a care team …) has three to six **legs**; an **organisation** belongs to a leg;
a **seat** is a role in a body with a **mandate**: what it may do, where, and which kinds of facts it sees.
A **member** is a human who works; an **account** is a way to sign in; a **holding** says who sits where, from
when until when, as holder, deputy or acting.

A seat changes hands by a **hand-over**: begun by a third, what is open talked over, confirmed by both. Below the fewest
seats a body needs filled it is **frozen**: rooms above ask `policies`.

A rule may **close** a class of facts to seats of a role: `closing` takes it from what their mandates give.

Leans on: parameters, areas, journal, foundation.

Remember: everything a member does, they do *as a seat*; a seat without an area sees nothing; nobody changes
their own seat, mandate or scope by any path.
"""

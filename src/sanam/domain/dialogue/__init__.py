"""dialogue: what each party brings (วงคุย).

An **exchange** is open at a gathering or for some days. A **position** is what an organisation brings:
เป้าหมาย, วิธีการ, ต้นทุน, จุดเน้น, and what it hopes to gain. A **statement** is one idea; a **vote** agrees,
disagrees or passes; **dots** say what matters most. A **ticket** lets one phone take part without an account.
A **common goal** is what every declared leg can agree to; an **emphasis** is what one leg stresses.

Leans on: gatherings, notices, teams, parameters, areas, journal, foundation.

Remember: votes are hidden until the exchange is closed. Results go by the legs people declared, never by
guessed clusters; a leg with fewer than three voices «ยังไม่ได้พูด». Any result can be computed again from a
plain file.
"""

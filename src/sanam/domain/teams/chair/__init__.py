"""The chair (เก้าอี้): how a body's legs carry it. Figures in, geometry and words out; nothing here knows a table.

**The length of a leg** is the mean, over those of {filled seats, presence, decisions} that exist, of

    min(1, L × share)        L legs; share = what this leg did ÷ what all legs did

so a leg that carries its equal part, or more, is as long as the chair allows (1), and one that carries nothing is 0.
Where nobody did anything in an arena, the arena does not exist yet and says nothing of anybody.
(Equality among legs: governance research M12; it compares legs, never persons.)

**The legs** are three to six posts on a circle, evenly, the first in front on the left and on to the right.

**The seat** is one flat plane. The tops of three legs always lie in a plane; those of four to six need not, so the
plane is the one that fits all tops best (least squares). On evenly spread posts it is

    z(x, y) = a + b·x + c·y      a = mean of lengths,   (b, c) = 2/L · Σ length · (x, y)

Equal legs give b = c = 0: it stands level. One empty leg among equal ones gives a slope exactly towards that leg, for
every L. A leg that does not reach the plane is drawn with a gap above it; one that is longer shows through the seat:
no leg is ever drawn longer or shorter than it is. Legs can be unequal and the plane still flat (two short ones face
each other): then it rocks, and the words say so.
"""

from sanam.domain.teams.chair.figures import SEATS, Did, LegFigures, length, lengths
from sanam.domain.teams.chair.standing import Post, Standing, stand
from sanam.domain.teams.chair.words import Stands, said, stands

__all__ = [
    "SEATS",
    "Did",
    "LegFigures",
    "Post",
    "Standing",
    "Stands",
    "length",
    "lengths",
    "said",
    "stand",
    "stands",
]

"""สนามพลัง (Sanam Phalang): a district's people, agreements, money and plans in one place.

`domain/` holds the rooms: what the district means and does. `interfaces/` holds the ways in.
A room leans only on the rooms beneath it; `domain/__init__.py` lists them in order.
"""

__version__ = "0.1.0"

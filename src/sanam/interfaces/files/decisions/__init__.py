"""decisions: a decision as a plain JSON document, so that anyone can count it again.

    {"legs": {leg: {"seats": 2, "filled": 1}}, "method": "consent", "call": 1,
     "responses": [{"leg": leg, "seat": "1", "value": "consent", "assisted": false}]}

May stand beside: `quorum` ("3/4"), in a leg `en` (its name in an English sentence), and in a response `objection`
(open, integrated, withdrawn, tested). Without `method` it is consent, without `call` the first, without `assisted`
the seat's own. A response whose value is empty is none yet. `rules.deciding` says what such a document may hold and
counts it; here it is read from a file.
"""

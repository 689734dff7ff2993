"""วงคุย Gatherings: where did we meet, what stays open?"""

"""Keeping what is known current: whom to ask, how current each village is, volunteers of houses, who is new or gone."""

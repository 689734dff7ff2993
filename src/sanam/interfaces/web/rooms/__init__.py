"""Rooms as a host looks after them, the wall for the projector, and what a room came to."""

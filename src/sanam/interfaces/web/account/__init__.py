"""Signing in, acting as a seat, and how the pages are liked."""

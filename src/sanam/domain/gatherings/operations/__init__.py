"""Deeds: noun module, then verb."""

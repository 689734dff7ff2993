"""กติกา: what was agreed, by which version, who gave their word on it, and how it goes."""

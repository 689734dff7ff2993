"""Ratios, never absolute times: ours against the bare engine doing the same work, taken in one run."""

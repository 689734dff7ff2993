"""Is it allowed now: state, consent, period; a module a noun."""

"""Team: who we are, who stands in, how seats change hands."""

"""Team: who we are, drawn as a chair; who sits, who stands in, which seats are empty."""

"""Settings of a house: which rules, how much they count, where."""

"""A rulebook held against stories: where settings, rules, stories and sources come together."""

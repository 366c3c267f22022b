"""What hedgelint tells of itself: a rule explained, the pages of the rules, the schemas."""

"""A story summed up: who speaks in it, how sure it is."""

"""A story held against the version of it that was committed: what an edit did to people's words."""

"""What git has of a story: the version that was committed, and which files have changed since."""

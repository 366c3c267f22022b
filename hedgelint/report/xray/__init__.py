"""The X-ray of a story: one page that shows who answers for every word of it, how sure it is, and what was found."""

"""Inputs that nobody would write, by a fixed seed in the tests and for an hour by hand: see `run.py`."""

"""Rules of Vale → rules of hedgelint: what can be carried over, and what cannot and why."""

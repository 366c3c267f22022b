"""The version, which the build, the cache and the report need."""

__version__ = "0.1.0"

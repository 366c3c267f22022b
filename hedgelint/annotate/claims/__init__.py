from hedgelint.annotate.claims.answers import MEANS
from hedgelint.annotate.claims.finder import ClaimFinder

__all__ = ["MEANS", "ClaimFinder"]

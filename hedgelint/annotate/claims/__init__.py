from hedgelint.annotate.claims.answers import MEANS, PUBLIC_ANSWERS
from hedgelint.annotate.claims.finder import ClaimFinder

__all__ = ["MEANS", "PUBLIC_ANSWERS", "ClaimFinder"]

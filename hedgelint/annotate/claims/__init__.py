from hedgelint.annotate.claims.finder import ClaimFinder

__all__ = ["ClaimFinder"]

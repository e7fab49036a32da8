"""Comparison: what is found across reports - copies, stories, shared quotes and claims, origins, conflicts, checks."""

from kashf.comparison.compare import compare
from kashf.comparison.quotes import quote_id

__all__ = ["compare", "quote_id"]

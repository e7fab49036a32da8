"""Comparison: what is found across reports - copies, stories, shared quotes and claims, origins, conflicts, checks."""

from kashf.comparison.collection import Collection
from kashf.comparison.compare import compare
from kashf.comparison.quotes import quote_id

__all__ = ["Collection", "compare", "quote_id"]

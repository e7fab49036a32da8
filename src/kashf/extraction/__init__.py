"""Extraction: from a report to its record. A chain of stages over a draft, declared and checked in `chain.py`."""

from kashf.extraction.chain import extract

__all__ = ["extract"]

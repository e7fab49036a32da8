"""Numbers in words and digits, in every language Kashf reads."""

from kashf.extraction.numerals.reading import numbers, read
from kashf.extraction.numerals.scan import Scan
from kashf.extraction.numerals.senses import Number, Sense, product

__all__ = ["Number", "Scan", "Sense", "numbers", "product", "read"]

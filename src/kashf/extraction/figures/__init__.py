"""Figures: values and ranges with their modifier and unit, as the report gives them."""

from kashf.extraction.figures.reading import figures

__all__ = ["figures"]

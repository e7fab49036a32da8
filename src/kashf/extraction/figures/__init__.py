"""Figures: values and ranges with their modifier and unit, as the report gives them."""

from kashf.extraction.figures.reading import amounts, figures, figures_and_times

__all__ = ["amounts", "figures", "figures_and_times"]

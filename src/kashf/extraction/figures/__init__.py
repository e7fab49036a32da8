"""Figures: values and ranges with their modifier and unit, as the report gives them."""

from kashf.extraction.figures.conversions import standing_in
from kashf.extraction.figures.magnitudes import without_magnitudes
from kashf.extraction.figures.reading import amounts, figures, figures_and_times

__all__ = ["amounts", "figures", "figures_and_times", "standing_in", "without_magnitudes"]

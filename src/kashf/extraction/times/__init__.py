"""Times: dates in every order and calendar, weekdays, and what is counted from the report's day."""

from kashf.extraction.times.following import TimeSpan
from kashf.extraction.times.reading import moments_of, time_spans, times
from kashf.extraction.times.undated import Looking

__all__ = ["Looking", "TimeSpan", "moments_of", "time_spans", "times"]

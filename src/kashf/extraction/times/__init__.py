"""Times: dates in every order and calendar, weekdays, and what is counted from the report's day."""

from kashf.extraction.times.reading import TimeSpan, moments_of, time_spans, times

__all__ = ["TimeSpan", "moments_of", "time_spans", "times"]

"""Times: dates in every order and calendar, weekdays, and what is counted from the report's day."""

from kashf.extraction.times.reading import TimeSpan, time_spans, times

__all__ = ["TimeSpan", "time_spans", "times"]

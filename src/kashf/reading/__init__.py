"""Reading: files, pages, mails, archives, folders and web addresses become reports.

`read_source` does all of it; `locate` and `parse` are its halves, for who wants to see first what changed.
"""

from kashf.reading.options import Limits, ReadingOptions
from kashf.reading.outcome import Problem, ProblemKind, Read, Reading
from kashf.reading.parsing import parse
from kashf.reading.sources import Located, locate, read_located, read_source

__all__ = [
    "Limits",
    "Located",
    "Problem",
    "ProblemKind",
    "Read",
    "Reading",
    "ReadingOptions",
    "locate",
    "parse",
    "read_located",
    "read_source",
]

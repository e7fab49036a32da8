"""What workers share: importing this module reads the tables that every report takes, once, before workers are forked.

The server that workers are forked from imports it. Tables of other languages than Arabic a worker reads when it meets
the language: reading all of them here would keep the first report waiting for tables that it may not need.
"""

from __future__ import annotations

import gc

from kashf.extraction import extract
from kashf.reading import Read, ReadingOptions, parse

__all__ = ()

_SAMPLE = """القاهرة في 3 مايو 2016 - قال مسؤول في وزارة المالية إن التنظيم باع النفط بنحو 20 مليون دولار قبل عامين، \
وإن مسلحيه حولوا الأموال إلى تجار في المدينة منذ مطلع عام 2015."""
"""It has a dateline, a source, figures and times, so that it leads through every stage."""


def _read_through() -> None:
    for found in parse(_SAMPLE.encode(), "sample.txt", ReadingOptions(language="ar")):
        if isinstance(found, Read):
            extract(found.report)


_read_through()
gc.collect()
gc.freeze()  # tables stay: no worker need look through them, and so copy the memory they share

"""Jobs: reading and comparing. The only room that ties the others together."""

from kashf.jobs.compare import Rebuilt, again, compare, refresh, totals, with_meaning
from kashf.jobs.read import Plan, read
from kashf.jobs.rooms import STANDARD_ROOMS, Resolved, Rooms, edition
from kashf.jobs.runner import InProcess, Lost, Pool, Runner, Spread
from kashf.jobs.summary import Progress, Step, Summary, say_nothing

__all__ = [
    "STANDARD_ROOMS",
    "InProcess",
    "Lost",
    "Plan",
    "Pool",
    "Progress",
    "Rebuilt",
    "Resolved",
    "Rooms",
    "Runner",
    "Spread",
    "Step",
    "Summary",
    "again",
    "compare",
    "edition",
    "read",
    "refresh",
    "say_nothing",
    "totals",
    "with_meaning",
]

"""Lists of names: reading the official ones and anyone's own, and telling what changed between two versions."""

from kashf.watchlists.columns import FIELDS
from kashf.watchlists.differences import Change, Differences, Field, differences
from kashf.watchlists.entries import Found
from kashf.watchlists.formats import ListOptions, read_file
from kashf.watchlists.places import read_watchlist
from kashf.watchlists.tables import DETAILS

__all__ = [
    "DETAILS",
    "FIELDS",
    "Change",
    "Differences",
    "Field",
    "Found",
    "ListOptions",
    "differences",
    "read_file",
    "read_watchlist",
]

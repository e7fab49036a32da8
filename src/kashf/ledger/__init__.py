"""The ledger: evidence that only grows, judgements that are never erased, and what can be worked out again.

One `Writer` at a time, any number of `View`s beside it.
"""

from kashf.ledger.claims_wanted import ClaimsWanted
from kashf.ledger.contents import ClaimPlace, Totals
from kashf.ledger.derived import Derivation, Extension, Marks, Signposted, Signposts
from kashf.ledger.derived_rows import UNDATED
from kashf.ledger.desk import Desk
from kashf.ledger.drawn import (
    Drawn,
    FiguresWanted,
    FigureTold,
    Links,
    LinkTold,
    Named,
    PlaceTold,
    PutAs,
    StatementTold,
    TimeTold,
    Within,
)
from kashf.ledger.evidence import Failed, Kept, Known, Outcome, SetAside, Source, Stored
from kashf.ledger.histories import Histories, JudgementsWanted, OutletLine, SpeakerLine, Subject
from kashf.ledger.involvement import EntityHead, Involved, Neighbour
from kashf.ledger.judgements import CORRECTABLE, CREDIBILITIES, GRADES, Decision, Judged, Standing, apply_standings
from kashf.ledger.lists import KeptList
from kashf.ledger.nearby import Nearby, Pending
from kashf.ledger.pages import FindingsWanted, Page, Place, ReportHead, ReportsWanted
from kashf.ledger.pictures import Pictures
from kashf.ledger.search import MOST_RANKED, Candidates, ClaimHit, Hit, Query
from kashf.ledger.succession import Succession
from kashf.ledger.told_rows import is_known
from kashf.ledger.view import View
from kashf.ledger.writer import Writer

__all__ = [
    "CORRECTABLE",
    "CREDIBILITIES",
    "GRADES",
    "MOST_RANKED",
    "UNDATED",
    "Candidates",
    "ClaimHit",
    "ClaimPlace",
    "ClaimsWanted",
    "Decision",
    "Derivation",
    "Desk",
    "Drawn",
    "EntityHead",
    "Extension",
    "Failed",
    "FigureTold",
    "FiguresWanted",
    "FindingsWanted",
    "Histories",
    "Hit",
    "Involved",
    "Judged",
    "JudgementsWanted",
    "Kept",
    "KeptList",
    "Known",
    "LinkTold",
    "Links",
    "Marks",
    "Named",
    "Nearby",
    "Neighbour",
    "Outcome",
    "OutletLine",
    "Page",
    "Pending",
    "Pictures",
    "Place",
    "PlaceTold",
    "PutAs",
    "Query",
    "ReportHead",
    "ReportsWanted",
    "SetAside",
    "Signposted",
    "Signposts",
    "Source",
    "SpeakerLine",
    "Standing",
    "StatementTold",
    "Stored",
    "Subject",
    "Succession",
    "TimeTold",
    "Totals",
    "View",
    "Within",
    "Writer",
    "apply_standings",
    "is_known",
]

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kashf.views import Dossier, Problem, gather
from kashf.views.dossier import index


@dataclass(frozen=True)
class _Aside:
    location: str
    what: str = "broken"
    remedy: str = "mend it"
    failure: str = "extraction failed"


class _Ledger:
    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def __getattr__(self, name: str) -> Any:
        return lambda: getattr(self.dossier, name)

    def set_aside(self) -> list[_Aside]:
        return [_Aside("a.pdf")]

    def failed(self) -> list[_Aside]:
        return [_Aside("b.txt")]


def test_a_dossier_is_all_that_stands_in_a_ledger(invented: Dossier) -> None:
    gathered = gather(_Ledger(invented))
    assert (gathered.records, gathered.findings, gathered.grades) == (
        invented.records,
        invented.findings,
        invented.grades,
    )
    assert gathered.problems == (Problem("a.pdf", "broken", "mend it"), Problem("b.txt", "extraction failed"))


def test_an_index_knows_the_findings_of_each_member(invented: Dossier) -> None:
    found = index(invented)
    assert [finding.id for finding in found.findings_of["c-a1"]] == ["f-gold", "f-kilos"]
    assert found.claims["c-b2"].record.report.id == "r-b"
    assert [one.claim.id for one in found.located(("c-b2", "r-a", "c-a1"))] == ["c-b2", "c-a1"]

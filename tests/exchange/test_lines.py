from __future__ import annotations

from io import StringIO

from kashf.exchange.lines import write_findings, write_records
from kashf.records import finding_from_json, record_from_json
from kashf.views import Dossier


def test_records_come_back_as_they_were(invented: Dossier) -> None:
    out = StringIO()
    assert write_records(invented.records, out) == 3
    assert tuple(map(record_from_json, out.getvalue().splitlines())) == invented.records


def test_findings_come_back_as_they_were(invented: Dossier) -> None:
    out = StringIO()
    assert write_findings(invented.findings, out) == len(invented.findings)
    assert tuple(map(finding_from_json, out.getvalue().splitlines())) == invented.findings

from __future__ import annotations

from kashf.exchange.lines import finding_lines, record_lines
from kashf.records import finding_from_json, record_from_json
from kashf.views import Dossier


def test_records_come_back_as_they_were(invented: Dossier) -> None:
    assert tuple(map(record_from_json, record_lines(invented.records))) == invented.records


def test_findings_come_back_as_they_were(invented: Dossier) -> None:
    assert tuple(map(finding_from_json, finding_lines(invented.findings))) == invented.findings


def test_a_line_is_a_line(invented: Dossier) -> None:
    assert all("\n" not in line for line in (*record_lines(invented.records), *finding_lines(invented.findings)))

"""What a careful analyst finds in the example reports comes out, from the files to the findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.domain import name_key
from kashf.records import Finding

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED: dict[str, Any] = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))
BEYOND_REACH = {
    "origins: the agent sold the antiquities to a dealer in Geneva for 2.6 million euros": (
        "the sale of mere pieces is not read in the Arabic report"
    ),
    "origins: a ransom of at least 5 million euros was paid for two engineers": (
        "the ransom is not read in the Arabic report, nor its sum in the Russian one"
    ),
    "conflicts: source, 90% of the oil wells lost": "the Western estimates are read as the official's words",
}
"""What is expected and does not come out yet, by the id of the test, and why."""


def _required(kind: str) -> list[Any]:
    """The entries of a kind that must come out, each under an id that a reader knows it by."""
    entries = [entry for entry in EXPECTED[kind] if not isinstance(entry, dict) or entry.get("required", True)]
    return [_parameter(kind, entry) for entry in entries]


def _parameter(kind: str, entry: Any) -> Any:
    name = f"{kind}: {_named(entry)}"
    marks = [pytest.mark.xfail(strict=True, reason=BEYOND_REACH[name])] if name in BEYOND_REACH else []
    return pytest.param(entry, id=name, marks=marks)


def _named(entry: Any) -> str:
    if isinstance(entry, list):
        return " = ".join(entry)
    told = [entry.get(key) for key in ("kind", "claim", "who", "about", "speaker", "report", "working")]
    return ", ".join(filter(None, told)) or " + ".join(entry["reports"])


def _told(finding: Finding) -> list[tuple[str, str]]:
    """The reports that a conflict's sides are told by, each with the side's words."""
    fields = finding.fields
    sides = [(report, side["title"]) for side in fields.get("titles", ()) for report in side["reports"]]
    sides += [(report, side["source"]) for side in fields.get("sources", ()) for report in side["reports"]]
    sides += [(side["report"], side["text"]) for side in fields.get("figures", ())]
    return sides


def _spoken(brief: Any, finding: Finding, report: str, polarity: str) -> bool:
    """Whether a denial's claim of this polarity, affirmed or denied, stands in this report."""
    claims = brief.records[report].claims
    return any(claim.id in finding.members and claim.polarity == polarity for claim in claims)


def _carried(brief: Any, finding: Finding, side: dict[str, str]) -> bool:
    """Whether a conflict has this side: in this report, or in another in the same figure."""
    report, words = brief.id(side["report"]), side.get("text")
    if words is None:
        return report in finding.reports
    return any(
        (told == report or finding.fields["conflict"] == "figure") and (words in text or text in words)
        for told, text in _told(finding)
    )


@pytest.mark.parametrize("story", EXPECTED["stories"])
def test_a_story_has_all_its_reports(brief: Any, story: str) -> None:
    wanted = brief.ids(EXPECTED["stories"][story])
    other = {key for name, keys in EXPECTED["stories"].items() if name != story for key in brief.ids(keys)}
    assert any(wanted <= set(found.reports) and not other & set(found.reports) for found in brief.of_kind("story"))


@pytest.mark.parametrize("key", EXPECTED["no_claims"])
def test_a_report_of_other_things_claims_nothing(brief: Any, key: str) -> None:
    assert not brief.records[key].claims
    assert not any(brief.id(key) in finding.reports for finding in brief.findings)


@pytest.mark.parametrize("copy", _required("copies"))
def test_a_copy_is_found(brief: Any, copy: dict[str, Any]) -> None:
    (found,) = (one for one in brief.of_kind("copy") if set(one.reports) == brief.ids(copy["reports"]))
    assert found.fields["label"] == {"near": "near-copy", "part": "partial"}[copy["extent"]]


@pytest.mark.parametrize("pair", _required("not_copies"))
def test_two_write_ups_are_no_copies(brief: Any, pair: list[str]) -> None:
    assert not any(set(found.reports) == brief.ids(pair) for found in brief.of_kind("copy"))


@pytest.mark.parametrize("quote", _required("quotes"))
def test_an_utterance_is_one_in_all_its_wordings(brief: Any, quote: dict[str, Any]) -> None:
    starts = {brief.id(key): words for key, words in quote["starts"].items()}

    def holds(found: Finding) -> bool:
        wordings = {wording["report"]: wording["text"] for wording in found.fields["wordings"]}
        return all(wordings.get(report, "").startswith(words) for report, words in starts.items())

    assert any(map(holds, brief.of_kind("quote")))


@pytest.mark.parametrize("origin", _required("origins"))
def test_carriers_are_many_and_origins_few(brief: Any, origin: dict[str, Any]) -> None:
    carriers = brief.ids(origin["carriers"])
    found = [
        one
        for one in brief.of_kind("assertion")
        if one.fields["type"] == origin["type"] and carriers <= set(one.reports)
    ]
    assert found, "no assertion has all these carriers"
    assert origin["independent_origins"] in {one.independent_origins for one in found}


@pytest.mark.parametrize("conflict", _required("conflicts"))
def test_a_conflict_is_found(brief: Any, conflict: dict[str, Any]) -> None:
    sides = conflict["a"], conflict["b"]
    if conflict["kind"] == "denial":
        spoken = [(side["report"], polarity) for side, polarity in zip(sides, ("affirmed", "denied"), strict=True)]
        found = brief.of_kind("conflict", "denial")
        assert any(all(_spoken(brief, one, *side) for side in spoken) for one in found)
        return
    assert any(
        all(_carried(brief, found, side) for side in sides) for found in brief.of_kind("conflict", conflict["kind"])
    )


def test_no_title_conflict_is_found_beside(brief: Any) -> None:
    named = {conflict["who"] for conflict in EXPECTED["conflicts"] if conflict["kind"] == "title"}
    names = {entity.id: set(entity.names) for entity in brief.entities}
    assert all(names[found.fields["entity"]] & named for found in brief.of_kind("conflict", "title"))


@pytest.mark.parametrize("check", _required("checks"))
def test_a_check_is_found(brief: Any, check: dict[str, str]) -> None:
    found = [one for one in brief.of_kind("check", check["kind"]) if one.reports == (brief.id(check["report"]),)]
    assert any(_working(one) == _terms(check["working"]) and one.verdict == check["verdict"] for one in found)


def _working(finding: Finding) -> tuple[list[str], str]:
    assert finding.working
    return _terms(finding.working.split(";")[0].split(":")[0])


def _terms(working: str) -> tuple[list[str], str]:
    """The terms of a sum or product, in any order, and its result."""
    left, right = working.split(" = ")
    return sorted(left.replace("×", "+").split(" + ")), right.strip()


@pytest.mark.parametrize("names", _required("same_entity"))
def test_names_in_all_scripts_are_one_entity(brief: Any, names: list[str]) -> None:
    assert any(all(_is_called(entity, name) for name in names) for entity in brief.entities)


def _is_called(entity: Any, name: str) -> bool:
    """Whether an entity has the name, be it with a case's ending."""
    wanted = name_key(name).split()
    return any(
        len(wanted) == len(told) and all(map(str.startswith, told, wanted))
        for told in (name_key(known).split() for known in entity.names)
    )

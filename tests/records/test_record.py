"""A record holds only spans whose words stand where they say, and pointers that lead somewhere."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.errors import AnchorError, KashfError, RecordError
from kashf.records import (
    Attribution,
    Claim,
    Figure,
    Link,
    Mention,
    Moment,
    Quote,
    Record,
    Region,
    Report,
    Role,
    Span,
    Speaker,
)


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def _claim(report: Report, **fields: object) -> Claim:
    return Claim(id="c-1", type="transfer", evidence=_span(report.text, "حوّلت 3 ملايين دولار"), **fields)  # type: ignore[arg-type]


def test_anchored_spans_are_accepted(report: Report) -> None:
    record = Record(report, figures=(Figure(29, 43, "3 ملايين دولار", value=3e6),))
    assert [record.text[span.start : span.end] for span in record.spans()] == ["3 ملايين دولار"]


MISPLACED = [
    ("mention", {"mentions": (Mention(0, 4, "داعش", kind="group"),)}),
    ("figure", {"figures": (Figure(28, 42, "3 ملايين دولار", value=3e6),)}),
    ("moment", {"times": (Moment(0, 3, "أمس", kind="relative"),)}),
    ("quote", {"quotes": (Quote(5, 5, ""),)}),
    ("speaker", {"quotes": (Quote(0, 4, "قالت", speaker=Speaker("الوزير", 5, 12)),)}),
    ("mention", {"mentions": (Mention(-4, 4, "قالت", kind="unknown"),)}),
    ("mention", {"mentions": (Mention(44, 99, "أمس", kind="unknown"),)}),
]


@pytest.mark.parametrize(("kind", "found"), MISPLACED)
def test_a_misplaced_span_is_refused(report: Report, kind: str, found: dict[str, tuple[Span, ...]]) -> None:
    with pytest.raises(AnchorError, match=rf"^inbox/a\.txt: {kind} "):
        Record(report, **found)  # type: ignore[arg-type]


@pytest.mark.parametrize("equals", [-1, 0, 1])
def test_a_figure_equals_one_before_it(report: Report, equals: int) -> None:
    with pytest.raises(RecordError, match=f"figure 0 says that it equals figure {equals}"):
        Record(report, figures=(Figure(29, 43, "3 ملايين دولار", value=3e6, equals=equals),))


def test_an_amount_in_two_units_is_found_from_either(report: Report) -> None:
    first = Figure(29, 43, "3 ملايين دولار", value=3e6, unit="USD")
    again = Figure(29, 30, "3", value=11e6, unit="SAR", equals=0)
    alone = Figure(29, 30, "3", value=3.0)
    record = Record(report, figures=(first, again, alone))
    assert [record.restated(place) for place in range(3)] == [(first, again), (first, again), (alone,)]


@pytest.mark.parametrize(
    "fields",
    [
        {"roles": (Role("actor", 0, 6, "الشركة"),)},
        {"attribution": Attribution("indirect", (Link("organisation", "الوزارة", 0, 7),))},
        {"attribution": Attribution("indirect", (Link("organisation", "الوزارة", 5, None),))},
    ],
    ids=["role", "link", "link without an end"],
)
def test_a_misplaced_part_of_a_claim_is_refused(report: Report, fields: dict[str, object]) -> None:
    with pytest.raises(AnchorError):
        Record(report, claims=(_claim(report, **fields),))


def test_the_message_says_what_stands_there_and_what_to_do(report: Report) -> None:
    with pytest.raises(AnchorError) as caught:
        Record(report, mentions=(Mention(0, 4, "داعش", kind="group"),))
    message = str(caught.value)
    assert all(part in message for part in ("inbox/a.txt", "0:4", "'داعش'", "'قالت'", "Python string offsets"))


def test_the_outlets_own_link_needs_no_place(report: Report) -> None:
    chain = (Link("outlet", "The Paper"), Link("organisation", "الوزارة", 5, 12))
    record = Record(report, claims=(_claim(report, attribution=Attribution("indirect", chain)),))
    assert record.claims[0].attribution.origin == chain[-1]


def test_a_speaker_named_elsewhere_needs_no_place(report: Report) -> None:
    assert Record(report, quotes=(Quote(0, 4, "قالت", speaker=Speaker("ميساء")),)).quotes


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"roles": (Role("amount", 29, 43, "3 ملايين دولار", figure=0),)}, "figure 0, of which there are 0"),
        ({"time": 2}, "time 2, of which there are 0"),
        ({"time": -1}, "time -1"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_refused(report: Report, fields: dict[str, object], says: str) -> None:
    with pytest.raises(RecordError, match=says):
        Record(report, claims=(_claim(report, **fields),))


def test_every_refusal_is_an_error_a_user_can_act_on() -> None:
    assert issubclass(AnchorError, RecordError)
    assert issubclass(RecordError, KashfError)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_every_annotation_holds_its_words(arbitrary: object, data: st.DataObject) -> None:
    record = data.draw(arbitrary.records())  # type: ignore[attr-defined]
    assert all(record.text[span.start : span.end] == span.text for span in record.spans())


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2), (0, 48)])
def test_a_region_outside_the_text_is_refused(report: Report, start: int, end: int) -> None:
    with pytest.raises(AnchorError, match=f"body region {start}:{end}"):
        Report(id="r-1", source="a.txt", text=report.text, regions=(Region("body", start, end),))


def test_only_title_and_body_are_spoken() -> None:
    kinds = ("title", "byline", "body", "caption", "body", "boilerplate")
    regions = tuple(Region(kind, at, at + 1) for at, kind in enumerate(kinds))  # type: ignore[arg-type]
    report = Report(id="r-1", source="a.txt", text="abcdef", regions=regions)
    assert [region.start for region in report.spoken()] == [0, 2, 4]


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        ((0, 5), (1, 3), True, True),
        ((0, 5), (0, 5), True, True),
        ((1, 3), (0, 5), False, True),
        ((0, 3), (2, 5), False, True),
        ((0, 3), (3, 5), False, False),
    ],
)
def test_spans_cover_and_overlap(one: tuple[int, int], other: tuple[int, int], covers: bool, overlaps: bool) -> None:
    first, second = Span(*one, "x"), Span(*other, "x")
    assert (first.covers(second), first.overlaps(second)) == (covers, overlaps)


def test_fillers_come_by_role_in_order(report: Report) -> None:
    roles = (Role("actor", 0, 4, "قالت"), Role("object", 5, 12, "الوزارة"), Role("actor", 5, 12, "الوزارة"))
    assert [role.text for role in _claim(report, roles=roles).fillers("actor")] == ["قالت", "الوزارة"]


def test_a_claim_without_a_chain_has_no_origin() -> None:
    assert Attribution("own").origin is None

"""What pictures are drawn from: lines, places and figures of claims, with their weight and how they stand."""

from __future__ import annotations

from datetime import date

import pytest

from kashf.ledger import Decision, Derivation, Drawn, Extension, FiguresWanted, Kept, Source, Within
from kashf.records import Attribution, Claim, Entity, Figure, Finding, Link, Mention, Moment, Record, Report, Role, Span

DUNE = Entity("e-1", "group", "Dune", names=("Dune", "الكثيب"))
DAY = date(2021, 3, 1)


def record(number, kind="sell", *, fillers=(("actor", "Dune"), ("object", "oil")), figures=(), day=DAY, **qualified):
    """A report of one claim, whose text is its fillers one after another."""
    told = [text for _, text in fillers]
    text = " ".join(("Told.", *told, *(figure.text for figure in figures)))
    report = Report(f"r-{number}", f"{number}.txt", text, outlet=f"Paper {number}", published=day, language="en")
    roles, mentions = [], []
    for role, words in fillers:
        at = text.index(words)
        entity = "e-1" if words == "Dune" else None
        roles.append(Role(role, at, at + len(words), words, entity, words if entity else None))
        mentions += [Mention(at, at + len(words), words, "group", "e-1", words)] if entity else []
        mentions += [Mention(at, at + len(words), words, "unknown", pronominal=True)] if words == "the firm" else []
    placed = []
    for figure in figures:
        at = text.index(figure.text)
        placed.append(Figure(at, at + len(figure.text), figure.text, figure.value, unit=figure.unit))
        roles.append(Role("amount", at, at + len(figure.text), figure.text, figure=len(placed) - 1))
    times = qualified.pop("times", ())
    chain = (Link("outlet", report.outlet), Link("person", qualified.pop("speaker", "Speaker")))
    attribution = Attribution("indirect", chain)
    claim = Claim(f"c-{number}", kind, Span(0, 5, "Told."), tuple(roles), attribution, **qualified)
    return Record(report, tuple(mentions), tuple(placed), times, claims=(claim,))


def assertion(key, *members, origins=1):
    reports = tuple(f"r-{member[2:]}" for member in members)
    return Finding("assertion", key, reports, members=members, independent_origins=origins)


@pytest.fixture
def told(writer, view):
    """Derives from some records, or extends by further ones; gives what pictures are drawn from."""

    def tell(*records, findings=(), further=None, dropped=()):
        kept = [Kept(one.report, b"", "0", "test/1", str(at), record=one) for at, one in enumerate(further or records)]
        writer.keep(Source(f"{records[0].report.id}{further is None}", "0", 0, "plain"), kept)
        view.refresh()
        if further is None:
            writer.derive(Derivation((DUNE,), records, findings, view.revision(), "test"))
        else:
            writer.extend(Extension((DUNE,), further, (), dropped, findings, view.revision()))
        view.refresh()
        return view

    return tell


def lines(view, drawn=None, most=100):
    with view.pictures() as pictures:
        links = pictures.links(drawn or Drawn(), most)
        names = pictures.names({name for one in links.items for name in (one.source, one.target)})
    called = {number: next(iter(named.names.values())) for number, named in names.items()}
    return [(called[one.source], called[one.target], one.origins, one.statements, one.stated) for one in links.items]


def test_a_line_weighs_what_its_statement_does(told):
    view = told(record(1), record(2), findings=(assertion("f-1", "c-1", "c-2", origins=2),))
    assert lines(view) == [("oil", "Dune", 2, 1, 1)]


def test_claims_that_are_in_no_finding_stand_alone(told):
    assert lines(told(record(1), record(2))) == [("oil", "Dune", 1, 2, 2)]


@pytest.mark.parametrize("hedged", [{"modality": "alleged"}, {"modality": "planned"}, {"polarity": "denied"}])
def test_an_allegation_becomes_no_fact_by_anothers_word(told, hedged):
    together = (assertion("f-1", "c-1", "c-2"),)
    assert lines(told(record(1), record(2, **hedged), findings=together)) == [("oil", "Dune", 1, 1, 0)]


@pytest.mark.parametrize(
    ("fillers", "found"),
    [
        ([("actor", "the firm"), ("object", "oil")], []),
        ([("actor", "Dune"), ("object", "Dune")], []),
        ([("actor", "Dune"), ("object", "wheat"), ("object", "gold")], ["gold", "wheat"]),
    ],
)
def test_which_ends_can_be_drawn(told, fillers, found):
    assert sorted(line[0] for line in lines(told(record(1, fillers=fillers)))) == found


def test_how_much_of_a_good_is_no_good_of_its_own(told):
    one = record(1, fillers=[("actor", "Dune"), ("object", "40 barrels of oil")])
    two = record(2, fillers=[("actor", "Dune"), ("object", "900 barrels of oil")])
    records = []
    for each in (one, two):
        filler = each.claims[0].roles[1]
        number = filler.text.split()[0]
        figure = Figure(filler.start, filler.start + len(number) + 8, f"{number} barrels", float(number), unit="barrel")
        records.append(Record(each.report, each.mentions, (figure,), claims=each.claims))
    assert [line[3] for line in lines(told(*records))] == [2]


def test_conflicts_are_counted_while_they_stand(told):
    conflict = Finding("conflict", "f-9", ("r-1", "r-2"), members=("c-1", "c-2"))
    view = told(record(1), record(2), findings=(conflict,))
    with view.pictures() as pictures:
        assert [one.contested for one in pictures.links(Drawn(), 9).items] == [2]
    view = told(record(3), further=(record(3),), findings=(), dropped=("f-9",))
    with view.pictures() as pictures:
        assert [one.contested for one in pictures.links(Drawn(), 9).items] == [0]


def test_a_further_report_adds_to_a_line(told):
    told(record(1), record(2), findings=(assertion("f-1", "c-1", "c-2"),))
    joined = (assertion("f-1", "c-1", "c-2", "c-3", origins=2),)
    view = told(record(3), further=(record(3, modality="alleged"),), findings=joined)
    assert lines(view) == [("oil", "Dune", 2, 1, 0)]


def test_a_finding_that_falls_apart_leaves_its_claims_alone(told):
    told(record(1), record(2, modality="alleged"), findings=(assertion("f-1", "c-1", "c-2", origins=2),))
    view = told(record(3), further=(record(3, "arrest"),), dropped=("f-1",))
    assert lines(view) == [("oil", "Dune", 1, 2, 1)]


def test_a_report_read_again_takes_the_place_of_what_it_said(told):
    told(record(1), record(2))
    other = record(2, fillers=[("actor", "Dune"), ("object", "gold")])
    assert sorted(line[0] for line in lines(told(record(2), further=(other,)))) == ["gold", "oil"]


def test_what_an_analyst_rejected_is_not_drawn(told, writer, view):
    told(record(1), record(2, "buy"))
    writer.judge(Decision("reject", "c-1", "adel"))
    view.refresh()
    writer.derive(Derivation((DUNE,), (record(1), record(2, "buy")), (), view.revision(), "test"))
    view.refresh()
    assert [line[:2] for line in lines(view)] == [("Dune", "oil")]


MARCH = Moment(0, 5, "Told.", "month", date(2020, 3, 1), date(2020, 3, 31))


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        ({}, "1 2 3"),
        ({"groups": ("use",)}, "2"),
        ({"types": ("sell",)}, "1 3"),
        ({"first": date(2021, 1, 1)}, "1 2"),
        ({"last": date(2020, 12, 31)}, "3"),
        ({"first": date(2020, 3, 15), "last": date(2020, 3, 16)}, "3"),
        ({"first": date(2020, 4, 1), "last": date(2020, 4, 30)}, ""),
        ({"speaker": "Speaker"}, "1 3"),
        ({"speaker": "minister"}, "2"),
        ({"place": "iq"}, "3"),
        ({"place": "العراق"}, "3"),
        ({"place": "Mosul"}, "3"),
        ({"place": "mosul"}, "3"),
        ({"place": "Syria"}, ""),
        ({"about": "e-1"}, "1 2 3"),
        ({"about": "الكثيب"}, "1 2 3"),
        ({"about": "weapons"}, "2"),
        ({"about": "nobody"}, ""),
        ({"origins": 2}, "1"),
        ({"standing": "stated"}, "1 2"),
        ({"standing": "hedged"}, "3"),
        ({"standing": "denied"}, ""),
        ({"about": "50%"}, ""),
        ({"about": "_"}, ""),
        ({"about": " "}, ""),
    ],
)
def test_what_a_picture_is_narrowed_to(told, drawn, found):
    mosul = [("actor", "Dune"), ("object", "oil"), ("place", "Mosul")]
    view = told(
        record(1),
        record(2, "buy", fillers=[("actor", "Dune"), ("object", "weapons")], speaker="The Minister"),
        record(3, fillers=mosul, times=(MARCH,), time=0, modality="alleged"),
        findings=(assertion("f-1", "c-1", origins=2),),
    )
    with view.pictures() as pictures:
        shown = pictures.statements(Drawn(**drawn), Within(), 9)
        links = pictures.links(Drawn(**drawn), 9)
    assert " ".join(sorted(one.report[2:] for one in shown.items)) == found
    assert (links.statements > 0) is bool(found)


def test_statements_come_a_page_at_a_time(told):
    view = told(*(record(number) for number in range(1, 8)), findings=(assertion("f-1", "c-3", "c-5", origins=2),))
    seen, after = [], None
    with view.pictures() as pictures:
        while True:
            page = pictures.statements(Drawn(), Within(), 2, after)
            seen += [one.statement for one in page.items]
            after = page.after
            if after is None:
                break
    assert seen == ["f-1", "c-7", "c-6", "c-4", "c-2", "c-1"]


def test_figures_of_a_statement_are_told_once(told):
    dollars = Figure(0, 1, "40 dollars", 40.0, unit="USD")
    more = Figure(0, 1, "90 dollars", 90.0, unit="USD")
    tonnes = Figure(0, 1, "7 tonnes", 7.0, unit="tonne")
    view = told(
        record(1, figures=(dollars, tonnes)),
        record(2, figures=(dollars,)),
        record(3, figures=(more,), day=None),
        findings=(assertion("f-1", "c-1", "c-2", origins=2),),
    )
    with view.pictures() as pictures:
        told_by = {
            order: pictures.figures(Drawn(), FiguresWanted("USD", order)) for order in ("value", "weight", "day")
        }
        assert pictures.units(Drawn()) == (("USD", 2), ("tonne", 1))
    assert [one.high for one in told_by["value"]] == [90.0, 40.0]
    assert [(one.origins, one.reports) for one in told_by["weight"]] == [(2, 2), (1, 1)]
    assert [one.first for one in told_by["day"]] == [DAY.toordinal(), 0]


def test_places_and_times_are_counted_by_statements(told):
    fillers = [("actor", "Dune"), ("object", "oil"), ("place", "Mosul")]
    records = (record(1, fillers=fillers), record(2, fillers=fillers), record(3, "arrest", day=None))
    view = told(*records, findings=(assertion("f-1", "c-1", "c-2", origins=2),))
    with view.pictures() as pictures:
        [place] = pictures.places(Drawn())
        times = pictures.times(Drawn())
        assert pictures.names([place.place])[place.place].place == "mosul"
        assert len(pictures.speakers(5)) == 1
    assert (place.origins, place.statements, place.stated) == (2, 1, 1)
    assert [(one.day, one.group, one.standing, one.statements) for one in times] == [
        (0, "counter", "stated", 1),
        (DAY.toordinal(), "raise", "stated", 1),
    ]

"""Pictures of a whole ledger as values: what finds room, where it lies, and what is told of the rest."""

from __future__ import annotations

from datetime import date

import pytest

from kashf.ledger import FigureTold, Links, LinkTold, Named, PlaceTold, TimeTold
from kashf.records import Entity
from kashf.views.figure_list import figure_lines, figure_plot
from kashf.views.flow_picture import flow_picture, laid_out_flow
from kashf.views.naming import name_of
from kashf.views.network import HEIGHT, WIDTH, network
from kashf.views.projection import projected
from kashf.views.room import meet
from kashf.views.time_picture import time_picture
from kashf.views.words import words
from kashf.views.world import outlines, world_picture

EN, AR = words("en"), words("ar")


def link(source, target, *, origins=1, statements=1, **told):
    layers = ("raise", "hold")
    denied = told.get("denied", 0)
    stated = told.get("stated", statements - denied)
    return LinkTold(source, layers[0], target, layers[1], "raise", origins, statements, stated, denied, 0, 0, 0)


def links(*items, more=0):
    return Links(items, len(items) + more, sum(one.statements for one in items) + more)


def names(ids):
    return {number: Named(number, None, None, {"en": f"name {number}"}) for number in ids}


def test_what_finds_no_room_is_one_knot_and_counted():
    made = links(*(link(number, 1000, origins=20 - number, statements=2) for number in range(2, 12)), more=5)
    picture = flow_picture(made, names, 3, EN)
    raised = {knot.label: knot for knot in picture.knots if knot.layer == "raise"}
    assert set(raised) == {"name 2", "name 3", "name 4", "7 others"}
    assert (raised["7 others"].names, raised["7 others"].statements) == (7, 14)
    assert sum(strand.statements for strand in picture.strands) == 20
    assert (picture.lines, picture.unseen) == (15, 5)


def test_nobody_stands_for_himself_as_the_only_other():
    picture = flow_picture(links(*(link(number, 1000) for number in range(2, 6))), names, 3, EN)
    assert len(picture.knots) == 5
    assert not [knot for knot in picture.knots if knot.kind == "others"]


def test_of_lines_that_weigh_the_same_those_between_known_names_find_room():
    made = links(*(link(number, 1001) for number in (10, 12, 13, 14, 15, 16)))
    picture = flow_picture(made, names, 2, EN)
    assert {knot.name for knot in picture.knots if knot.layer == "raise"} == {13, 15, None}


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ([{"statements": 2, "stated": 1}], "stated"),
        ([{"statements": 2, "stated": 0}], "hedged"),
        ([{"statements": 2, "stated": 0, "denied": 1}], "hedged"),
        ([{"statements": 2, "stated": 0, "denied": 2}], "denied"),
    ],
)
def test_how_a_line_is_drawn_goes_by_its_firmest_statement(told, standing):
    [strand] = flow_picture(links(*(link(2, 4, **one) for one in told)), names, 9, EN).strands
    assert strand.standing == standing
    assert strand.stated + strand.hedged + strand.denied == strand.statements


def test_a_flow_of_a_thousand_lines_is_laid_out_with_few():
    made = links(*(link(number % 97, 200 + number % 89, origins=1 + number % 5) for number in range(1000)))
    picture = flow_picture(made, names, 8, EN)
    layout = laid_out_flow(picture, EN)
    assert len(layout.nodes) <= 18
    assert len(layout.edges) <= 81
    assert {edge.anchor for edge in layout.edges} == {strand.id for strand in picture.strands}


def test_nothing_makes_an_empty_flow():
    picture = flow_picture(links(), names, 8, EN)
    assert (picture.knots, picture.strands) == ((), ())
    assert laid_out_flow(picture, EN).edges == ()
    assert network(links(), names, 9, EN).vertices == ()


def test_a_network_lies_within_its_picture_and_always_alike():
    made = links(*(link(number, number * 7 % 40) for number in range(1, 60) if number != number * 7 % 40))
    first, again = (network(made, names, 30, EN) for _ in range(2))
    assert first == again
    assert len(first.vertices) <= 30
    assert all(0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT for one in first.vertices)
    assert len({(one.x, one.y) for one in first.vertices}) == len(first.vertices)
    assert {one.name for one in first.vertices} == {name for tie in first.ties for name in (tie.source, tie.target)}


@pytest.mark.parametrize(
    ("named", "english", "arabic", "kind"),
    [
        (Named(1, None, "sy", {"fr": "la Syrie"}), "Syria", "سوريا", "name"),
        (Named(1, None, None, {"ar": "النفط", "en": "oil"}), "oil", "النفط", "words"),
        (Named(1, None, None, {"ru": "нефть"}), "нефть", "нефть", "words"),
        (Named(1, Entity("e-1", "person", "Karim", ("Karim", "كريم")), None, {}), "Karim", "كريم", "name"),
        (Named(1, Entity("e-2", "group", "داعش", ("داعش",)), None, {}), "Islamic State", "داعش", "name"),
        (Named(1, None, None, {"en": "oil\u202e\x00"}), "oil", "oil", "words"),
        (None, "?", "?", "words"),
    ],
)
def test_what_a_name_is_called(named, english, arabic, kind):
    called = [name_of(named, spoken) for spoken in (EN, AR)]
    assert [one.label for one in called] == [english, arabic]
    assert called[0].kind == kind


def place(number, statements=1, **told):
    counts = {"origins": 1, "stated": statements, "denied": 0, "contested": 0} | told
    return PlaceTold(number, counts["origins"], statements, counts["stated"], counts["denied"], counts["contested"])


def placed(**keys):
    return {
        int(number[1:]): Named(int(number[1:]), None, key, {"en": key or "Nowhere"}) for number, key in keys.items()
    }


def test_a_place_lies_where_it_is_and_names_of_one_are_one():
    named = placed(_1="mosul", _2="mosul", _3="iq")
    picture = world_picture([place(1, 3), place(2), place(3)], named, EN)
    assert [(spot.label, spot.statements) for spot in picture.spots] == [("Mosul", 4), ("Iraq", 1)]
    mosul, iraq = picture.spots
    assert mosul.y < iraq.y
    assert mosul.radius > iraq.radius


def test_what_lies_nowhere_is_told():
    named = placed(_1="europe", _2=None, _3="iq")
    picture = world_picture([place(1), place(2), place(3)], named, EN)
    assert [(one.label, one.why) for one in picture.unplaced] == [("Europe", "region"), ("Nowhere", "unknown")]


@pytest.mark.parametrize("direction", [EN, AR])
def test_no_label_lies_on_another(direction):
    named = placed(
        **{f"_{at}": key for at, key in enumerate(("sy", "lb", "jo", "iq", "il", "ps", "damascus", "homs"), 1)}
    )
    picture = world_picture([place(number) for number in named], named, direction)
    boxes = []
    for spot in picture.spots:
        if spot.side:
            left = spot.x + spot.radius if spot.side == "right" else spot.x - spot.radius - 7 * len(spot.label)
            boxes.append((left, spot.y - 8, left + 7 * len(spot.label), spot.y + 8))
    assert boxes
    assert not [1 for at, one in enumerate(boxes) for other in boxes[at + 1 :] if meet(one, other)]


@pytest.mark.parametrize("spread", [("sy",), ("sy", "us"), ("nz", "us"), ("no", "za"), ()])
def test_every_mark_is_in_the_frame(spread):
    named = placed(**{f"_{at}": key for at, key in enumerate(spread, 1)})
    for whole in (False, True):
        picture = world_picture([place(number) for number in named], named, EN, whole=whole)
        height = picture.frame.height * picture.frame.scale
        assert all(0 <= spot.x <= 1000 and 0 <= spot.y <= height for spot in picture.spots)
        assert len(picture.spots) == len(spread)


def test_every_country_has_its_middle_in_the_picture():
    for key, country in outlines().items():
        assert country["outline"].startswith("M"), key
        x, y = projected(*country.get("middle", (0, 0)))
        assert 0 <= x <= 1000
        assert 0 <= y <= 434


@pytest.mark.parametrize(
    ("days", "step", "bars"),
    [
        (["2021-03-01"], "day", 1),
        (["2021-03-01", "2021-03-11"], "day", 11),
        (["2021-03-01", "2021-12-31"], "month", 10),
        (["2001-03-01", "2021-12-31"], "year", 21),
    ],
)
def test_bars_are_as_long_as_it_takes(days, step, bars):
    told = [TimeTold(date.fromisoformat(day).toordinal(), "raise", "stated", 1) for day in days]
    picture = time_picture(told, EN)
    assert (picture.step, len(picture.periods)) == (step, bars)
    assert sum(period.statements for period in picture.periods) == len(days)


def test_a_few_that_lie_far_before_do_not_flatten_the_rest():
    near = [TimeTold(date(2021, 3, day).toordinal(), "raise", "stated", 10) for day in range(1, 29)]
    far = TimeTold(date(1969, 1, 1).toordinal(), "hold", "hedged", 2)
    picture = time_picture([far, *near, TimeTold(0, "use", "denied", 5)], EN)
    assert (picture.step, picture.before, picture.undated) == ("day", 2, 5)


def told_figure(value, *, high=None, day=date(2021, 3, 1), unit="USD", modifier="exact", origins=1):
    return FigureTold(
        "f-1", "c-1", "r-1", "sell", "amount", unit, value, high or value, modifier, None, "words", origins, "stated",
        False, day.toordinal() if day else 0, day.toordinal() if day else 0, True, 1, 1,
    )  # fmt: skip


def plotted(*figures):
    return figure_plot(figure_lines(figures, {}, EN), EN)


def test_figures_are_told_in_words_and_by_value():
    [line] = figure_lines([told_figure(25e3, unit="barrel/day", modifier="at_least")], {}, EN)
    assert line.told == "at least 25,000 barrels per day"
    assert (line.low, line.when, line.type_name) == (25e3, "1 March 2021", "Sale")


@pytest.mark.parametrize(
    ("values", "logarithmic"),
    [([1, 2], False), ([100, 2e6], True), ([0, 2e6], False), ([-5, 5], False), ([7, 7], False)],
)
def test_values_lie_in_their_order(values, logarithmic):
    plot = plotted(*map(told_figure, values))
    assert plot.logarithmic is logarithmic
    places = [dot.y for dot in plot.dots]
    assert places == sorted(places, reverse=True)
    assert all(0 <= dot.y <= 360 for dot in plot.dots)
    assert all(0 <= tick.at <= 360 for tick in plot.values)
    assert plot.values


def test_ranges_and_bounds_are_drawn_as_such():
    plot = plotted(told_figure(5, high=9), told_figure(7, modifier="at_least"), told_figure(7, modifier="at_most"))
    assert plot.dots[0].top < plot.dots[0].y
    assert [dot.arrow for dot in plot.dots] == ["", "up", "down"]


def test_what_has_no_day_is_counted_and_one_figure_makes_no_plot():
    assert plotted(told_figure(5)) is None
    assert plotted(told_figure(5), told_figure(6), told_figure(7, day=None)).undated == 1

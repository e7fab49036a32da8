"""What pictures count, however they are narrowed, against counting it claim by claim. The sentences are made up."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from kashf.ledger import Derivation, Drawn, Extension, Kept, Source, View, Writer
from kashf.ledger.told_rows import FACT, STANDINGS
from kashf.records import Attribution, Claim, Entity, Figure, Finding, Link, Mention, Record, Report, Role, Span

REPORTS, FURTHER, NARROWINGS = 120, 8, 30
NAMES = {
    "actor": ("Dune", "Reef", "Marsh"),
    "object": ("oil", "gold", "wheat", "arms"),
    "place": ("Mosul", "Aleppo", "Rome"),
    "amount": ("40 dollars", "90 dollars", "7 tonnes", "900"),
}
UNITS = {"dollars": "USD", "tonnes": "tonne"}
GROUP, DENIED = ("Dune", "Reef"), STANDINGS.index("denied")
TYPES = ("sell", "trade", "buy", "transfer", "arrest")
MODALITIES = ("asserted", "asserted", "planned", "alleged")
FIRST = date(2020, 1, 1)
ENTITIES = tuple(Entity(f"e-{number}", "group", name, (name,)) for number, name in enumerate(GROUP))


def record(number: int, chance: random.Random) -> Record:
    """A report of one claim with fillers by chance, in a text of its fillers one after another."""
    told = [(role, chance.choice(names)) for role, names in NAMES.items() if chance.random() < 0.8]
    told += [("object", "oil"), ("place", "Basra")] if chance.random() < 0.2 else []
    words = " ".join(dict.fromkeys(words for _, words in told))
    day = FIRST + timedelta(days=chance.randrange(9)) if chance.random() < 0.9 else None
    report = Report(f"r-{number}", f"{number}.txt", f"Told. {words}", outlet=f"Paper {number % 3}", published=day)
    roles, mentions, figures = [], [], []
    for role, filler in dict.fromkeys(told):
        start = report.text.index(filler, 6)
        span = (start, start + len(filler), filler)
        entity = f"e-{GROUP.index(filler)}" if filler in GROUP else None
        mentions += [Mention(*span, "group", entity, filler)] if entity else []
        figure = len(figures) if role == "amount" else None
        if figure is not None:
            value, _, unit = filler.partition(" ")
            figures.append(Figure(*span, value=float(value), unit=UNITS.get(unit)))
        roles.append(Role(role, *span, entity, filler if entity else None, figure=figure))
    chain = (Link("outlet", report.outlet), Link("person", f"Speaker {chance.randrange(4)}"))
    how = {"modality": chance.choice(MODALITIES), "polarity": chance.choice(("affirmed", "affirmed", "denied"))}
    claim = Claim(
        f"c-{number}", chance.choice(TYPES), Span(0, 5, "Told."), tuple(roles), Attribution("indirect", chain), **how
    )
    return Record(report, tuple(mentions), tuple(figures), claims=(claim,))


def findings(records: list[Record], chance: random.Random) -> list[Finding]:
    """Assertions of up to five claims of one type, and conflicts."""
    claims = [record.claims[0] for record in records]
    chance.shuffle(claims)
    found = []
    for kind in TYPES:
        alike = [claim.id for claim in claims if claim.type == kind]
        while len(alike) > 1:
            members = [alike.pop() for _ in range(min(len(alike), chance.randint(1, 5)))]
            reports = tuple(f"r-{member[2:]}" for member in members)
            if len(members) > 1:
                key = f"f-{members[0][2:]}"
                weight = chance.randint(1, 3)
                found.append(Finding("assertion", key, reports, members=tuple(members), independent_origins=weight))
    pairs = ((one.id, other.id) for one, other in zip(claims[:20:2], claims[1:20:2], strict=True))
    found += [
        Finding("conflict", f"f-x{number}", tuple(f"r-{one[2:]}" for one in pair), members=pair)
        for number, pair in enumerate(pairs)
    ]
    return found


@pytest.fixture(scope="module", params=["at once", "one after another"])
def view(request, tmp_path_factory):
    """A ledger of such reports, compared at once or extended by the last of them."""
    chance, path = random.Random(7), tmp_path_factory.mktemp("pictures") / "kashf.db"  # noqa: S311
    records = [record(number, chance) for number in range(REPORTS)]
    late = records[-FURTHER:] if request.param != "at once" else []
    early = records[: len(records) - len(late)]
    with Writer(path) as writer, View(path) as seen:
        kept = [Kept(one.report, b"", "0", "test/1", str(at), record=one) for at, one in enumerate(records)]
        writer.keep(Source("all", "0", 0, "plain"), kept)
        stood = findings(early, chance)
        writer.derive(Derivation(ENTITIES, early, stood, seen.revision(), "test"))
        for number, one in enumerate(late):
            now = findings([*early, *late[: number + 1]], chance)
            dropped = {one.id for one in stood} - {one.id for one in now}
            writer.extend(Extension(ENTITIES, (one,), (), tuple(dropped), tuple(now), seen.revision()))
            stood = now
        seen.refresh()
        yield seen


def drawn_by_chance(chance: random.Random) -> Drawn:
    """Conditions, few or many of them."""

    def perhaps(*choices):
        return chance.choice(choices) if chance.random() < 0.35 else None

    group, kind = perhaps("raise", "move", "use", "counter"), perhaps(*TYPES)
    first, last = (FIRST + timedelta(days=days) if (days := perhaps(*range(9))) is not None else None for _ in "ab")
    return Drawn(
        (group,) if group else (),
        (kind,) if kind else (),
        about=perhaps("e-0", "Reef", "oil", "nobody"),
        place=perhaps("iq", "Aleppo", "rome"),
        speaker=perhaps("Speaker 1", "speaker"),
        first=first,
        last=last,
        origins=perhaps(2, 3) or 1,
        standing=perhaps("stated", "hedged", "denied"),
    )


class Plain:
    """Counts claim by claim what the tables tell."""

    def __init__(self, pictures, drawn: Drawn) -> None:
        self._pictures, self._drawn = pictures, drawn
        self._run = pictures._connection.execute
        self.meant = {row.id: row for row in self._run(text("SELECT * FROM told")) if self._meets(row)}

    def _meets(self, row) -> bool:
        drawn = self._drawn
        days = (drawn.first.toordinal() if drawn.first else None, drawn.last.toordinal() if drawn.last else None)
        return (
            (not drawn.groups or row.grouping in drawn.groups)
            and (not drawn.types or row.type in drawn.types)
            and row.origins >= drawn.origins
            and (days[0] is None or row.last >= days[0])
            and (days[1] is None or 0 < row.first <= days[1])
            and drawn.standing in (None, put(row.standing))
            and (not drawn.speaker or row.speaker in self._called(drawn.speaker))
            and (not drawn.place or row.id in self._with("told_places", "place", drawn.place))
            and (not drawn.about or row.id in self._at_ends(drawn.about))
        )

    def _called(self, words: str) -> set[int]:
        return set(self._pictures._called(words))

    def _with(self, table: str, column: str, words: str) -> set[int]:
        called = self._called(words)
        return {row.told_id for row in self._rows(table) if getattr(row, column) in called}

    def _rows(self, table: str):
        return self._run(text(f"SELECT * FROM {table}"))  # noqa: S608

    def _at_ends(self, words: str) -> set[int]:
        return self._with("told_lines", "source", words) | self._with("told_lines", "target", words)

    def by(self, table: str, *columns: str) -> dict[tuple, dict[str, list]]:
        """The claims of each statement, of each row of a table with these values."""
        found: dict[tuple, dict[str, list]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows(table):
            if row.told_id in self.meant:
                claim = self.meant[row.told_id]
                of_claim = {"grouping": claim.grouping, "type": claim.type}
                key = tuple(of_claim.get(name, getattr(row, name, None)) for name in columns)
                found[key][claim.statement].append(claim)
        return found


def put(standing: int) -> str:
    return "stated" if standing <= FACT else "denied" if standing == DENIED else "hedged"


def weighed(statements: dict[str, list]) -> tuple[int, ...]:
    """The most origins, and how many there are, are put as facts, are put as untrue and are in conflict."""
    every = list(statements.values())
    return (
        max(claims[0].origins for claims in every),
        len(every),
        *(sum(put(claims[0].standing) == how for claims in every) for how in ("stated", "denied")),
        sum(any(claim.contested for claim in claims) for claims in every),
    )


@pytest.mark.parametrize("seed", range(NARROWINGS))
def test_a_narrowing_counts_what_its_claims_tell(view, seed):
    drawn = drawn_by_chance(random.Random(seed))  # noqa: S311
    with view.pictures() as pictures:
        plain = Plain(pictures, drawn)
        if not drawn.is_counted:
            assert links(pictures, drawn) == plain_links(plain)
        places = {(one.place,): tuple(getattr(one, name) for name in WEIGHT) for one in pictures.places(drawn)}
        assert places == {key: weighed(found) for key, found in plain.by("told_places", "place").items()}
        units = {key: len(found) for key, found in plain.by("told_figures", "unit").items()}
        assert {(unit,): many for unit, many in pictures.units(drawn)} == units
        times = {(one.day, one.group, one.standing): one.statements for one in pictures.times(drawn)}
        assert times == plain_times(plain)


WEIGHT = ("origins", "statements", "stated", "denied", "contested")
ENDS = ("source", "source_layer", "target", "target_layer")


def links(pictures, drawn):
    found = pictures.links(drawn, 1000)
    assert found.lines == len(found.items)
    assert found.statements == sum(one.statements for one in found.items)
    return {
        tuple(getattr(one, name) for name in (*ENDS, "group")): (
            *(getattr(one, name) for name in WEIGHT),
            one.first,
            one.last,
        )
        for one in found.items
    }


def plain_links(plain):
    """By type first: a statement told as two types of one group counts for each."""
    told: dict[tuple, list] = defaultdict(list)
    for (*ends, group, _), statements in plain.by("told_lines", *ENDS, "grouping", "type").items():
        claims = [claim for each in statements.values() for claim in each]
        days = (min(claim.first for claim in claims), max(claim.last for claim in claims))
        told[*ends, group].append((weighed(statements), days))
    return {
        key: (
            max(weight[0] for weight, _ in each),
            *(sum(weight[place] for weight, _ in each) for place in range(1, 5)),
            min(days[0] for _, days in each),
            max(days[1] for _, days in each),
        )
        for key, each in told.items()
    }


def plain_times(plain):
    told: dict[tuple, set] = defaultdict(set)
    for claim in plain.meant.values():
        told[claim.first, claim.grouping, put(claim.standing)].add(claim.statement)
    return {key: len(statements) for key, statements in told.items()}


@pytest.mark.parametrize("drawn", [Drawn(), Drawn(groups=("raise",)), Drawn(types=("buy", "trade"))])
def test_what_stands_counted_is_what_is_counted(view, drawn):
    told: dict[tuple, list] = defaultdict(lambda: [0] * len(WEIGHT))
    with view.pictures() as pictures:
        for one in pictures.links(drawn, 1000).items:  # a type each
            key = tuple(getattr(one, name) for name in (*ENDS, "group"))
            most, *sums = (getattr(one, name) for name in WEIGHT)
            told[key] = [max(told[key][0], most), *(a + b for a, b in zip(told[key][1:], sums, strict=True))]
        plain = plain_links(Plain(pictures, drawn))
    assert told == {key: list(weight[: len(WEIGHT)]) for key, weight in plain.items()}


def test_only_so_many_lines_are_given_and_all_are_counted(view):
    drawn = Drawn(first=FIRST)
    with view.pictures() as pictures:
        every, some = pictures.links(drawn, 1000), pictures.links(drawn, 3)
    assert (some.items, some.lines, some.statements) == (every.items[:3], every.lines, every.statements)

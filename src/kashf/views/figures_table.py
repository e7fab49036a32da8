"""The figures: every number as a value, with its modifier and unit, what it counts, when, who says so and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kashf.records import Figure, Record, Role
from kashf.views.amounts import figure_words, unit_words
from kashf.views.dossier import Located
from kashf.views.lens import Lens
from kashf.views.phrases import filler_pieces, is_counted_noun
from kashf.views.pieces import Piece, Sentence, listed
from kashf.views.statements import Evidence, Statement
from kashf.views.texts import shown

__all__ = ["FigureRow", "Value", "figures_table"]

_WHERE = ("destination", "origin", "place")


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in normal form: `told` with its modifier and unit in words, and the same as data (`u/p` is u per p)."""

    told: str
    value: float | None
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    unit_name: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a statement, or one that no claim speaks of.

    `of` is what is counted, `where` the places the claim is about, `role` what the figure is to the claim where it is
    not its amount, all in words; `words` are the report's own. `anchor` leads to the claim, None where there is none.
    """

    value: Value
    words: tuple[str, ...]
    outlets: tuple[str, ...]
    of: Sentence = ()
    where: Sentence = ()
    role: str = ""
    type_name: str = ""
    when: str = ""
    says: tuple[str, ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure as one claim gives it."""

    figure: Figure
    role: Role
    located: Located
    evidence: Evidence


def figures_table(statements: Sequence[Statement], lens: Lens, *, unspoken: bool = True) -> tuple[FigureRow, ...]:
    """The figures of the statements in their order, then (`unspoken`) those that no claim speaks of."""
    spoken = tuple(row for statement in statements for row in _of_statement(statement, lens))
    return (*spoken, *_unspoken(lens)) if unspoken else spoken


def _of_statement(statement: Statement, lens: Lens) -> Iterator[FigureRow]:
    """One row for each value of each role, however many reports give it."""
    alike: dict[tuple[object, ...], list[_Given]] = {}
    for given in _given(statement, lens):
        figure = given.figure
        key = (given.role.role, figure.value, figure.low, figure.high, figure.modifier, figure.unit)
        alike.setdefault(key, []).append(given)
    for several in alike.values():
        yield _row(statement, several, lens)


def _given(statement: Statement, lens: Lens) -> Iterator[_Given]:
    for evidence in statement.evidence:
        located = lens.index.claims[evidence.claim]
        for role in located.claim.roles:
            if role.figure is not None:
                yield _Given(located.record.figures[role.figure], role, located, evidence)


def _row(statement: Statement, several: list[_Given], lens: Lens) -> FigureRow:
    first = several[0]
    figure = first.figure
    return FigureRow(
        value=_value(figure, lens),
        words=_once(given.figure.text for given in several),
        outlets=_once(given.evidence.report.outlet for given in several),
        of=_of(first, lens),
        where=_fillers(first.located, _WHERE, lens),
        role=lens.words.name("roles", first.role.role) if first.role.role != "amount" else "",
        type_name=statement.type_name,
        when=first.evidence.when,
        says=tuple(origin.name for origin in statement.origins),
        anchor=first.evidence.anchor,
    )


def _value(figure: Figure, lens: Lens) -> Value:
    return Value(
        told=figure_words(figure, lens.words),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        unit=figure.unit,
        unit_name=unit_words(figure.unit, lens.words),
    )


def _of(given: _Given, lens: Lens) -> Sentence:
    """What is counted: the object of the claim, else the noun the figure stands with."""
    located = given.located
    named = [one for one in located.claim.fillers("object") if not is_counted_noun(one, located)]
    return listed([filler_pieces(one, located, lens) for one in named], lens.words) or _counted(given.figure)


def _counted(figure: Figure) -> Sentence:
    return (Piece("words", shown(figure.of)),) if figure.of else ()


def _fillers(located: Located, roles: Iterable[str], lens: Lens) -> Sentence:
    """The fillers of the first of the roles that has any."""
    for role in roles:
        fillers = [filler_pieces(one, located, lens) for one in located.claim.fillers(role) if one.figure is None]
        if fillers:
            return listed(fillers, lens.words)
    return ()


def _unspoken(lens: Lens) -> Iterator[FigureRow]:
    for record in lens.dossier.records:
        spoken = {role.figure for claim in record.claims for role in claim.roles}
        for position, figure in enumerate(record.figures):
            if position not in spoken:
                yield _bare(figure, record, lens)


def _bare(figure: Figure, record: Record, lens: Lens) -> FigureRow:
    return FigureRow(
        value=_value(figure, lens),
        words=(shown(figure.text),),
        outlets=(lens.outlet(record.report),),
        of=_counted(figure),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(shown, texts)))

"""Claims as plain sentences, each with who says so, from the phrases of its type (`views/phrases/<language>.yaml`).

An allegation, a plan or a denial is worded as one: what qualifies a claim is part of its verb or noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kashf.records import Claim, Role
from kashf.views.amounts import figure_words, is_partitive
from kashf.views.dossier import Located
from kashf.views.lens import Lens, anchor, same_words
from kashf.views.pieces import Piece, Sentence, listed
from kashf.views.standing import outcome
from kashf.views.tables import read_table
from kashf.views.texts import shown

__all__ = ["claim_sentence", "filler_pieces", "is_counted_noun"]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_COUNTED = ("object", "actor")
_MOST_FILLERS = 6
"""More of one role than this make a sentence that nobody finishes; the evidence has them all."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a sentence about one claim is made of: the phrases of its type and the fillers of its roles."""

    claim: Claim
    phrases: Mapping[str, Any]
    lexeme: Mapping[str, Any]
    fillers: Mapping[str, tuple[Sentence, ...]]
    partitive: bool
    lens: Lens

    @property
    def subjects(self) -> tuple[str, ...]:
        """The roles that may be the subject of the sentence."""
        return tuple(self.lexeme.get("subject", ("actor",)))

    @property
    def subject(self) -> str | None:
        """The role that is, where one is filled."""
        return next((role for role in self.subjects if self.fillers.get(role)), None)

    @property
    def verbal(self) -> bool:
        """Whether the sentence has a verb; without a subject, or in a language that needs none, it has a noun."""
        return self.subject is not None and "verb" in self.lexeme

    @property
    def own_slots(self) -> tuple[str, ...]:
        """The slots that the type gives an order and preposition of its own."""
        return tuple(self.lexeme.get("slots", ()))

    def told(self, role: str) -> Sentence:
        """All fillers of a role in a row."""
        return listed(self.fillers.get(role, ()), self.lens.words)


def claim_sentence(located: Located, sources: Sentence, lens: Lens, others: Sequence[Located] = ()) -> Sentence:
    """The claim as a sentence that begins with who says so.

    `others` are claims that say the same on the word of some of the sources. Where they give other figures the sentence
    has these too, so that no source is credited with a figure that it did not give.
    """
    telling = _telling(located, others, lens)
    says = telling.phrases["says"]["clause" if telling.verbal else "noun"]
    stop = Piece("text", telling.phrases["stop"])
    return _joined([*_filled(says, {"sources": sources}), *_denial(telling), *_core(telling), stop])


def filler_pieces(role: Role, located: Located, lens: Lens) -> Sentence:
    """One filler: a figure in normal form, a resolved name, or the report's own words."""
    if role.figure is not None:
        figure = located.record.figures[role.figure]
        return (Piece("figure", figure_words(figure, lens.words, governed=True), report=shown(role.text)),)
    name = lens.filler_name(role)
    if name is None:
        return (Piece("words", shown(role.text)),)
    words = None if same_words(name, role.text) else shown(role.text)
    return (Piece("name", name, report=words, entity=anchor(role.entity) if role.entity else None),)


def _telling(located: Located, others: Sequence[Located], lens: Lens) -> _Telling:
    phrases = read_table("phrases", lens.words.code)
    types = phrases["types"]
    claim = located.claim
    figures = [located.record.figures[role.figure] for role in claim.fillers("amount") if role.figure is not None]
    return _Telling(
        claim=claim,
        phrases=phrases,
        lexeme=_lexeme(claim, types),
        fillers=_with_choices(_fillers(located, lens, phrases), located, others, lens),
        partitive=_takes_share(claim, bool(figures) and all(map(is_partitive, figures))),
        lens=lens,
    )


def _lexeme(claim: Claim, types: Mapping[str, Any]) -> Mapping[str, Any]:
    """The phrases of a claim's type; of a measure that came to something, those of what it came to."""
    lexeme: Mapping[str, Any] = types.get(claim.type, types["other"])
    variant = lexeme.get("outcomes", {}).get(outcome(claim))
    return {**lexeme, **variant} if variant else lexeme


def _fillers(located: Located, lens: Lens, phrases: Mapping[str, Any]) -> dict[str, tuple[Sentence, ...]]:
    fillers: dict[str, list[Sentence]] = {}
    for role in located.claim.roles:
        if is_counted_noun(role, located):
            continue
        pieces = filler_pieces(role, located, lens)
        known = fillers.setdefault(role.role, [])
        if pieces not in known and len(known) < _MOST_FILLERS:
            known.append(pieces)
    if fillers.get("amount") and fillers.get("of_total"):
        parts = {"amount": fillers["amount"].pop(0), "total": _bare_total(located, lens)}
        del fillers["of_total"]
        fillers["amount"].insert(0, _filled(phrases["out_of"], parts))
    return {role: tuple(several) for role, several in fillers.items()}


def _with_choices(
    fillers: dict[str, tuple[Sentence, ...]], located: Located, others: Sequence[Located], lens: Lens
) -> dict[str, tuple[Sentence, ...]]:
    """The fillers with every other figure that claims of the same give for the one figure of a role."""
    given = {role.role for role in located.claim.roles if role.figure is not None}
    for role in given:
        told = fillers.get(role, ())
        if len(told) == 1 and len(told[0]) == 1:
            figures = [told[0], *(figure for other in others for figure in _figures(other, role, lens))]
            distinct = list({figure[0].text: figure for figure in figures}.values())[:_MOST_FILLERS]
            fillers[role] = (listed(distinct, lens.words, "choices"),)
    return fillers


def _figures(located: Located, role: str, lens: Lens) -> Iterator[Sentence]:
    """The figures of a claim in one role."""
    for filler in located.claim.fillers(role):
        if filler.figure is not None:
            yield filler_pieces(filler, located, lens)


def is_counted_noun(role: Role, located: Located) -> bool:
    """Whether a role is the noun that an amount counts, which the amount already says: the «dinars» of «100 dinars»."""
    amounts = (one for one in located.claim.fillers("amount") if one.figure is not None)
    return role.role in _COUNTED and any(
        _within(role, one) and not is_partitive(located.record.figures[one.figure or 0]) for one in amounts
    )


def _within(inner: Role, outer: Role) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _takes_share(claim: Claim, partitive: bool) -> bool:
    """Whether the amount goes before its object as a share or measure of it, and is not among the object's words."""
    amounts, objects = claim.fillers("amount"), claim.fillers("object")
    return partitive and not any(_within(amount, one) for amount in amounts for one in objects)


def _bare_total(located: Located, lens: Lens) -> Sentence:
    """The whole that a number is a part of; its unit is the part's, and not said twice."""
    total, part = located.claim.fillers("of_total")[0], located.claim.fillers("amount")[0]
    if total.figure is None or part.figure is None:
        return filler_pieces(total, located, lens)
    figures = located.record.figures
    whole = figures[total.figure]
    same = whole.unit == figures[part.figure].unit
    told = figure_words(replace(whole, unit=None) if same else whole, lens.words, governed=True)
    return (Piece("figure", told, report=shown(total.text)),)


def _denial(telling: _Telling) -> Sentence:
    if telling.claim.polarity == "affirmed":
        return ()
    return (Piece("text", telling.phrases["denied"]["clause" if telling.verbal else "noun"]),)


def _core(telling: _Telling) -> Iterator[Piece]:
    head = Piece("text", _head(telling))
    subject = _subject(telling)
    if telling.verbal:
        yield from (*subject, Piece("text", " "), head)
    else:
        by = _lexeme_told(telling).get("by", "")
        yield from (head, *((Piece("text", f" {by} " if by else " "), *subject) if subject else ()))
    linking = "" if telling.verbal or subject else telling.lexeme.get("of", telling.phrases["of"])
    for preposition, filler in _slots(telling):
        yield Piece("text", f" {preposition or linking} " if preposition or linking else " ")
        yield from filler
        linking = ""


def _subject(telling: _Telling) -> Sentence:
    """Who does it; where it is a number of persons that comes and goes, with the number."""
    if telling.subject is None:
        return ()
    subject, amount = telling.told(telling.subject), telling.told("amount")
    if telling.subject == "amount" or not amount or "amount" not in telling.subjects:
        return subject
    return _filled(telling.phrases["beside"], {"object": subject, "amount": amount})


def _lexeme_told(telling: _Telling) -> Mapping[str, Any]:
    """The words of the type, those for what has no object where there is none."""
    has_object = telling.fillers.get("object") or telling.fillers.get("amount")
    return telling.lexeme if has_object else {**telling.lexeme, **telling.lexeme.get("bare", {})}


def _head(telling: _Telling) -> str:
    """The verb or the noun, as its phase and its modality make it."""
    lexeme = _lexeme_told(telling)
    forms = {"noun": lexeme["noun"]}
    if telling.verbal:
        forms |= dict(zip(("verb", "past", "ing"), lexeme["verb"], strict=True))
    phase, modality = telling.claim.phase, telling.claim.modality
    if phase and phase != modality:
        templates = telling.phrases["phases"][phase]
        forms = {form: templates[form].format(**forms) for form in forms}
    template = telling.phrases["modalities"][modality]["past" if telling.verbal else "noun"]
    return str(template.format(**forms))


def _slots(telling: _Telling) -> Iterator[tuple[str, Sentence]]:
    """The fillers after the verb with their prepositions, the type's own slots first."""
    taken = set(telling.subjects) if telling.subject else set()
    for slot in (*telling.own_slots, *telling.phrases["slots"]):
        preposition, _, role = slot.rpartition(" ")
        if role in taken:
            continue
        taken.add(role)
        filler = _things(telling, taken) if role == "object" else telling.told(role)
        if filler:
            yield preposition, filler


def _things(telling: _Telling, taken: set[str]) -> Sentence:
    """The object, and with it the amount unless that stands elsewhere: in pairs, as a share of it, or beside it."""
    objects, amounts = telling.fillers.get("object", ()), telling.fillers.get("amount", ())
    if not amounts or "amount" in taken or _has_slot(telling, "amount"):
        return telling.told("object")
    taken.add("amount")
    if not objects:
        return telling.told("amount")
    template = telling.phrases["share" if telling.partitive else "beside"]
    if len(objects) == len(amounts):
        pairs = [_filled(template, {"object": one, "amount": many}) for one, many in zip(objects, amounts, strict=True)]
        return listed(pairs, telling.lens.words)
    return _filled(template, {"object": telling.told("object"), "amount": telling.told("amount")})


def _has_slot(telling: _Telling, role: str) -> bool:
    return any(slot.rpartition(" ")[2] == role for slot in telling.own_slots)


def _filled(template: str, values: Mapping[str, Sentence]) -> Sentence:
    """A template with sentences put in at its {names}."""
    parts: list[Piece] = []
    for position, part in enumerate(_PLACEHOLDER.split(template)):
        parts.extend(values[part] if position % 2 else (Piece("text", part),))
    return tuple(parts)


def _joined(pieces: Sequence[Piece]) -> Sentence:
    """The pieces with neighbouring stretches of our own text made one, and empty ones gone."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.kind == "text" and joined and joined[-1].kind == "text":
            joined[-1] = Piece("text", joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)

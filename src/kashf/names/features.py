"""What speaks for and against two names being one's: the declared features.

Each is a function of an alignment that gives how strongly it holds, 0 to 1, and the words it is about. Its docstring is
the sentence that the analyst reads. Weights are in `domain/names/weights.yaml`, with where they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kashf.names.alignment import Alignment
from kashf.names.parts import Part

__all__ = ["FEATURES", "REPLACED_HALF", "About", "Feature", "settled"]

About = tuple[Sequence[Part] | str, ...]
Held = tuple[float, About]
NOTHING: Held = (0.0, ())

ONE_TOLD = 1.0
REPLACED_HALF = 0.5
"""Parts that tell so much, on each side without a counterpart, speak half as strongly against as they can."""
COURTESY = 0.4
"""Muhammad goes before many a name by which nobody is called, and is left out."""
TURNED = 0.2
"""So much of another order it is where only the family name has been put first."""
LEAST_TURNED = 3
"""Of so many parts a family name may go first though «بن» says whose son the name's bearer is; of two parts that would
be the father. So it is where both are given names: Yasir Ibrahim is no Ibrahim Yasir."""
SOLE = 0.9
"""Likeness below which two parts count as not quite alike."""


def _known_as_one(found: Alignment) -> Held:
    """Both are known names of one body."""
    bodies = found.one.body, found.other.body
    return (1.0, (bodies[0],)) if bodies[0] is not None and bodies[0] == bodies[1] else NOTHING


def _known_apart(found: Alignment) -> Held:
    """They are known names of two different bodies."""
    one, other = found.one.body, found.other.body
    return (1.0, (one, other)) if one is not None and other is not None and one != other else NOTHING


def _acronym(found: Alignment) -> Held:
    """One is made of the other's first letters, or both give the same short form."""
    ones, others = found.one, found.other
    shared = (ones.acronyms & (others.acronyms | others.initials)) | (others.acronyms & ones.initials)
    return (1.0, (min(shared),)) if shared else NOTHING


def _same(found: Alignment) -> Held:
    """The names are the same, word for word."""
    equal = [part.text for part in found.one.parts] == [part.text for part in found.other.parts]
    return (1.0, ()) if equal else NOTHING


def _nothing(found: Alignment) -> Held:
    """They have no part in common."""
    return NOTHING if found.pairs or settled(found) else (1.0, ())


def settled(found: Alignment) -> bool:
    """Whether two names are told for one's by more than their words."""
    return found.one.kind == "organisation" and bool(_known_as_one(found)[0] or _acronym(found)[0])


def _covered(found: Alignment) -> Held:
    """So much of the shorter name stands in the longer one."""
    if settled(found):
        return 1.0, ()
    told = sum(part.weight for part in found.one.parts)
    agreeing = sum(pair.likeness * sum(found.one.parts[i].weight for i in pair.one) for pair in found.pairs)
    return (agreeing / told if told else 0.0), ()


def _telling(found: Alignment) -> Held:
    """So much do the parts in common tell: rare names more than frequent ones."""
    agreeing = found.agreeing
    return agreeing / (agreeing + ONE_TOLD), ()


def _unlike(found: Alignment) -> Held:
    """Parts that stand for each other are not written, or do not sound, quite alike."""
    if settled(found):
        return NOTHING
    agreeing = found.agreeing
    lost = sum((1.0 - pair.likeness) * pair.weight for pair in found.pairs)
    return (lost / agreeing if agreeing else 1.0), ()


def _worst(found: Alignment) -> Held:
    """The least alike of the parts that stand for each other differ so much."""
    if settled(found):
        return NOTHING
    pair = min(found.pairs, key=lambda pair: pair.likeness, default=None)
    if pair is None or pair.likeness >= SOLE:
        return NOTHING
    return 1.0 - pair.likeness, ([found.one.parts[i] for i in pair.one],)


def _left_out(found: Alignment) -> Held:
    """The longer name has parts that the shorter one leaves out."""
    if settled(found):
        return NOTHING
    alone = found.left[1]
    extra = max(0.0, _told(alone) - _told(found.left[0]))
    return extra / (extra + ONE_TOLD), (alone,)


def _replaced(found: Alignment) -> Held:
    """Each name has parts that the other has not."""
    ones, others = found.left[0], found.left[1]
    less = min(_told(ones), _told(others))
    return (less / (less + REPLACED_HALF), (ones, others)) if less else NOTHING


def _replaced_words(found: Alignment) -> Held:
    """Each has words that the other has not, and they do not mean the same."""
    if settled(found):
        return NOTHING
    ones, others = found.left[0], found.left[1]
    known = min(_told(p for p in ones if p.meanings), _told(p for p in others if p.meanings))
    named = min(_told(p for p in ones if not p.meanings), _told(p for p in others if not p.meanings))
    less = known + named if _across(found) else min(_told(ones), _told(others))
    return (less / (less + REPLACED_HALF), (ones, others)) if less else NOTHING


def _untranslated(found: Alignment) -> Held:
    """Each has words that the other has not; one may be the other's translation."""
    if settled(found):
        return NOTHING
    ones, others = found.left[0], found.left[1]
    if not _across(found) or not ones or not others:
        return NOTHING
    both = min(_told(p for p in ones if p.meanings), _told(p for p in others if not p.meanings))
    both += min(_told(p for p in ones if not p.meanings), _told(p for p in others if p.meanings))
    return (both / (both + REPLACED_HALF), (ones, others)) if both else NOTHING


def _across(found: Alignment) -> bool:
    return len({part.script for name in (found.one, found.other) for part in name.parts}) > 1


def _first_differs(found: Alignment) -> Held:
    """They begin with different names, as those of brothers do."""
    ones, others = _names(found.one.parts), _names(found.other.parts)
    if not ones or not others or ones[0] not in found.alone_one or others[0] not in found.alone_other:
        return NOTHING
    return 1.0, ([found.one.parts[ones[0]]], [found.other.parts[others[0]]])


def _first_added(found: Alignment) -> Held:
    """One begins with a name before the other's first, as a son's does before his father's."""
    ones, others = _names(found.one.parts), _names(found.other.parts)
    if not ones or not others:
        return NOTHING
    heads = ones[0] not in found.alone_one, others[0] not in found.alone_other
    if heads[0] == heads[1]:
        return NOTHING
    longer, first = (found.other, others[0]) if heads[0] else (found.one, ones[0])
    added = longer.parts[first]
    return (COURTESY if "muhammad" in added.meanings and not longer.chained else 1.0), ([added],)


def _last_differs(found: Alignment) -> Held:
    """They end in different family names."""
    ones, others = _names(found.one.parts), _names(found.other.parts)
    if not ones or not others or ones[-1] not in found.alone_one or others[-1] not in found.alone_other:
        return NOTHING
    return 1.0, ([found.one.parts[ones[-1]]], [found.other.parts[others[-1]]])


def _disorder(found: Alignment) -> Held:
    """The parts stand in another order."""
    order = [pair.other[0] for pair in found.pairs]
    if order == sorted(order):
        return NOTHING
    least = order.index(min(order))
    turned = [*order[least:], *order[:least]]
    if len(order) < LEAST_TURNED and all(part.group in _GIVEN for part in found.one.parts):
        return 1.0, ()
    chained = found.one.chained + found.other.chained
    family_first = chained < LEAST_TURNED - 1 if len(order) >= LEAST_TURNED else not chained
    return (TURNED if turned == sorted(order) and family_first else 1.0), ()


def _lone(found: Alignment) -> Held:
    """One is a single name, the other has more."""
    ones = [part for part in found.one.parts if part.group != "titles"]
    others = [part for part in found.other.parts if part.group != "titles"]
    if len(found.one.parts) > 1 and not found.alone_one:
        return NOTHING
    single = len(ones) <= 1 < len(others) and found.alone_other
    return (1.0, (found.one.parts,)) if single else NOTHING


def _given_only(found: Alignment) -> Held:
    """All that they have in common are given names that many people bear, and one has more."""
    rest = [part for part in found.left[1] if part.group != "titles"]
    shared = [found.one.parts[i] for pair in found.pairs for i in pair.one]
    if not rest or any(part.group == "name" for part in shared):
        return NOTHING
    return 1.0 / max(1, len(shared)), (shared,)


def _initials(found: Alignment) -> Held:
    """An initial stands for a name."""
    short = [pair for pair in found.pairs if "initial" in _groups(found, pair.one, pair.other)]
    return (len(short) / len(found.pairs) if short else 0.0), ()


def _numbers_differ(found: Alignment) -> Held:
    """They bear different numbers, or only one bears a number."""
    ones, others = (_of(found, side, _NUMBER) for side in (0, 1))
    return (1.0 if ones and others else 0.5, (ones, others)) if ones or others else NOTHING


def _places_differ(found: Alignment) -> Held:
    """They name different places."""
    ones, others = (_of(found, side, _PLACE) for side in (0, 1))
    return (1.0, (ones, others)) if ones and others else NOTHING


def _place_added(found: Alignment) -> Held:
    """One names a place that the other does not, as a branch does."""
    ones, others = (_of(found, side, _PLACE) for side in (0, 1))
    return (1.0, (ones or others,)) if bool(ones) != bool(others) else NOTHING


def _kinds_differ(found: Alignment) -> Held:
    """They are of different kinds or trades: a front, an army; a bank, a school."""
    ones, others = (_of(found, side, _KINDS) for side in (0, 1))
    return (1.0, (ones, others)) if ones and others else NOTHING


def _word_added(found: Alignment) -> Held:
    """One has a word that tells it from the other, as a branch has."""
    if settled(found):
        return NOTHING
    ones, others = (_of(found, side, _TELLING) for side in (0, 1))
    return (1.0, (ones or others,)) if bool(ones) != bool(others) else NOTHING


def _forms_differ(found: Alignment) -> Held:
    """They have different legal forms."""
    ones, others = (_of(found, side, _FORM) for side in (0, 1))
    return (1.0, (ones, others)) if ones and others else NOTHING


_NUMBER, _PLACE, _FORM = frozenset({"number"}), frozenset({"place"}), frozenset({"form"})
_KINDS = frozenset({"kind", "trade"})
_TELLING = frozenset({"name", "people", "thing", "quality", "trade"})


def _told(parts: Iterable[Part]) -> float:
    return sum(part.weight for part in parts)


def _of(found: Alignment, side: int, groups: frozenset[str]) -> list[Part]:
    """The parts of one name without a counterpart that belong to these classes."""
    return [part for part in found.left[side] if part.group in groups]


_GIVEN = frozenset({"frequent", "known"})


def _names(parts: Sequence[Part]) -> list[int]:
    """The places of the parts that are names: a title in front is none, one at the end is (Janan Agha)."""
    return [at for at, part in enumerate(parts) if part.group != "titles" or 0 < at == len(parts) - 1]


def _groups(found: Alignment, ones: Iterable[int], others: Iterable[int]) -> set[str]:
    return {found.one.parts[i].group for i in ones} | {found.other.parts[j].group for j in others}


@dataclass(frozen=True, slots=True)
class Feature:
    """A declared feature: its name, how strongly it holds of an alignment and of which words, and its sentence."""

    name: str
    holds: Callable[[Alignment], Held]
    sentence: str


def _declared(*functions: Callable[[Alignment], Held]) -> tuple[Feature, ...]:
    return tuple(
        Feature(function.__name__.removeprefix("_"), function, (function.__doc__ or "").strip())
        for function in functions
    )


_SHARED = _declared(_same, _nothing, _covered, _telling, _unlike, _worst, _left_out, _disorder, _lone)
FEATURES: Mapping[str, tuple[Feature, ...]] = {
    "person": (*_SHARED, *_declared(_replaced, _given_only, _initials, _first_differs, _first_added, _last_differs)),
    "organisation": (
        *_SHARED,
        *_declared(
            _replaced_words,
            _untranslated,
            _known_as_one,
            _known_apart,
            _acronym,
            _numbers_differ,
            _places_differ,
            _place_added,
            _kinds_differ,
            _word_added,
            _forms_differ,
        ),
    ),
}
"""The features of each kind of name, in the order in which they are told."""

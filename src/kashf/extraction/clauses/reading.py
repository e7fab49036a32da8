"""The stage that takes sentences apart into clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from kashf.domain.predicates import Predicate
from kashf.extraction.clauses.analysis import analyse_sentence
from kashf.extraction.clauses.compounds import with_compounds
from kashf.extraction.clauses.described import with_described
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.evoking import is_event, noun_frames
from kashf.extraction.clauses.gapping import gapped
from kashf.extraction.clauses.list_commas import without_list_commas
from kashf.extraction.clauses.offices import offices
from kashf.extraction.clauses.parse import Parse
from kashf.extraction.clauses.participles import NOMINAL_HEADS
from kashf.extraction.clauses.partitives import parts_told
from kashf.extraction.clauses.parts import with_wholes
from kashf.extraction.clauses.phrases import PhraseMaker
from kashf.extraction.clauses.units import Atoms, Cutter, Unit
from kashf.extraction.clauses.units_english import EnglishCutter
from kashf.extraction.clauses.units_european import EuropeanCutter
from kashf.extraction.draft import Clauses, Draft, words_within
from kashf.extraction.knowledge import Knowledge, knowledge_of
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.records import Figure
from kashf.text.sentences import Sentence

__all__ = ["read_clauses"]

_LIMIT = 400
"""Words of a sentence beyond which it is not analysed: a table or list run together, not a sentence."""


def read_clauses(draft: Draft) -> Draft:
    """The stage: every sentence's units, phrases and events with their arguments."""
    knowledge = knowledge_of(draft.language)
    within = _without_verb if knowledge.book.grammar.subject_first else words_within
    placed = [(*within(draft.words, figure.start, figure.end), figure) for figure in draft.figures]
    figures = [
        (first, last, figure) for first, last, figure in placed if not _only_adjective(draft.words, last, figure)
    ]
    names = {position for name in draft.names for position in range(name.first, name.last)}
    figures = [(first, last, figure) for first, last, figure in figures if not (last - first == 1 and first in names)]
    atoms = Atoms(
        names={name.first: name.last for name in draft.names},
        figures={first: last for first, last, _ in figures},
        shares=frozenset(first for first, _, figure in figures if figure.unit in ("percent", "fraction")),
        events=frozenset(index for index in range(len(draft.words)) if is_event(draft.words, index, knowledge)),
        times=dict(_moments(draft, figures, european=knowledge.book.grammar.subject_first)),
        suspects=dict(_suspects(draft.words, knowledge)),
    )
    atoms = _without_events_in(atoms, figures)
    numbers = {id(figure): index for index, figure in enumerate(draft.figures)}
    counted = {first: (numbers[id(figure)], last, figure) for first, last, figure in figures}
    maker = PhraseMaker(draft.words, draft.names, draft.referents, counted, atoms, knowledge.book)
    return replace(draft, clauses=tuple(_all_clauses(draft, atoms, maker)))


def _all_clauses(draft: Draft, atoms: Atoms, maker: PhraseMaker) -> Iterator[Clauses]:
    before: Sequence[Phrase] = ()
    for sentence in draft.sentences:
        clauses = _clauses(draft, sentence, atoms, maker, before)
        yield clauses
        before = [phrase for phrase in clauses.phrases if phrase is not None]


def _moments(draft: Draft, figures: Sequence[tuple[int, int, Figure]], *, european: bool) -> Iterator[tuple[int, int]]:
    """The words of the times that stand alone: in no name or figure, holding no verb, behind no determiner."""
    taken = {p for name in draft.names for p in range(name.first, name.last)}
    taken |= {p for first, last, _ in figures for p in range(first, last)}
    for moment in draft.times:
        first, last = words_within(draft.words, moment.start, moment.end)
        if european and last - first > 1 and draft.words[last - 1].category in ("preposition", "connective"):
            last -= 1  # «a week before the raid»
        inside = draft.words[first:last]
        if not inside or not taken.isdisjoint(range(first, last)) or any(w.category == "verb" for w in inside):
            continue
        owns = european and inside[-1].owning  # «last week's plot»
        if not owns and not (european and first and draft.words[first - 1].category == "demonstrative"):
            yield first, last


def _suspects(words: Sequence[Word], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """«المقبوض عليه», «المشتبه بهم»: a participle of arrest or suspicion with its pronoun is a noun for whom it was."""
    if knowledge.splitter is None:
        return
    for index, (word, following) in enumerate(pairwise(words)):
        if not following.split.ending or following.joined:
            continue
        pronoun = following.category == "preposition" or not following.stem
        plain = word.category in ("participle", "noun", "unknown", "title") and word.split.article
        plain = plain and word.may_be("participle") is not None
        before = words[index - 1] if index else None
        described = before is not None and before.category in ("noun", "title") and before.definite and not word.joined
        if pronoun and plain and not described:
            reading = word.may_be("participle")
            types = {p.type for p in knowledge.frames.get(reading.lemma, ())} if reading else set()
            if types & _CATCHING or (reading and "accuse" in reading.classes):
                yield index, index + 2 + _told_apart(words, index + 2)


def _told_apart(words: Sequence[Word], index: int) -> bool:
    """«المقبوض عليه الأول»: whether a number of order stands behind a suspect."""
    return index < len(words) and words[index].split.article and words[index].stem in _ORDINALS


_ORDINALS = frozenset({"اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"})
_EVOKES = frozenset({"evokes"})
_CATCHING = frozenset({"arrest", "charge", "investigate"})


def _only_adjective(words: Sequence[Word], behind: int, figure: Figure) -> bool:
    """«a 27-year-old woman», «27-летнюю жительницу»: a hyphened number before a noun says how the noun is."""
    hyphened = figure.text[:1].isdigit() and "-" in figure.text
    return hyphened and behind < len(words) and words[behind].category in NOMINAL_HEADS


def _without_verb(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The words of a figure; a verb or participle at its end counts nothing («210 погибли»)."""
    first, last = words_within(words, start, end)
    first += last - first > 1 and words[first].category == "verb" and _tells_sum(words, first)
    acts = last - first > 1 and words[last - 1].category in ("verb", "participle")
    oblique = bool(words[first].cases) and words[first].cases <= {"dat", "ins", "loc"}
    given = last - first > 1 and words[last - 1].cases == {"dat"} and not oblique  # «отдал 12 тысяч контрабандисту»
    return first, last - 1 if acts or given or _opens_clause(words, first, last - 1) else last


def _tells_sum(words: Sequence[Word], first: int) -> bool:
    """« Le budget avoisine 500 millions », «Выручка превысила 2 млн»: a verb of measure behind its subject."""
    before = words[first - 1] if first else None
    return before is not None and before.category in NOMINAL_HEADS and "evokes" in words[first].classes


def _opens_clause(words: Sequence[Word], first: int, index: int) -> bool:
    """«За двух монахинь банда просит»: behind what is counted a nominative is no more of it."""
    before = words[index - 1]
    return index - first > 1 and words[index].cases == {"nom"} and before.category == "noun" and "gen" in before.cases


def _without_events_in(atoms: Atoms, figures: Sequence[tuple[int, int, Figure]]) -> Atoms:
    covered = {position for first, last in atoms.names.items() for position in range(first, last)}
    covered |= {position for first, last, _ in figures for position in range(first, last)}
    covered |= atoms.suspects.keys()
    return replace(atoms, events=atoms.events - covered)


def _clauses(draft: Draft, sentence: Sentence, atoms: Atoms, maker: PhraseMaker, before: Sequence[Phrase]) -> Clauses:
    knowledge = knowledge_of(draft.language)
    last = min(sentence.last, sentence.first + _LIMIT)
    cutter = EuropeanCutter if knowledge.book.grammar.subject_first else Cutter
    if knowledge.book.grammar.head_last:
        cutter = EnglishCutter
    units = cutter(draft.words, last, atoms, knowledge.book).cut(sentence.first)
    if knowledge.book.grammar.cases:
        units = with_described(units, draft.words)
    units = without_list_commas(units, maker.make)
    events = tuple(_events(draft.words, units, knowledge))
    if knowledge.book.grammar.head_last:
        units = with_compounds(units, events, draft.words, maker.make)
    acts = {event.unit: event for event in events if event.form == "noun"}
    phrases = tuple(_phrase(maker, unit, acts.get(index)) for index, unit in enumerate(units))
    if knowledge.book.grammar.cases:
        phrases = tuple(_of_whole(units, phrases, index) for index in range(len(units)))
    if not knowledge.book.grammar.subject_first:
        phrases = with_wholes(phrases, before, draft.words)
    phrases = parts_told(units, phrases, draft.words, knowledge.book.grammar)
    parse = Parse(draft.words, units, phrases, events, knowledge)
    analyse_sentence(parse)
    told = (*events, *gapped(parse))
    return Clauses(sentence, units, phrases, (*told, *offices(parse, maker.names, len(told))))


def _phrase(maker: PhraseMaker, unit: Unit, act: Event | None) -> Phrase | None:
    if act is None:
        return maker.make(unit)
    return maker.make(unit, act.index, (predicate.type for predicate in act.predicates))


def _of_whole(units: Sequence[Unit], phrases: Sequence[Phrase | None], index: int) -> Phrase | None:
    """A bare number is of the kind of what it is a part of: «двенадцатью из восемнадцати скважин»."""
    phrase = phrases[index]
    whole = phrases[index + 1] if index + 1 < len(units) and units[index + 1].preposition == "из" else None
    if phrase is None or whole is None or phrase.figure is None or phrase.kinds - {"counted"}:
        return phrase
    return replace(phrase, kinds=phrase.kinds | whole.kinds)


def _events(words: Sequence[Word], units: Sequence[Unit], knowledge: Knowledge) -> list[Event]:
    found: list[Event] = []
    for index, unit in enumerate(units):
        if unit.kind == "event":
            found.append(_event(words, units, index, len(found), knowledge))
    return found


def _event(words: Sequence[Word], units: Sequence[Unit], index: int, number: int, knowledge: Knowledge) -> Event:
    unit = units[index]
    word = words[unit.first]
    lemma = word.reading.lemma if word.reading else word.stem
    return Event(
        index=number,
        unit=index,
        word=unit.first,
        form=_form(word, unit),
        lemma=lemma,
        classes=_all_classes(word),
        predicates=_frames(word, lemma, knowledge),
        negated=(word.negated or (index > 0 and units[index - 1].kind == "negator")) and not _but_for(units, index),
        future=word.mood == "future" or word.split.preposition == "س" or _particle(words, units, index, "سوف"),
        conjoined=unit.conjoined,
        passive=word.passive,
        mood=word.mood,
    )


def _but_for(units: Sequence[Unit], index: int) -> bool:
    """«لم يرجع سوى أربعة»: what a negation leaves out is told as done."""
    following = units[index + 1] if index + 1 < len(units) else None
    return following is not None and following.kind == "excluding"


def _form(word: Word, unit: Unit) -> Literal["verb", "noun", "participle"]:
    """An infinitive behind a preposition is an act named like a noun; its subject is that of the verb above it."""
    if word.category == "verb":
        return "verb" if unit.preposition is None else "noun"
    return "participle" if word.category == "participle" else "noun"


def _all_classes(word: Word) -> frozenset[str]:
    """What all readings of the settled category do: a form may belong to several verbs (عاد: returned, became)."""
    if word.reading is not None and word.reading.lemma in table_words("ar", "words", "suffering"):
        return word.reading.classes - _EVOKES  # «تعرضوا للخطف»: they did not offer it
    return word.classes.union(*[r.classes for r in word.readings if r.category == word.category]) - _EVOKES


def _frames(word: Word, lemma: str, knowledge: Knowledge) -> tuple[Predicate, ...]:
    if word.category == "verbal_noun":
        act = word.stem if knowledge.splitter is not None else lemma
        return tuple(dict.fromkeys((*knowledge.act_frames.get(act, ()), *noun_frames(word, knowledge))))
    told = word.reading is not None and word.reading.person.startswith("3")
    others = (r for r in word.readings if r.category == word.category and not (told and r.person[:1] in ("1", "2")))
    lemmas = dict.fromkeys([lemma, *(r.lemma for r in others)])
    frames = [predicate for each in lemmas for predicate in knowledge.frames.get(each, ())]
    if word.category != "verb":
        told_so = set(frames)
        frames += [predicate for predicate in noun_frames(word, knowledge) if predicate not in told_so]
    return tuple(frames)


def _particle(words: Sequence[Word], units: Sequence[Unit], index: int, norm: str) -> bool:
    return index > 0 and units[index - 1].kind == "particle" and words[units[index - 1].first].norm.endswith(norm)

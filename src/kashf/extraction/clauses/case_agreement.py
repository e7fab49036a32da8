"""Agreement in Russian: whether a noun can be the subject of a verb, by number and gender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse
from kashf.extraction.words.word import Word

if TYPE_CHECKING:
    from kashf.extraction.draft import Clauses

__all__ = [
    "clause_above",
    "disagrees",
    "goes_by_case",
    "may_go_on",
    "may_share_subject",
    "of_one_case",
    "relative_role",
]

Shape = Literal["plural", "singular", "feminine", "neuter", "masculine", ""]
_VERBS: tuple[tuple[tuple[str, ...], Shape], ...] = (
    (("ли", "лись", "ют", "ут", "ят", "ат", "ются", "утся", "ятся", "атся", "ны", "ты"), "plural"),
    (("ла", "лась"), "feminine"),
    (("ло", "лось"), "neuter"),
    (("л", "лся"), "masculine"),
    (("вез", "нес", "жег", "лег", "мог", "пас", "сек", "ник", "тек"), "masculine"),
    (("ет", "ит", "ется", "ится"), "singular"),
)
"""Endings of finite verbs, and of short participles in the plural."""
_NOUNS: tuple[tuple[tuple[str, ...], Shape], ...] = (
    (("а", "я"), "feminine"),
    (("о", "е"), "neuter"),
    (("ь", "и", "у", "ы", "э", "ю"), ""),
)
_LIVING = ("people", "persons", "person", "title")


def disagrees(parse: Parse, event: Event, group: Sequence[Phrase]) -> bool:
    """Whether number or gender keep a noun from being a verb's subject: «канал перекрыла полиция», «Винта задержали».

    Of somebody only the number tells: «министр сообщила», «судья решил».
    """
    verb = _shape(parse.word(event).norm, _VERBS)
    if not verb or len(group) > 1 or group[0].figure is not None or group[0].pronoun:
        return False
    head = _head(parse, group[0])
    noun = _nominative(head) if head is not None else ""
    if not noun:
        return False
    if "plural" in (verb, noun):
        return verb != noun
    return verb not in ("singular", noun) and not group[0].is_a(*_LIVING)


def clause_above(clauses: Clauses, event: Event, words: Sequence[Word]) -> Event | None:
    """«Сафин заявил, что переводил деньги»: the verb whose subject a verb behind «что» has where it has none of its
    own, as far as number and gender allow it."""
    above = clauses.events[event.index - 1] if event.index else None
    if above is None or (above.form, event.form) != ("verb", "verb"):
        return None
    between = [unit.kind for unit in clauses.units[above.unit + 1 : event.unit]]
    agree = may_share_subject(words[above.word].norm, words[event.word].norm)
    return above if agree and "complementiser" in between else None


def may_share_subject(one: str, other: str) -> bool:
    """Whether two finite verbs can have one subject, by number and gender.

    >>> may_share_subject("заявил", "отмывал"), may_share_subject("утверждает", "перевела")
    (True, True)
    >>> may_share_subject("заявил", "захватили"), may_share_subject("заявила", "купил")
    (False, False)
    """
    shapes = {_shape(form, _VERBS) for form in (one, other)}
    return "" not in shapes and (shapes == {"plural"} or ("plural" not in shapes and len(shapes - {"singular"}) <= 1))


def may_go_on(event: Event, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether those spoken of before may be the subject that a Russian verb leaves out, as far as number tells: a
    singular noun has no verb in the plural, and the other way round."""
    shape = _shape(words[event.word].norm, _VERBS) if event.form == "verb" else ""
    if not shape or len(phrases) != 1 or phrases[0].figure is not None or phrases[0].is_a("state"):
        return True  # «Армия наступает. Вчера отбили …»
    if phrases[0].pronoun:
        return _OF_PRONOUNS.get(phrases[0].pronoun, shape) in (shape, "plural" if shape == "plural" else "singular")
    head = next((w for w in words[phrases[0].first : phrases[0].last] if w.category in ("noun", "title")), None)
    if head is None or "nom" not in head.cases:
        return True
    several = head.norm != (head.reading.lemma if head.reading is not None else head.stem)
    return several == (shape == "plural")


_OF_PRONOUNS: dict[str, Shape] = {
    "он": "masculine", "она": "feminine", "оно": "neuter", "они": "plural", "те": "plural", "тот": "masculine",
}  # fmt: skip


def _head(parse: Parse, phrase: Phrase) -> Word | None:
    """The noun whose form tells: no quantity, no name in quotation marks, nothing in capitals alone."""
    words = parse.words[phrase.first : phrase.last]
    named = words[-1] if phrase.is_a("person") and words[-1].category == "unknown" else None  # «Винта задержали»
    head = next((word for word in words if word.category in ("noun", "title", "name")), named)
    marked = any(word.category == "mark" for word in words) and words[0].category != "noun"
    if head is None or head.stem in parse.knowledge.book.grammar.quantities or marked:
        return None
    return head if "nom" in head.cases and head.cases != _ANY else None


_ANY = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})


def _nominative(word: Word) -> Shape:
    """Number and gender of a form read as a nominative."""
    if word.norm != (word.reading.lemma if word.reading is not None else word.stem):
        return "plural" if word.category != "name" and word.norm.endswith(("ы", "и", "а", "я", "е")) else ""
    return _shape(word.norm, _NOUNS) if word.norm[-1:] in "аяоеьиуыэю" else "masculine"


def _shape(form: str, endings: tuple[tuple[tuple[str, ...], Shape], ...]) -> Shape:
    return next((shape for each, shape in endings if form.endswith(each)), "")


def goes_by_case(parse: Parse, index: int, head: Phrase) -> bool:
    """«внёс в список Иванова и его фирму»: joined to what stands in the same case, and not to what stands between."""
    cases, before = parse.units[index].cases, parse.units[index - 1].cases
    return bool(cases & head.cases) and bool(before) and not cases & before


def of_one_case(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases may stand in one case, as members of one list do; those without cases may."""
    return not (one.cases and other.cases) or bool(one.cases & other.cases)


def relative_role(parse: Parse, event: Event) -> str:
    """What a relative before a verb makes of its noun by its form: `subject`, `object` or `dative`; empty where the
    form may be either («который»), or no relative stands there."""
    index = event.unit - 1
    while index > 0 and parse.kind(index) not in ("relative", "comma", "event", "stop"):
        index -= 1
    if parse.kind(index) != "relative" or event.subject or not event.antecedent:
        return ""
    return _RELATIVES.get(parse.words[parse.units[index].first].norm, "")


_RELATIVES = {
    "которая": "subject", "которые": "", "который": "", "которую": "object", "которых": "object", "которого": "object",
    "которым": "dative", "которому": "dative",
}  # fmt: skip

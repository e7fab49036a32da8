"""Participles that tell of an event, and those that are nouns or only describe."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.clauses.continuing import disagrees
from kashf.extraction.knowledge import Knowledge
from kashf.extraction.words.word import Word
from kashf.language.agreement import may_agree
from kashf.language.lexicon import Reading

__all__ = ["JOINING", "NOMINAL_HEADS", "participle_at_work"]

COUNTED = 3
"""Words back from a participle within which the number stands of what it tells of."""
NOMINAL_HEADS = frozenset({"noun", "name", "title", "unknown", "pronoun"})
JOINING = frozenset({",", "،", "$", "€", "£", "%", "_", '"'})
_LED = frozenset({"ب", "ل"})
_SPEAKING = frozenset({"say", "accuse"})


def participle_at_work(words: Sequence[Word], index: int, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a participle is an event: what depends on it says so, and nothing makes it a noun or an adjective."""
    if knowledge.splitter is not None and index and _no_description(words[index - 1], words[index], knowledge):
        return False
    if reading.classes & _SPEAKING and not (knowledge.splitter is not None and _genitive(words, index)):
        return True
    if _is_named_so(words, index, reading, knowledge):
        return False
    doing = knowledge.book.grammar.head_last and reading.voice == "active"  # «notes bearing the emir's face were …»
    meant = index > 0 and words[index - 1].norm in knowledge.closed("words", "pointing")  # «those arrested were …»
    return (doing or reading.lemma in knowledge.frames) and (meant or _governs(words, index, knowledge))


def _is_named_so(words: Sequence[Word], index: int, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a participle is a noun, or an adjective that tells of no event."""
    word = words[index]
    if word.stem in knowledge.book.grammar.describing and _describes_thing(words, index):
        return True  # «الفوسفات المصادر في مزاد»
    if word.stem in knowledge.closed("words", "adjectival_participles"):
        return True  # «العملة المسموح بها»
    if "placing" in reading.classes:
        return True  # «الواقع في»: it says where the noun before it is
    if knowledge.splitter is None:
        return reading.lemma in knowledge.closed("words", "hostile_verbs")  # « des hommes armés »
    # «سائق الشاحنة»; «باعه مشرفون في السوق»; «وخُصص الباقي لفصيلين»
    return _genitive(words, index) or _who_acts(words, index) or _is_rest(words, index, knowledge)


def _no_description(before: Word, word: Word, knowledge: Knowledge) -> bool:
    """«اتهمت النيابة المتهم بـ», «التجارة غير المشروعة»: a participle that is a noun, or part of an adjective."""
    return disagrees(before, word) or before.norm in knowledge.closed("words", "measured_adjectives")


def _who_acts(words: Sequence[Word], index: int) -> bool:
    """Whether an indefinite participle in the plural stands right behind a verb, as who does what it tells."""
    word, before = words[index], words[index - 1] if index else None
    return before is not None and before.category == "verb" and word.norm.endswith("ون") and not word.definite


def _is_rest(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """Whether a word for what is left stands behind no noun that it could say more of."""
    before = words[index - 1].category if index else "mark"
    rest = words[index].stem in knowledge.closed("words", "remainders")
    return rest and before not in ("noun", "title", "name", "unknown", "number")


def _describes_thing(words: Sequence[Word], index: int) -> bool:
    """Whether an adjective of loot says what kind of thing the definite noun before it is."""
    before, following = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
    taken_from = following is not None and following.norm == "من"
    return before is not None and before.category == "noun" and before.definite and not taken_from


def _genitive(words: Sequence[Word], index: int) -> bool:
    """«سائق الشاحنة», «سبيل المتهم»: a definite word right behind an indefinite noun describes nothing."""
    before = words[index - 1] if index else None
    if before is None or not words[index].split.article or words[index].split.preposition:
        return False
    return before.category == "noun" and not before.definite and not before.split.ending


def _governs(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    """A participle is an event where something depends on it («العائدين إلى»); else it is an adjective («المهربة»).

    In Russian it also governs nouns that do not agree with it: «переводившей деньги».
    """
    if index + 1 >= len(words):
        return False
    return _governs_european(words, index, knowledge) if knowledge.splitter is None else _led(words[index + 1])


def _led(following: Word) -> bool:
    return following.category in ("preposition", "complementiser") or following.split.preposition in _LED


def _governs_european(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    word, following = words[index], words[index + 1]
    if following.category == "mark" and _told_before(words, index):
        return True
    if following.category == "adverb" and index + 2 < len(words):
        following = words[index + 2]  # « Interpellé dimanche à Bruxelles »
    if word.reading is not None and index and words[index - 1].norm == ",":
        return True
    if word.cases and (_does_something(word, following) or following.category in NOMINAL_HEADS):
        return _does_something(word, following) or (bool(following.cases) and not following.cases & word.cases)
    doing = knowledge.book.grammar.head_last and word.norm.endswith("ing")
    summed = following.norm in JOINING - {",", "،"}  # «accounts holding $11 million»
    summed = summed or following.norm in knowledge.closed("words", "numerals")
    if doing and (summed or following.category in ("demonstrative", "quantifier", "number", "noun", "name")):
        return True  # «police searching a cellar»
    led = following.category in ("preposition", "complementiser") or _goes_to(word, following, knowledge)
    return led or following.norm in knowledge.closed("words", "prepositions")


def _joined_to_another(words: Sequence[Word], index: int) -> bool:
    """« Arrêté et jugé à Dakar, le passeur … »: whether a participle opens a sentence and is joined to one more."""
    opens = index == 0 or words[index - 1].norm in (".", "\n")
    return opens and index + 2 < len(words) and words[index + 2].category == "participle" and words[index + 2].joined


def _goes_to(word: Word, following: Word, knowledge: Knowledge) -> bool:
    """« parti combattre en Syrie »: a participle of going before an infinitive."""
    moved = word.reading is not None and word.reading.lemma in knowledge.closed("words", "moving_verbs")
    return moved and following.category == "verbal_noun"


def _does_something(word: Word, following: Word) -> bool:
    """Whether what follows an active Russian participle is its object."""
    return _takes_accusative(word, following) or _does_to_another(word, following)


def _does_to_another(word: Word, following: Word) -> bool:
    """«продавшая оружие фирма»: an active participle before a noun that does not go with it by number or gender."""
    active = word.reading is not None and word.reading.voice == "active"
    if not active or following.category != "noun" or following.reading is None or "acc" not in following.cases:
        return False
    return not may_agree(word.norm, following.norm, following.reading.lemma)


def _takes_accusative(word: Word, following: Word) -> bool:
    """«прошедшие подготовку»: an active participle before what can only be its object."""
    active = word.reading is not None and word.reading.voice == "active" and not word.norm.endswith(("ую", "юю"))
    return active and following.cases == {"acc"}


def _told_before(words: Sequence[Word], index: int) -> bool:
    """Whether what stands before a participle without anything behind it makes it tell of an event."""
    return _counted_before(words, index) or _seen_done(words, index) or _joined_to_another(words, index)


def _seen_done(words: Sequence[Word], index: int) -> bool:
    """« voient leur bétail confisqué »: what somebody sees done to what is theirs."""
    before = words[max(0, index - COUNTED) : index]
    return any(word.reading is not None and word.reading.lemma == "voir" for word in before)


def _counted_before(words: Sequence[Word], index: int) -> bool:
    """«640 000 euros saisis.»: what is counted and only told with a participle is told of by it."""
    return any(word.category == "number" for word in words[max(0, index - COUNTED) : index])

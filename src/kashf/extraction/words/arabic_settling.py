"""Which of its readings an Arabic word has here, from what stands before and behind it.

Without vowels one form is often verb, verbal noun and noun at once (نقل: he moved, the moving of). The rules are about
places: what a preposition, an article, an indefinite noun or the start of a clause lets stand behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.lexicon import Reading
from kashf.text.clitics import Split
from kashf.text.tokens import Token
from kashf.values import value

__all__ = ["Place", "is_arabic", "settle", "settled_anywhere"]

_VERB_ANNOUNCERS = frozenset({"negator", "particle", "relative", "complementiser"})
_CLAUSE_STARTS = frozenset({"connective", "mark", "start"})
_NOUN_ANNOUNCERS = frozenset({"preposition", "quantifier"})
_NOUNS_FIRST = ("name", "title", "verbal_noun", "noun", "participle", "quantifier")
_NOUNS = frozenset({"noun", "verbal_noun", "title", "unknown", "participle"})
_OPEN = frozenset({"verb", *_NOUNS_FIRST, "whole"})
_TO_OR_FROM = frozenset({"الي", "من", "في", "عن"})
_MEMBERS_FOLLOW = frozenset({"منها", "ومنها", "بينها", "وبينها"})
"""What members of a list stand behind: «التزامات، منها وقف مشاركتها»."""
_BEFORE_PRESENT = frozenset({"لم", "ولم", "فلم", "لن", "ولن", "فلن"})
"""Negations with the present only: «لم تسلم» is of سلم, and not the past of تسلم."""
_BODIES = frozenset({"state", "court", "organisation"})
_SOMEBODY = frozenset({"people", "persons", "title", "business", "network", "hostile"})
_GONE = "ذهب"
"""«gold», or «it went», which stands behind something definite and before where to: «نصف المبلغ ذهب إلى»."""
_WHITHER = frozenset({"الي", "نحو", "لصالح", "لتمويل", "لشراء", "لدعم"})
_ROOT = 3
"""Letters of a verb like «هرّب», whose noun is written without the doubled letter."""
SHORTEST_VERB = 4
"""Letters of a word no lexicon knows that may be taken for a verb by its shape."""


@value
class Place:
    """Where a word stands: the settled word before it, the token behind it, and whether that can only be a verb.

    `act_told`: the last act that the clause has told of is a verbal noun; `verb_told`: it has its verb; `verb_ahead`:
    what follows a word that opens its clause are a subject and a goal («حول التاجر أموالا إلى»); `described`: an
    indefinite feminine adjective follows («قطع أثرية»); `said`: the verb of the clause announces something («أعلنت
    النيابة في طنجة حبس»).
    """

    before: Word | None
    following: Token | None
    verb_follows: bool
    act_told: bool = False
    verb_ahead: bool = False
    verb_told: bool = False
    described: bool = False
    said: bool = False

    def behind(self, *categories: str) -> bool:
        """Whether the word before is of one of the categories."""
        return self.before is not None and self.before.category in categories

    @property
    def opens_clause(self) -> bool:
        """Whether nothing of the clause stands before."""
        return self.before is None or self.before.category in _CLAUSE_STARTS


def is_arabic(norm: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return "\u0600" <= norm[0] <= "\u06ff"


def settle(word: Word, place: Place) -> Word:
    """The word with its category, and the reading that goes with it."""
    if word.category != "unknown":
        return word
    if place.before is not None and place.before.norm in _BEFORE_PRESENT:
        word = replace(word, readings=tuple(reading for reading in word.readings if reading.tense != "past"))
    if not word.readings:
        return word.settled("verb") if _shaped_like_verb(word, place) else word
    if _relational_here(word, place) or _describing_here(word, place):
        return word.settled("unknown")
    closed, verb, noun = _closed(word, place), _likeliest_verb(word), _noun(word, place)
    if closed is not None:
        return word.settled(closed.category, closed)
    if noun is not None and _adjective_here(word, noun, place):
        return word.settled("unknown")
    if verb is not None and noun is None and _cannot_be_verb(word, place, verb):
        return word.settled("unknown")
    chosen = _chosen(word, place, verb, noun)
    category = "unknown" if chosen.category == "whole" else chosen.category
    return word.settled(category, chosen, passive=category == "verb" and _is_passive(word, chosen))


def _is_passive(word: Word, verb: Reading) -> bool:
    """Whether a verb is a passive, by its form or by the vowel written in it: «أُوقف», «خُتمت», «يُتّهم»."""
    plain = len(verb.lemma) == _ROOT and not word.doubled  # «يُنقل», but «يُهرّب»
    vowelled = word.passive_vowel and (verb.tense == "past" or plain or _never_with_u(verb))
    return verb.voice == "passive" or vowelled


def _never_with_u(verb: Reading) -> bool:
    """Whether a present has the vowel of the passive only as a passive: «يُتّهم», «يُستخدم», «تُنتخب», but «يُرسل»."""
    derived = verb.lemma.startswith("ا") and (len(verb.lemma) > _FOURTH_FORM or verb.lemma.startswith("ات"))
    return verb.tense == "present" and (derived or (verb.lemma.startswith("ت") and len(verb.lemma) >= _FOURTH_FORM))


_FOURTH_FORM = 4
"""Letters of «أرسل», whose present has a u like a passive."""


def settled_anywhere(norm: str, split: Split, readings: Sequence[Reading]) -> Reading | None:
    """The reading that `settle` gives a form wherever it stands; None where the place tells, or nothing is known.

    A closed word is what it is unless it may be a verb; a noun is the one noun that it may be, unless it may be an
    adjective, or a participle of which the place tells.
    """
    told_by_place = any(reading.category in ("verb", "whole") or reading.tense for reading in readings)
    if told_by_place or norm in words("ar", "words", "relational", "origins", "measured_adjectives"):
        return None
    closed = next((reading for reading in readings if reading.category not in _OPEN), None)
    if closed is not None or not readings:
        return closed
    nouns = [_first_among(readings, order) for order in (_NOUNS_FIRST, ("noun", *_NOUNS_FIRST), ("participle",))]
    noun = nouns[0]
    one = noun is not None and all(other in (noun, None) for other in nouns)
    return noun if noun is not None and one and not _may_be_nisba(norm, split, noun) else None


def _relational_here(word: Word, place: Place) -> bool:
    """«صراف يمني»: behind an indefinite noun an adjective of origin, whatever verb is written like it."""
    if word.split.article and not word.split.lead and word.stem in words("ar", "words", "relational"):
        return place.behind("noun") and place.before is not None and place.before.definite  # «المجلس المحلي»
    if word.split.lead or word.split.article or word.norm not in words("ar", "words", "relational", "origins"):
        return False
    return place.behind("noun", "title", "verbal_noun") and place.before is not None and not place.before.definite


def _describing_here(word: Word, place: Place) -> bool:
    """«الإثراء غير المشروع», «مواد شديدة الخطورة»: an adjective that the word behind it completes, and no verb."""
    if word.split.lead or word.doubled or word.norm not in words("ar", "words", "measured_adjectives"):
        return False
    completed = place.following is not None and place.following.norm.startswith("ال")
    before = place.before
    behind = before is not None and before.category in _NOUNS | {"name"}
    return behind and (completed or (before is not None and not before.definite and before.category != "name"))


def _chosen(word: Word, place: Place, verb: Reading | None, noun: Reading | None) -> Reading:
    if verb is not None and noun is not None:
        quantifies = word.may_be("quantifier") is not None and not word.doubled and not place.behind(*_VERB_ANNOUNCERS)
        if quantifies:
            return word.may_be("quantifier") or noun
        return verb if _verb_rather(word, place, verb) else noun
    return verb or noun or word.readings[0]


def _closed(word: Word, place: Place) -> Reading | None:
    """The reading as a closed word, unless it is rather a verb here."""
    closed = next((reading for reading in word.readings if reading.category not in _OPEN), None)
    verb = _likeliest_verb(word)
    if closed is None or verb is None:
        return closed
    if word.norm in words("ar", "pronouns", "carriers"):
        return closed  # «إنها» is no «he ended it»
    if closed.category == "preposition":
        told = place.behind("particle", "relative") and verb.person == "3sm"
        goal = place.verb_ahead and (place.opens_clause or bool(word.split.ending) or _behind_somebody(place))
        return None if word.doubled or told or goal else closed  # «حوّل», «بأنه حول» are the verb, «حول» the preposition
    if closed.category == "particle" and place.opens_clause and verb.tense == "past" and _noun_follows(place):
        return None  # «فقد المتمردون …»: the particle stands before a verb
    return None if _expects_verb(word, place, verb) else closed


def _behind_somebody(place: Place) -> bool:
    """«أن التاجر حول الأموال إلى»: whether a definite somebody stands before, and a sum or thing behind."""
    before, following = place.before, place.following
    somebody = before is not None and before.definite and not before.classes.isdisjoint(_SOMEBODY)
    return somebody and following is not None and (following.kind == "number" or following.norm.startswith("ال"))


def _noun_follows(place: Place) -> bool:
    return place.following is not None and place.following.norm.startswith("ال")


def _likeliest_verb(word: Word) -> Reading | None:
    """The verb a form most likely is: the news seldom says «I», and «نهب» is rather «he looted» than «we give»."""
    verbs = [reading for reading in word.readings if reading.category == "verb"]
    if len(verbs) < 2:
        return verbs[0] if verbs else None
    return min(verbs, key=lambda reading: reading.person.startswith("1"), default=None)


def _noun(word: Word, place: Place) -> Reading | None:
    """The reading as a noun of some sort; behind «ال» and before an adjective a plain noun goes before a verbal one."""
    adjective_follows = place.following is not None and place.following.norm.startswith("ال")
    body = bool(_noun_kinds(word) & _BODIES) and (place.following is None or place.following.norm != "علي")
    plain = word.split.article and (adjective_follows or body)  # «اتهم الادعاء شركة», «القضاء على»
    order = ("noun", *_NOUNS_FIRST) if plain else _NOUNS_FIRST
    noun = _first_of(word, order)
    participle = word.may_be("participle")
    return participle if noun and participle and _participle_rather(word, place) else noun


def _first_of(word: Word, order: tuple[str, ...]) -> Reading | None:
    """The reading of the first of some categories that a word has one of."""
    return _first_among(word.readings, order)


def _first_among(readings: Sequence[Reading], order: tuple[str, ...]) -> Reading | None:
    if len(readings) == 1:
        return readings[0] if readings[0].category in order else None
    return next((reading for category in order for reading in readings if reading.category == category), None)


def _participle_rather(word: Word, place: Place) -> bool:
    """«عناصر التنظيم العائدين إلى …», «خمسة متهمين بـ»: behind a noun and before a preposition it is a participle."""
    if word.split.preposition or place.following is None:
        return False
    accused = word.may_be("participle")
    if accused is not None and "accuse" in accused.classes and not word.split.conjunction:
        return place.behind("noun", "name", "unknown", "number", "title") and place.following.norm.startswith("ب")
    if not word.split.article or "money" in _noun_kinds(word):
        return False  # «سحب الشريك المبلغ من مصرف»
    return place.behind("noun", "name", "unknown") and place.following.norm in _TO_OR_FROM


def _noun_kinds(word: Word) -> frozenset[str]:
    noun = word.may_be("noun")
    return noun.classes if noun is not None and noun.number != "d" else frozenset()


def _adjective_here(word: Word, noun: Reading, place: Place) -> bool:
    """A nisba behind a noun of the same definiteness says how it is: «التنظيم الإرهابي», «عمليات إرهابية»."""
    before, split = place.before, word.split
    if before is None or before.category not in ("noun", "verbal_noun") or not _may_be_nisba(word.norm, split, noun):
        return False
    other = word.stem.endswith("ي") and before.stem.endswith("ه") and before.definite  # «أوقفت الشرطة القيادي»
    return not other and split.article == before.split.article and not before.split.ending


def _may_be_nisba(norm: str, split: Split, noun: Reading) -> bool:
    """Whether a noun is written as an adjective of origin or kind is."""
    if split.lead or split.ending or "other" in noun.classes or noun.category not in ("noun", "title"):
        return False
    of_people = split.article and split.stem.endswith("ي") and "people" in noun.classes
    return of_people or (norm.endswith("يه") and noun.lemma != split.stem)


def _expects_verb(word: Word, place: Place, verb: Reading) -> bool:
    """A closed word that may be a verb («فقد»: and indeed, or: lost) is one after a name or noun, before no verb."""
    named = place.behind("name", "noun", "title", "unknown")
    return named and verb.tense == "past" and not word.split.conjunction and not place.verb_follows


def _cannot_be_verb(word: Word, place: Place, verb: Reading) -> bool:
    """Behind a preposition or article no verb stands, and behind an indefinite noun none of the first person."""
    before = place.before
    if word.split.article or before is None:
        return word.split.article
    if before.category in ("noun", "title", "unknown") and verb.person.startswith("1") and verb.tense == "present":
        return not word.split.conjunction
    whoever = before.norm == "من" and verb.tense == "present" and word.norm.startswith("ي")  # «من يمتنع عن الدفع»
    return before.category == "preposition" and not before.split.ending and not whoever


def _verb_rather(word: Word, place: Place, verb: Reading) -> bool:
    """Whether a form that may be verb or noun (نقل: he moved, the moving of) is the verb here."""
    if verb.person == "3dm" and (_dual(place.before) if place.behind("noun", "title") else place.behind("particle")):
        return True  # «شابين حاولا», «أنهما مولا»
    if word.norm == _GONE and place.following is not None and place.following.norm in _WHITHER:
        return place.before is not None and (place.before.definite or place.before.category not in _NOUNS)
    by_letters = _by_its_letters(word, verb)
    return by_letters if by_letters is not None else _by_its_place(word, place, verb)


def _dual(word: Word | None) -> bool:
    return word is not None and word.reading is not None and word.reading.number == "d"


def _by_its_letters(word: Word, verb: Reading) -> bool | None:
    """What is written onto a form may settle it: an article makes it a noun, the future's س a verb."""
    split = word.split
    if split.preposition == "س":
        return True
    if split.preposition == "ل":
        return verb.tense == "present"
    if split.article or split.preposition or word.accusative or verb.person == "3dm":
        return False
    if word.doubled and len(word.stem) == _ROOT and verb.tense == "past":
        return True  # «هرّب»
    return None


def _by_its_place(word: Word, place: Place, verb: Reading) -> bool:
    before = place.before
    if before is None or place.opens_clause:
        return _opening_verb(word, place)
    if (before.category in _NOUN_ANNOUNCERS and not before.split.ending) or before.norm in _MEMBERS_FOLLOW:
        return False
    if _named_instead(word, place, verb):
        return False
    if before.category in _VERB_ANNOUNCERS or before.category == "demonstrative":
        return True  # «ذلك أمن لهم أرباحا»: a noun behind «this» is definite
    if before.category == "verb":
        return verb.tense == "present" or bool(word.split.conjunction)
    if place.act_told and word.split.conjunction == "و" and _joins_act(word, verb):
        return False
    if before.accusative and before.category in _NOUNS and verb.person.startswith("3"):
        return True  # «مسافرا حاول»: what ends in the accusative's ا has no genitive
    if before.category in _NOUNS and not before.definite:
        return _behind_indefinite(word, before, verb)
    return True


def _named_instead(word: Word, place: Place, verb: Reading) -> bool:
    """«وهو تاجر ذهب», «تدفع للجماعة رسم عبور»: a noun behind a pronoun, or behind a noun where the verb is told."""
    before = place.before
    if before is None or verb.tense != "past":
        return False
    if place.said and verb.person == "3sm" and not word.split.conjunction and word.may_be("verbal_noun") is not None:
        return True  # «أعلنت النيابة في الكويت حبس خمسة متهمين»
    if before.category == "complementiser" and not word.split.lead and _somebody(word):
        return True  # «أن تاجر آثار اشترى القطع»
    told = place.verb_told and before.definite and not word.split.lead and before.category in _NOUNS | {"name"}
    led = place.verb_told and before.category == "preposition" and bool(before.split.ending)  # «وجه إليه قاضي التحقيق»
    return told or ((led or before.category == "pronoun") and _somebody(word))


def _somebody(word: Word) -> bool:
    """Whether a form may be a noun for people."""
    return any(r.category in ("noun", "title") and r.classes & {"people", "persons", "title"} for r in word.readings)


def _opening_verb(word: Word, place: Place) -> bool:
    """Whether a form that opens a clause is its verb: not before an adjective of origin, nor at the end."""
    if place.following is None or place.following.norm in words("ar", "words", "relational", "origins"):
        return False  # «دعم إيراني لـ…»
    if place.described and word.may_be("noun") is not None:
        return False  # «قطع أثرية»
    return place.following.kind in ("word", "number") or not word.may_be("verbal_noun")


def _joins_act(word: Word, verb: Reading) -> bool:
    """«بتمويل الإرهاب وغسل الأموال»: what is joined to a verbal noun and may be one itself is one."""
    return verb.tense == "past" and verb.person == "3sm" and word.may_be("verbal_noun") is not None


def _behind_indefinite(word: Word, before: Word, verb: Reading) -> bool:
    """Behind an indefinite noun stands its genitive, or a relative clause without pronoun («تصريحات نشرتها وسائل»)."""
    if before.category == "verbal_noun" or verb.person.startswith("1"):
        return False
    if word.split.ending and verb.tense == "past":
        return verb.person.startswith("3s")
    return bool(word.split.conjunction) or verb.tense == "present"


def _shaped_like_verb(word: Word, place: Place) -> bool:
    """A word no lexicon knows, with the letters of a finite verb, where one may stand."""
    split, stem = word.split, word.stem
    if split.article or split.preposition in ("ب", "ك") or not is_arabic(word.norm) or len(stem) < SHORTEST_VERB:
        return False
    if place.behind(*_NOUN_ANNOUNCERS, "title"):
        return False
    if stem.endswith("وا") or (stem[0] == "ي" and stem[-1] != "ه" and stem[-2:] != "يا"):
        return True
    return stem[0] == "ت" and place.behind("negator", "particle", "relative")

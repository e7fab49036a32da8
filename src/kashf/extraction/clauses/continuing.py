"""Continuing: whether a word still belongs to the Arabic noun phrase before it."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.words.word import NOMINAL, Word
from kashf.language.closed import words as table_words

__all__ = [
    "adjectival",
    "closing_adjective",
    "continues_figure",
    "disagrees",
    "measured_adjective",
    "names_day",
    "numbered",
    "plural_of_people",
    "quantifies",
    "stands_apart",
    "takes_indefinite",
]

_COUNTED_OF = frozenset(
    {"goods", "arms", "drugs", "antiquities", "facility", "shop", "business", "vessel", "vehicle"}
)  # fmt: skip
_SOMEBODY = frozenset({"persons", "people", "person", "time", "currency"})


def _counted_of(before: Word, word: Word) -> bool:
    """«4 ملايين حبة كبتاغون», «23 شركة صرافة», «31 صاحب محل»: behind what is counted stands what it is of."""
    nouns = before.category in ("noun", "title") and word.category == "noun"
    if not nouns or before.accusative or word.accusative or word.definite or before.norm.endswith(("ون", "ين")):
        return False
    if not before.classes.isdisjoint(_SOMEBODY):
        return not word.classes.isdisjoint(_COUNTED_OF)  # «31 صاحب محل»
    return not before.classes.isdisjoint(_COUNTED_OF) and word.classes.isdisjoint(_SOMEBODY)


def continues_figure(words: Sequence[Word], position: int) -> bool:
    """What may follow the last word of a figure: an adjective, or what the things counted are of."""
    before, word = words[position - 1], words[position]
    plain = word.category in ("unknown", "participle") and not word.split.article
    part = words[position - 2].norm == "من" and not before.definite  # «20 من عناصر التنظيم»
    described = before.definite and word.split.article and not word.joined
    if described and (adjectival(word) or word.category == "quantifier"):
        return True  # «ثلاث من القرى الحدودية», «المصفاتين البدائيتين»
    return plain or _counted_of(before, word) or (part and word.split.article and word.category in NOMINAL)


def adjectival(word: Word) -> bool:
    """A definite word that says how rather than what: unknown to the lexicon, a participle, or a nisba.

    A noun of its own that ends like a nisba is none: «دفعت الأسرة الفدية».
    """
    if word.category in ("unknown", "participle") or _of_either(word):
        return True
    if word.category not in ("noun", "title"):
        return False
    if word.norm.endswith("يه"):
        return word.reading is None or word.reading.lemma != word.stem
    return word.norm.endswith(("يين", "يون", "يات")) or (word.stem.endswith("ي") and "people" in word.classes)


_BODIES = frozenset({"business", "bank", "group", "network", "facility", "vessel", "goods", "funds", "arms"})


def _of_either(word: Word) -> bool:
    """Whether a word is listed as an adjective that is written like a noun."""
    return word.stem in table_words("ar", "words", "also_adjectives")


_THINGS = frozenset({"noun", "title", "verbal_noun"})
_MEN = ("ون", "ين")
_NISBA = ("ي", "يه")
_DUES = frozenset({"levy", "tribute", "wage"})
_WHO_PAYS = frozenset({"vessel", "vehicle", "persons", "people", "shop", "business"})
_SINGLE = frozenset({"people", "persons", "organisation", "group"})
"""Kinds whose nouns the tables give in the singular first; of others a lone plural («الجمارك») is listed too."""
_PEOPLE = frozenset({"people", "persons"})
_FOURTH = 4
"""Letters of «أكبر», which describes either gender."""


def measured_adjective(words: Sequence[Word], position: int) -> bool:
    """«المواد المتفجرة شديدة الخطورة», «التجارة غير المشروعة»: an adjective with a definite word behind it."""
    following = words[position + 1] if position + 1 < len(words) else None
    listed = words[position].norm in table_words("ar", "words", "measured_adjectives")
    return listed and following is not None and following.split.article and not following.split.lead


def stands_apart(words: Sequence[Word], first: int, position: int, *, behind_name: bool) -> bool:
    """Whether a word cannot belong to the Arabic noun phrase right before it: «هاجم مسلحون مقر الشركة», «قتلت غارة
    أميركية المسؤول المالي», «اتهمت الحكومة المتمردين», «نقل السائق الرزمة»."""
    before, word = words[position - 1], words[position]
    if before.category in ("number", "quantifier", "mark") or word.category in ("number", "mark"):
        return False
    if _limits(words, position):
        return False
    if before.norm.endswith("ون") and not before.definite and plural_of_people(before):
        return word.category in _THINGS and not word.norm.endswith("ون")
    closed = closing_adjective(words, first, position - 1) or _of_her(words, first, position - 1)
    if closed or _one_armed(before):
        return word.category in _THINGS and word.split.article and not adjectival(word)
    if word.stem in table_words("ar", "words", "measures") and not before.classes.isdisjoint(_PEOPLE):
        return True  # «قدر خبراء عدد المقاتلين»
    if not word.split.article or not (before.definite or behind_name):
        return False
    if behind_name:
        return word.category == "noun" and word.norm.endswith(_MEN)  # «اتهمت الأمم المتحدة الحوثيين»
    return not _may_describe(words[first:position], word)


def _limits(words: Sequence[Word], position: int) -> bool:
    """«سيارات رباعية الدفع», «باسم ابنته القاصر»: a definite word that says more of the adjective or noun before."""
    owned = bool(words[position - 1].split.ending)
    return measured_adjective(words, position - 1) or (owned and _of_either(words[position]))


def quantifies(before: Word, word: Word) -> bool:
    """Whether a word belongs to the quantifier before it, which an ending closes: «باع بعضهم بنادقه»."""
    return not before.split.ending or word.category == "quantifier" or adjectival(word)


def numbered(before: Word, word: Word) -> bool:
    """«المادة 12»: a number that is no figure is the name of the definite noun before it."""
    plain = word.category == "number" and word.token.kind == "number"
    return plain and before.split.article and before.category == "noun"


def _armed(before: Word, word: Word) -> bool:
    """«ميليشيا محلية مسلحة»: an adjective that says of what party an indefinite noun before an adjective tells."""
    hostile = word.stem in table_words("ar", "words", "hostile")
    return hostile and not before.definite and before.category == "unknown"


def _called(before: Word, word: Word) -> bool:
    """«المدعو صقر»: a name that no list knows."""
    listed = before.split.article and before.stem in table_words("ar", "words", "called_by_name")
    return listed and word.category in ("unknown", "noun", "title")


def takes_indefinite(words: Sequence[Word], position: int, *, behind_name: bool) -> bool:
    """Whether a noun phrase takes in an indefinite word: its genitive or adjective."""
    before, word = words[position - 1], words[position]
    if measured_adjective(words, position) or _armed(before, word) or _called(before, word):
        return True
    if before.definite or names_day(before) or before.category == "name" or behind_name:
        return word.category == "quantifier" and word.norm.endswith(("نفسه", "نفسها"))
    if before.category == "unknown" and word.category in ("noun", "title"):
        return before.norm.endswith("ي") is False and not before.norm.endswith(("ه", "ا", "ين", "ات"))
    if not word.classes.isdisjoint(_DUES) and not before.classes.isdisjoint(_WHO_PAYS):
        return False  # «على كل شاحنة إتاوة»
    return not (word.accusative and word.category == "noun")


def _of_her(words: Sequence[Word], first: int, position: int) -> bool:
    """«قصفت طائرة مسيّرة المصفاة», «هاجمت قوة مشتركة المعسكر»: an indefinite feminine participle closes its phrase."""
    word, noun = words[position], words[position - 1]
    if position <= first or word.definite or noun.definite or noun.category not in ("noun", "title"):
        return False
    shaped = word.category in ("unknown", "participle") and word.norm.startswith("م")
    shaped = shaped or word.norm in table_words("ar", "words", "also_adjectives")
    return shaped and word.norm.endswith("ه") and noun.norm.endswith(("ه", "ات"))


def _one_armed(word: Word) -> bool:
    """«هاجم مسلح المقهى»: an indefinite adjective that stands for somebody has no genitive."""
    return not word.definite and word.category != "verb" and word.stem in table_words("ar", "words", "hostile")


def plural_of_people(word: Word) -> bool:
    """Whether what ends in ون is the plural of people: no «شؤون», no «مخزون»."""
    if word.category == "participle":
        return True
    people = word.category in ("noun", "title") and not word.classes.isdisjoint(_PEOPLE)
    return people and word.reading is not None and word.reading.number == "p"


def names_day(word: Word) -> bool:
    """«الثلاثاء»: the name of a day is definite by itself, and «فرضت الوزارة الثلاثاء عقوبات» has its object behind."""
    return "time" in word.classes and word.norm.startswith("ال")


def closing_adjective(words: Sequence[Word], first: int, position: int) -> bool:
    """Whether a word is an indefinite adjective that agrees with the indefinite noun before it: a nisba, or one of an
    armed party («ميليشيا محلية مسلحة»)."""
    word, noun = words[position], words[position - 1]
    hostile = word.stem in table_words("ar", "words", "hostile")
    if hostile and position - 1 > first and closing_adjective(words, first, position - 1):
        noun = words[position - 2]
    adjective = position > first and (hostile or word.category == "unknown")
    if not adjective or noun.category not in _THINGS or noun.definite:
        return False
    plain = not word.definite and (hostile or word.norm.endswith(_NISBA))
    either = noun.norm.endswith("يا")  # «ميليشيا»
    return plain and (either or word.norm.endswith("ه") == noun.norm.endswith(("ه", "ات")))


def _may_describe(phrase: Sequence[Word], word: Word) -> bool:
    """Whether a definite adjective agrees with any noun of a phrase in gender and number, as far as letters tell."""
    if phrase[-1].category == "title" and word.category == "noun" and not word.classes.isdisjoint(_BODIES):
        return False  # «اتهم الوزير الشركة»
    men = word.norm.endswith(_MEN) and word.category in ("noun", "title")
    nisba = word.category in ("noun", "title") and "people" in word.classes and word.stem.endswith("ي")
    hostile = word.stem in table_words("ar", "words", "hostile")
    described = word.category in ("unknown", "participle") or hostile or nisba
    if not men and not described:
        return True
    nouns = [each for each in phrase if each.category in _THINGS | {"name", "unknown", "participle", "quantifier"}]
    return any(_agrees(noun, word, men=men) for noun in nouns)


def disagrees(noun: Word, word: Word) -> bool:
    """«اتهمت النيابة المتهم»: whether a definite participle cannot be of the definite noun right before it."""
    plain = word.split.article and noun.definite and noun.category in _THINGS and not word.norm.endswith(_MEN)
    return plain and not _agrees(noun, word, men=False)


def _agrees(noun: Word, word: Word, *, men: bool) -> bool:
    reading = noun.reading
    if noun.category not in _THINGS or reading is None:
        return True
    if noun.stem.endswith("ات") and not men:
        return not _of_one_man(word)
    if reading.number not in ("s", ""):
        return True
    if men:
        return not reading.number
    if noun.stem in table_words("ar", "words", "feminine") or noun.stem.endswith(("ا", "اء", "ي")):
        return True
    if noun.stem.endswith("ه"):
        return not _of_one_man(word)
    return not word.stem.endswith("ه") or noun.classes.isdisjoint(_SINGLE)


def _of_one_man(word: Word) -> bool:
    """Whether an adjective is masculine and singular for certain: no «الأخرى», «الأكبر»."""
    either = len(word.stem) == _FOURTH and word.stem.startswith("ا")
    known = word.category in ("noun", "title", "participle")
    return not either and not word.stem.endswith(("ه", "اء", "ات", "ا", *(() if known else ("ي",))))

"""Arabic words: taken apart, looked up, and settled on one reading."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from kashf.extraction.words.arabic_settling import Place, is_arabic, settle, settled_anywhere
from kashf.extraction.words.word import Word
from kashf.language.lexicon import Lexicon, Reading
from kashf.text.clitics import Split, Splitter
from kashf.text.tokens import Token

__all__ = ["read_arabic"]

MOST_FORMS = 40_000
"""Forms kept at a time: some months of a newspaper, in about 20 MB."""
_SHADDA = "\u0651"
_TANWEEN = "\u064b"
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_PASSIVE = re.compile("[وف]?\u064e?(?:.\u064f|است\u064f)")
"""How a past passive is written where its vowel is: «خُتمت», «وأُوقف», «استُدعي»."""
_HELPING = frozenset({"be", "begin", "go_on", "act", "say"})
_GOALS = frozenset({"الي", "عبر", "لحساب", "لصالح", "نحو"})
_NOBODY = frozenset({"verbal_noun", "verb", "preposition", "relative"})
_BEFORE_JUDGE = frozenset({"امام"})
_AROUND_IT = frozenset(f"{lead}حول{ending}" for lead in ("", "و", "ف") for ending in ("ه", "ها", "هم", "هما"))
_AROUND = {
    **dict.fromkeys(_AROUND_IT, frozenset[str]()),
    **dict.fromkeys(("حول", "وحول", "فحول"), _GOALS),
    **dict.fromkeys(("مثل", "ومثل", "فمثل", "ومثلت", "مثلت"), _BEFORE_JUDGE),
}
"""«about», or «he transferred»; «such as», or «he appeared»: at the head of a clause what follows tells."""
GOAL_REACH = 9
"""Words behind a verb within which its goal stands."""
_PARTING = frozenset({".", ":", "؛", ";", "،", ",", "\n"})
_CLAUSE_PARTING = _PARTING - {"،", ","}
_TAKE_ARTICLE = frozenset({"noun", "verbal_noun", "participle", "title", "name", "whole", "quantifier"})


def read_arabic(text: str, tokens: Sequence[Token], lexicon: Lexicon, splitter: Splitter) -> tuple[Word, ...]:
    """The words of an Arabic text, one for each token."""
    forms = _forms(lexicon, splitter)
    words: list[Word] = []
    before: Word | None = None
    joined = act_told = verb_told = said = False
    for index, token in enumerate(tokens):
        word = _look_up(text, token, lexicon, forms)
        if token.norm == "و":  # «و32 خزنة»: written apart from a number
            words.append(replace(word, category="mark", readings=()))
            joined = True
            continue
        word, joined = (replace(word, joined=True) if joined else word), False
        if word.category == "unknown":
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            verb_follows, described = forms.ahead(following)
            goals = _AROUND.get(word.norm)
            behind = tokens[index + 1 : index + 1 + GOAL_REACH]
            ahead = goals is not None and (_goal_beside(word, behind) or _goal_ahead(behind, goals, forms))
            word = settle(word, Place(before, following, verb_follows, act_told, ahead, verb_told, described, said))
        words.append(word)
        act_told, verb_told = _tells_act(word, told=act_told), _tells_verb(word, told=verb_told)
        said = _tells_said(word, said=said)
        if token.norm not in ('"', "#", "_"):
            before = word
    return tuple(words)


def _goal_beside(word: Word, tokens: Sequence[Token]) -> bool:
    """«مثل أمام المحكمة أربعة متهمين», «وحولها إلى دولارات»: whether a goal stands right behind a word."""
    around = word.norm in _AROUND_IT
    return bool(tokens) and tokens[0].norm in (_GOALS if around else _BEFORE_JUDGE) and (around or "مثل" in word.norm)


def _goal_ahead(tokens: Sequence[Token], goals: Set[str], forms: _Forms) -> bool:
    """Whether somebody and, before any mark, one of the `goals` stand behind a word: «حول التاجر أموالا إلى»."""
    acts = {reading.category for reading in forms.of(tokens[0].norm).readings} if tokens else {"mark"}
    sum_first = bool(tokens) and tokens[0].kind == "number" and goals is _GOALS  # «وحول 300 ألف دولار إلى»
    nobody = bool(tokens) and (tokens[0].kind != "word" or bool(acts & _NOBODY))
    if nobody and not sum_first:
        return False
    for token in tokens[1:]:
        if token.kind != "word" and token.kind != "number":
            return False
        if token.norm in goals:
            return True
    return False


def _tells_act(word: Word, *, told: bool) -> bool:
    """Whether behind a word the last act that its clause tells of is a verbal noun: «بتمويل الإرهاب وغسل …»."""
    if word.category in ("verb", "connective", "complementiser") or word.norm in _PARTING:
        return False
    return told or (word.category == "verbal_noun" and word.reading is not None)


def _tells_verb(word: Word, *, told: bool) -> bool:
    """Whether the clause has its verb, behind which no other verb stands in the past: «تدفع للجماعة رسم عبور»."""
    if word.category in ("connective", "complementiser", "relative", "mark", "particle"):
        return False
    return told or (word.category == "verb" and word.classes.isdisjoint(_HELPING))


def _tells_said(word: Word, *, said: bool) -> bool:
    """Whether the last verb of the clause announces something, and no «that» has followed it."""
    if word.category in ("connective", "complementiser", "relative", "particle") or word.norm in _CLAUSE_PARTING:
        return False
    return "say" in word.classes if word.category == "verb" else said


@dataclass(frozen=True, slots=True)
class _Form:
    """What a written form is by itself: how it is taken apart, what it may be, whether it is an accusative, and the
    category and reading that it has wherever it stands."""

    split: Split
    lead: int
    readings: tuple[Reading, ...]
    accusative: bool
    category: str
    reading: Reading | None


class _Forms:
    """The forms that have been looked up; the news says the same words over and over."""

    def __init__(self, lexicon: Lexicon, splitter: Splitter) -> None:
        self.lexicon = lexicon
        self.splitter = splitter
        self.known: dict[tuple[str, bool], _Form] = {}
        self.following: dict[str, tuple[bool, bool]] = {}

    def of(self, norm: str, *, feminine: bool = False) -> _Form:
        """The form of a folded word; `feminine` where it is written with ة."""
        form = self.known.get((norm, feminine))
        if form is None:
            if len(self.known) >= MOST_FORMS:
                self.known.clear()
            form = self.known[norm, feminine] = self._made(norm, feminine=feminine)
        return form

    def ahead(self, token: Token | None) -> tuple[bool, bool]:
        """Whether the token behind a word can be nothing but a verb, and nothing but an adjective."""
        if token is None or token.kind != "word":
            return False, False
        known = self.following.get(token.norm)
        if known is None:
            if len(self.following) >= MOST_FORMS:
                self.following.clear()
            known = self.following[token.norm] = (self._only_verb(token.norm), self._only_adjective(token.norm))
        return known

    def _only_verb(self, norm: str) -> bool:
        readings = self.lexicon.readings(self.of(norm).split.stem) if is_arabic(norm) else ()
        return bool(readings) and all(reading.category == "verb" for reading in readings)

    def _only_adjective(self, norm: str) -> bool:
        """Whether a word is an indefinite feminine nisba and nothing that the lexicon knows: «قطع أثرية»."""
        plain = norm.endswith("يه") and not norm.startswith(("ال", "و", "ب", "ل"))
        return plain and all(reading.number == "d" for reading in self.of(norm).readings)  # «his two traces»

    def _made(self, norm: str, *, feminine: bool) -> _Form:
        split, lexicon = self.splitter.split(norm, feminine=feminine), self.lexicon
        lead = split.lead + (split.preposition == "ل" and split.article and not norm[split.lead :].startswith("ال"))
        parted = _before_endings(split, lexicon)
        every = lexicon.readings(split.stem)
        readings = tuple(r for r in every if (r.category, r.lemma) not in parted and _agrees(split, r))
        settled = settled_anywhere(norm, split, readings)
        category = settled.category if settled is not None else "unknown"
        return _Form(split, lead, readings, _accusative(split, readings, lexicon), category, settled)


@cache
def _forms(lexicon: Lexicon, splitter: Splitter) -> _Forms:
    return _Forms(lexicon, splitter)


def _look_up(text: str, token: Token, lexicon: Lexicon, forms: _Forms) -> Word:
    if token.kind != "word":
        category = "number" if token.kind == "number" else "mark"
        return Word(token, token.start, token.end, Split(token.norm), category)
    if not is_arabic(token.norm):
        return Word(token, token.start, token.end, Split(token.norm), "unknown", lexicon.readings(token.norm))
    surface = text[token.start : token.end]
    marked = not surface.isalpha()  # with vowel marks, which few words of the news have
    feminine = token.norm.endswith("ه") and (surface.rstrip(_VOWELS) if marked else surface).endswith("ة")
    form = forms.of(token.norm, feminine=feminine)
    return Word(
        token,
        _skip_letters(text, token, form.lead) if form.lead or len(surface) != len(token.norm) else token.start,
        token.end,
        form.split,
        form.category,
        form.readings,
        form.reading,
        accusative=form.accusative or (marked and _TANWEEN in surface),
        doubled=marked and _SHADDA in surface[1:-1],
        passive_vowel=marked and _PASSIVE.match(surface) is not None,
        joined=form.split.conjunction == "و",
    )


def _accusative(split: Split, readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Whether a noun is written with the accusative's ا («فندقا»), which most texts write without its mark."""
    if not split.stem.endswith("ا") or split.article or split.ending:
        return False
    nouns = {reading.lemma for reading in readings if reading.category == "noun"}
    return bool(nouns) and any(reading.lemma in nouns for reading in lexicon.readings(split.stem[:-1]))


def _before_endings(split: Split, lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Acts whose ه is written ت only before an ending: «أضافت» is no form of إضافة."""
    if split.ending or not split.stem.endswith("ت"):
        return frozenset()
    acts = (reading for reading in lexicon.readings(split.stem[:-1] + "ه") if reading.category == "verbal_noun")
    return frozenset((reading.category, reading.lemma) for reading in acts)


def _agrees(split: Split, reading: Reading) -> bool:
    """Whether a reading goes with the clitics written onto the stem."""
    if reading.category in ("noun", "verbal_noun") and _other_form(split, reading):
        return False
    if split.article:
        return reading.category in _TAKE_ARTICLE and not _bare_name(reading)
    verb = reading.category == "verb"
    if split.preposition == "س":
        return verb
    if split.preposition == "ل":
        return not verb or reading.tense == "present"
    return not (verb and split.preposition)


def _bare_name(reading: Reading) -> bool:
    """A name written without article takes none: «السورية» is Syrian, not Syria."""
    return reading.category == "name" and not reading.lemma.startswith("ال")


def _other_form(split: Split, reading: Reading) -> bool:
    """Forms of a noun that what is written onto it rules out.

    The accusative ا gives way to an ending («أجراه» is no form of أجر), the feminine is written ت only before one
    («دفعت» is no form of دفعة), and a dual loses its ن before a genitive, so never behind an article («المصرفي»).
    """
    stem, lemma = split.stem, reading.lemma
    if split.ending:
        return stem == lemma + "ا"
    if lemma.endswith("ه") and stem == lemma[:-1] + "ت":
        return True
    return split.article and reading.number == "d" and stem.endswith("ي")


def _skip_letters(text: str, token: Token, count: int) -> int:
    """The offset behind the first letters of a token, and behind the vowel marks and tatweel that belong to them."""
    position = token.start
    while count and position < token.end:
        if text[position].isalpha() and text[position] != "ـ":
            count -= 1
        position += 1
    while position < token.end and (not text[position].isalpha() or text[position] == "ـ"):
        position += 1
    return position

"""Words as the later stages see them: taken apart, looked up, and settled on one reading by what stands before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kashf.language.lexicon import Lexicon, Reading
from kashf.text.clitics import Split, Splitter
from kashf.text.tokens import Token

__all__ = ["NOMINAL", "Word", "read_arabic"]

NOMINAL = frozenset(
    {"noun", "verbal_noun", "participle", "title", "name", "quantifier", "unknown", "demonstrative", "number"}
)
"""Categories that can stand in a noun phrase."""

_VERB_ANNOUNCERS = frozenset({"negator", "particle", "relative"})
_CLAUSE_STARTS = frozenset({"connective", "mark", "start"})
_NOUNS_FIRST = ("name", "title", "verbal_noun", "noun", "participle", "quantifier")
_PLAIN = Split("")
_TO_OR_FROM = frozenset({"الي", "من", "في", "عن"})
_SHADDA = "\u0651"
_TANWEEN = "\u064b"
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


@dataclass(frozen=True, slots=True)
class Word:
    """A token with what is known of it.

    `start` and `end` bound the word in the text without the conjunction and preposition written onto it; `norm` is
    the folded word so bounded, `stem` without article and pronoun ending. `category` is the settled one: a lexicon's, or `number`,
    `mark`, `unknown` (no lexicon knows it: a name, noun or adjective). `accusative`: written with the ending ـاً;
    `doubled`: written with a doubled letter within; `joined`: «and» stands before it or on it; `passive`: a passive form. Where helping words make a
    verb's mood and negation, the verb carries them: `mood` (future, possible, required, reported), `negated`. `owning`: written with «'s». `cases` are
    those the word may stand in, in a language whose endings tell them.
    """

    token: Token
    start: int
    end: int
    split: Split
    category: str
    readings: tuple[Reading, ...] = ()
    reading: Reading | None = None
    accusative: bool = False
    doubled: bool = False
    joined: bool = False
    passive: bool = False
    negated: bool = False
    mood: str = ""
    owning: bool = False
    cases: frozenset[str] = frozenset()

    @property
    def stem(self) -> str:
        """The folded stem without clitics."""
        return self.split.stem

    @property
    def norm(self) -> str:
        """The folded token with everything written onto it."""
        return self.token.norm

    @property
    def definite(self) -> bool:
        """Whether an article or a pronoun ending makes it definite."""
        return self.split.article or bool(self.split.ending)

    @property
    def classes(self) -> frozenset[str]:
        """What the settled reading stands for or does."""
        return self.reading.classes if self.reading else frozenset()

    def may_be(self, category: str) -> Reading | None:
        """The first reading of a category, if there is one."""
        return next((reading for reading in self.readings if reading.category == category), None)


def read_arabic(text: str, tokens: Sequence[Token], lexicon: Lexicon, splitter: Splitter) -> tuple[Word, ...]:
    """The words of an Arabic text, one for each token."""
    words: list[Word] = []
    before: Word | None = None
    for index, token in enumerate(tokens):
        word = _look_up(text, token, lexicon, splitter)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        verb_follows = following is not None and _only_verb(following, lexicon, splitter)
        word = _settle(word, before, following, verb_follows)
        words.append(word)
        if token.norm not in ('"', "#", "_"):
            before = word
    return tuple(words)


def _look_up(text: str, token: Token, lexicon: Lexicon, splitter: Splitter) -> Word:
    if token.kind != "word":
        category = "number" if token.kind == "number" else "mark"
        return Word(token, token.start, token.end, replace(_PLAIN, stem=token.norm), category)
    if not _arabic(token.norm):
        return Word(
            token, token.start, token.end, replace(_PLAIN, stem=token.norm), "unknown", lexicon.readings(token.norm)
        )
    surface = text[token.start : token.end]
    feminine = surface.rstrip(_VOWELS).endswith("ة")
    split = splitter.split(token.norm, feminine=feminine)
    lead = split.lead + (split.preposition == "ل" and split.article and not token.norm[split.lead :].startswith("ال"))
    readings = tuple(reading for reading in lexicon.readings(split.stem) if _agrees(split, reading))
    return Word(
        token,
        _skip_letters(text, token, lead),
        token.end,
        split,
        "unknown",
        readings,
        accusative=_TANWEEN in surface,
        doubled=_SHADDA in surface[1:-1],
        joined=split.conjunction == "و",
    )


def _agrees(split: Split, reading: Reading) -> bool:
    """Whether a reading goes with the clitics written onto the stem."""
    if split.article and reading.category == "name" and not reading.lemma.startswith("ال"):
        return False  # «السورية» is Syrian, not Syria
    if split.article:
        return reading.category in ("noun", "verbal_noun", "participle", "title", "name", "whole", "quantifier")
    if (
        split.ending
        and reading.category in ("noun", "verbal_noun")
        and split.stem.endswith("ا")
        and reading.lemma != split.stem
    ):
        return False  # the accusative ا gives way to an ending: «أجراه» is no form of أجر
    if split.preposition == "س":
        return reading.category == "verb"
    if split.preposition in ("ب", "ك"):
        return reading.category != "verb"
    if split.preposition == "ل":
        return reading.category != "verb" or reading.tense == "present"
    return True


def _only_verb(token: Token, lexicon: Lexicon, splitter: Splitter) -> bool:
    if token.kind != "word" or not _arabic(token.norm):
        return False
    readings = lexicon.readings(splitter.split(token.norm).stem)
    return bool(readings) and all(reading.category == "verb" for reading in readings)


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


def _arabic(norm: str) -> bool:
    return "\u0600" <= norm[0] <= "\u06ff"


def _settle(word: Word, before: Word | None, following: Token | None, verb_follows: bool) -> Word:
    if word.category != "unknown":
        return word
    if not word.readings:
        return replace(word, category="verb") if _shaped_like_verb(word, before) else word
    closed = next((r for r in word.readings if r.category not in ("verb", *_NOUNS_FIRST, "whole")), None)
    verb = _likeliest_verb(word)
    adjective_follows = following is not None and following.norm.startswith("ال")
    order = ("noun", *_NOUNS_FIRST) if word.split.article and adjective_follows else _NOUNS_FIRST  # «القطع الأثرية»
    noun = next((word.may_be(category) for category in order if word.may_be(category)), None)
    if closed and verb and closed.category == "preposition" and word.doubled:
        closed = None  # «حوّل» is the verb, «حول» the preposition
    if closed and not (verb and _expects_verb(word, before, verb, verb_follows)):
        return replace(word, category=closed.category, reading=closed)
    if noun is not None and _adjective_here(word, noun, before):
        return replace(word, category="unknown", readings=())
    noun = _participle_rather(word, noun, before, following)
    if verb and noun:
        chosen = verb if _verb_rather(word, before, verb, following) else noun
    else:
        chosen = verb or noun or word.readings[0]
    if chosen is verb and verb is not None and noun is None and _cannot_be_verb(word, before, verb):
        return replace(word, category="unknown", readings=())
    category = "unknown" if chosen.category == "whole" else chosen.category
    return replace(word, category=category, reading=chosen)


def _likeliest_verb(word: Word) -> Reading | None:
    """The verb a form most likely is: the news seldom says «I»."""
    verbs = [reading for reading in word.readings if reading.category == "verb"]
    return min(verbs, key=lambda reading: reading.person.startswith("1s"), default=None)


def _adjective_here(word: Word, noun: Reading, before: Word | None) -> bool:
    """A nisba behind a noun of the same definiteness says how it is: «التنظيم الإرهابي», «عمليات إرهابية»."""
    if noun.category not in ("noun", "title") or before is None or before.category not in ("noun", "verbal_noun"):
        return False
    if word.split.conjunction or word.split.preposition or word.split.ending or "other" in noun.classes:
        return False
    same = word.split.article == before.split.article and not before.split.ending
    nisba = word.norm.endswith("يه") or (word.split.article and word.stem.endswith("ي") and "people" in noun.classes)
    return same and nisba


def _participle_rather(
    word: Word, noun: Reading | None, before: Word | None, following: Token | None
) -> Reading | None:
    """«عناصر التنظيم العائدين إلى …»: a definite word behind a noun and before a preposition is a participle."""
    participle = word.may_be("participle")
    if noun is None or participle is None or not word.split.article or word.split.preposition or following is None:
        return noun
    behind_noun = before is not None and before.category in ("noun", "name", "unknown")
    return participle if behind_noun and following.norm in _TO_OR_FROM else noun


def _expects_verb(word: Word, before: Word | None, verb: Reading, verb_follows: bool) -> bool:
    """A closed word that may be a verb («فقد»: and indeed, or: lost) is one after a name or noun, before no verb."""
    named = before is not None and before.category in ("name", "noun", "title", "unknown")
    return named and verb.tense == "past" and not word.split.conjunction and not verb_follows


def _cannot_be_verb(word: Word, before: Word | None, verb: Reading) -> bool:
    """Behind a preposition or article no verb stands, and behind an indefinite noun none of the first person."""
    if word.split.article or before is None:
        return word.split.article
    if before.category in ("noun", "title", "unknown") and verb.person.startswith("1") and verb.tense == "present":
        return not word.split.conjunction
    return before.category == "preposition" and not before.split.ending


def _verb_rather(word: Word, before: Word | None, verb: Reading, following: Token | None) -> bool:
    """Whether a form that may be verb or noun (نقل: he moved, the moving of) is the verb here."""
    split = word.split
    if split.article or split.preposition in ("ب", "ك") or (split.preposition == "ل" and verb.tense == "past"):
        return False
    if word.accusative or verb.person == "3dm":
        return False
    if split.preposition == "س" or (split.preposition == "ل" and verb.tense == "present"):
        return True
    if before is None or before.category in _CLAUSE_STARTS:
        return following is not None and not (word.may_be("verbal_noun") and _genitive_then_verb(following))
    if before.category in ("preposition", "quantifier", "demonstrative") and not before.split.ending:
        return False
    if before.category in _VERB_ANNOUNCERS or before.category == "complementiser":
        return True
    if before.category == "verb":
        return verb.tense == "present" or bool(split.conjunction)
    if before.category in ("noun", "verbal_noun", "title", "unknown", "participle") and not before.definite:
        if before.category == "verbal_noun":
            return False
        if split.ending and verb.tense == "past":
            return verb.person.startswith("3s")  # a relative clause without a pronoun: «تصريحات نشرتها وسائل»
        return bool(split.conjunction) or verb.tense == "present"
    return True


def _genitive_then_verb(following: Token) -> bool:
    return following.kind != "word"


def _shaped_like_verb(word: Word, before: Word | None) -> bool:
    """A word no lexicon knows, with the letters of a finite verb, where one may stand."""
    split, stem = word.split, word.stem
    if split.article or split.preposition in ("ب", "ك") or not _arabic(word.norm) or len(stem) < 4:
        return False
    if before is not None and before.category in ("preposition", "quantifier", "demonstrative", "title"):
        return False
    announced = before is None or before.category in _VERB_ANNOUNCERS | _CLAUSE_STARTS
    if stem.endswith("وا") or (stem[0] == "ي" and stem[-1] != "ه" and stem[-2:] != "يا"):
        return True
    return announced and stem[0] == "ت" and before is not None and before.category in _VERB_ANNOUNCERS

"""The words of a text that may be parts of names: each with its readings, clitics off, and what it may be found by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache

from kashf.domain import known_bodies, name_tokens, naming, organisation_words, person_words, plain_token
from kashf.names.keys import part_keys
from kashf.names.meanings import organisation_meanings
from kashf.names.parts import part_of, take_apart
from kashf.names.sounds import script
from kashf.text.folding import fold, search_key
from kashf.text.tokens import Token, tokenise
from kashf.values import value

__all__ = ["IsOrdinary", "PlacedWord", "TextWords", "Word", "WordReader", "body_starts", "is_small"]

_CLITICS = re.compile(r"^[وف]?[بلك]?(?=.{3})")
_LAM_ARTICLE = re.compile(r"^[وف]?لل(?=.{2})")
_JOINING = frozenset("-'\"_#")
"""Marks that may stand between the parts of a name."""
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)'(?=\w{2})")
"""What French writes as one with the word behind it: «l'EI», «d'Al-Qaïda»."""
_POSSESSIVE = "'s"
_SPELLED = frozenset({"word", "number"})
_AND = frozenset({"and", "et", "и"})
LONGEST_GAP = 3
"""Small words and marks that may stand between two parts of a name."""
LEAST_READ = 2
CACHED_WORDS = 65_536
GENERIC = frozenset({"form", "kind", "trade", "quality", "place"})
"""Classes of words of bodies' names that only say what kind of body it is, what it does, or where."""

IsOrdinary = Callable[[str], bool]


@value(eq=False)
class Word:
    """A word without its clitics, which take up `lead` letters; one value for each word, whatever the text.

    `plain` is folded and without article, `surface` with it. `ordinary` says that the language has it as a word of its
    own, `named` that it is a known part of persons' names, `in_bodies` that it is one of bodies', `generic` that it
    only says what kind of body is meant; `keys` are what it is found by. `begins_several` tells of a word that may
    begin a part of several words, `begins_body` of one that may begin the name of a known body.
    """

    lead: int
    plain: str
    surface: str
    keys: frozenset[str]
    ordinary: bool = False
    named: bool = False
    in_bodies: bool = False
    generic: bool = False
    begins_several: bool = field(init=False)
    begins_body: bool = field(init=False)

    def __post_init__(self) -> None:
        several = self.surface in naming().joined or self.plain in _first_words()
        object.__setattr__(self, "begins_several", several)
        object.__setattr__(self, "begins_body", self.plain in body_starts())

    @property
    def meant(self) -> bool:
        """Whether the tables know it as a part of names."""
        return self.in_bodies or any(key.startswith("p:") for key in self.keys)


@value(eq=False)
class PlacedWord:
    """A word, or several that are one part of a name, at its place: offsets of the original, and the tokens from
    `first` to before `last`."""

    start: int
    end: int
    first: int
    last: int
    word: Word


@value(eq=False)
class _Form:
    """A folded word as it stands in texts, whichever text: how many letters at its beginning are elided and belong to
    no name, the rest as it is compared, and its readings; those of a script with capitals hang on the place."""

    elided: int
    bare: str
    words: tuple[Word, ...] | None


class WordReader:
    """Reads words of texts, and remembers them: a report is made of few words that are new.

    `is_ordinary` tells of a folded Arabic word whether the language has it as a word of its own, `finds` of a key
    whether any name is found by it.
    """

    __slots__ = ("_finds", "_forms", "_known", "is_ordinary")

    def __init__(self, is_ordinary: IsOrdinary, finds: Callable[[str], bool]) -> None:
        self.is_ordinary = is_ordinary
        self._finds = finds
        self._known: dict[tuple[str, bool], tuple[Word, ...]] = {}
        self._forms: dict[str, _Form | None] = {}

    def read(self, norm: str, capital: bool) -> tuple[Word, ...]:
        """The readings of a folded word that may matter; `capital` says that it is written as names are."""
        found = self._known.get((norm, capital))
        if found is None:
            if len(self._known) > CACHED_WORDS:
                self._known.clear()
            found = self._known[norm, capital] = tuple(self._read(norm, capital))
        return found

    def forms(self, tokens: Sequence[Token]) -> list[_Form | None]:
        """What each token is read as; None where it is no part of a name, but a mark, a letter or a small word."""
        norms, known = [token.norm for token in tokens], self._forms
        strange = set(norms).difference(known)
        if len(known) + len(strange) > CACHED_WORDS:
            known.clear()
            strange = set(norms)
        known.update((norm, self._form(norm)) for norm in strange)
        return list(map(known.__getitem__, norms))

    def _form(self, norm: str) -> _Form | None:
        if len(norm) < LEAST_READ or is_small(norm):
            return None
        elided = _elided(norm)
        bare = _bare(norm[elided:].removesuffix(_POSSESSIVE))
        return _Form(elided, bare, self.read(bare, capital=True) if script(bare) == "arabic" else None)

    def _read(self, norm: str, capital: bool) -> Iterator[Word]:
        arabic = script(norm) == "arabic"
        for lead in _leads(norm) if arabic else (0,):
            surface = norm[lead:]
            plain = plain_token(surface)
            if not arabic and not capital:
                word = _known_word(lead, plain, surface, capital=False)
            elif arabic and (self.is_ordinary(surface) or self.is_ordinary(plain)):
                word = _known_word(lead, plain, surface, capital=True)
            else:
                word = _strange_word(lead, plain, surface)
            if word.named or word.begins_several or word.begins_body or any(map(self._finds, word.keys)):
                yield word


def _known_word(lead: int, plain: str, surface: str, *, capital: bool) -> Word:
    """An ordinary word: found by what it means in names, and as it is written; in small letters only as a body's."""
    persons, bodies = person_words(), organisation_words()
    in_bodies, in_persons = bodies.of(plain), persons.of(plain) if capital else frozenset()
    keys = {*(f"o:{meaning}" for meaning in in_bodies), *(f"p:{meaning}" for meaning in in_persons)}
    return Word(
        lead=lead,
        plain=plain,
        surface=surface,
        keys=frozenset({*keys, f"={plain}"} if capital else keys),
        ordinary=True,
        named=any(persons.classes.get(meaning) != "titles" for meaning in in_persons),
        in_bodies=bool(in_bodies),
        generic=bool(in_bodies) and all(bodies.classes[meaning] in GENERIC for meaning in in_bodies),
    )


def _phrase(phrase: str, meant: frozenset[str]) -> Word:
    """Several words that are one of bodies' names."""
    generic = all(organisation_words().classes[meaning] in GENERIC for meaning in meant)
    keys = frozenset(f"o:{meaning}" for meaning in meant)
    return Word(0, phrase, phrase, keys, ordinary=True, in_bodies=True, generic=generic)


def _strange_word(lead: int, plain: str, surface: str) -> Word:
    """A word that the language has not, or that is written with a capital letter."""
    person, body = part_of(plain, "person"), organisation_meanings(plain)
    classes = organisation_words().classes
    return Word(
        lead=lead,
        plain=plain,
        surface=surface,
        keys=part_keys(plain, "person") | part_keys(plain, "organisation"),
        named=bool(person.meanings) and person.group != "titles",
        in_bodies=bool(body),
        generic=bool(body) and all(classes[meaning] in GENERIC for meaning in body),
    )


def _leads(norm: str) -> tuple[int, ...]:
    """After how many letters an Arabic word may begin: none, and after what may be «و», «ب», «ل» and the like. «لل»
    is «ل» and «ال», so that the article stays off."""
    clitics, article = _CLITICS.match(norm), _LAM_ARTICLE.match(norm)
    found = range((clitics.end() if clitics else 0) + 1)
    return tuple(dict.fromkeys([*found, article.end()] if article else found))


class TextWords:
    """A text by its tokens, with the readings that begin at each and may be parts of names."""

    def __init__(self, text: str, reader: WordReader) -> None:
        self.text = text
        self._folded = fold(text)
        self.tokens: Sequence[Token] = tokenise(self._folded)
        self._reader = reader
        self._cased = not text.islower()
        self._naming, halves = naming(), _second_halves()
        halved = {at for at, token in enumerate(self.tokens, -1) if token.norm in halves}
        self.readings = [
            self._at(at, form, at in halved) if form and (form.words != () or at in halved) else ()
            for at, form in enumerate(reader.forms(self.tokens))
        ]

    def next_part(self, at: int) -> int:
        """The token from which on the next part of a name may follow, counted from one itself; the number of all tokens
        where none may."""
        small = _small_words()
        for place, token in enumerate(self.tokens[at : at + LONGEST_GAP], at):
            if token.kind in _SPELLED and token.norm not in small:
                return place
            if token.kind != "word" and token.norm not in _JOINING:
                break
        return len(self.tokens)

    def begins(self, at: int) -> int:
        """The offset at which a token begins, without what is elided before it."""
        token = self.tokens[at]
        elided = _elided(token.norm)
        return self._folded.start(token.at + elided) if elided else token.start

    def ends(self, at: int) -> int:
        """The offset at which a token ends, without an English possessive."""
        token = self.tokens[at]
        if not token.norm.endswith(_POSSESSIVE):
            return token.end
        return self._folded.end(token.at + len(token.norm) - len(_POSSESSIVE))

    def is_joined_by_and(self, last: int, first: int) -> bool:
        """Whether «and» stands between two tokens."""
        return any(token.norm in _AND for token in self.tokens[last:first])

    def is_definite_word(self, at: int) -> bool:
        """Whether at a token stands an ordinary Arabic word, or an adjective, with its article: «الجوية»."""
        norm = self.tokens[at].norm if at < len(self.tokens) else ""
        return norm.startswith("ال") and (norm.endswith("يه") or self._reader.is_ordinary(norm))

    def _at(self, at: int, form: _Form, is_halved: bool) -> Sequence[PlacedWord]:
        token, words = self.tokens[at], form.words
        begins = self._folded.start(token.at + form.elided) if form.elided else token.start
        if words is None:
            words = self._reader.read(form.bare, not self._cased or not self.text[begins].islower())
            if not words and not is_halved:
                return ()
        found: list[PlacedWord] = []
        ends, trailing = self.ends(at), self._naming.trailing
        is_second = at and self.tokens[at - 1].norm in self._naming.joined
        for word in words:
            start = self._folded.start(token.at + form.elided + word.lead)
            if not is_second and word.plain not in trailing:
                found.append(PlacedWord(start, ends, at, at + 1, word))
            if word.begins_several:
                found.extend(self._several(at, start, word))
        if is_halved:
            found.extend(self._joined(at, begins, form.bare))
        return found

    def _several(self, at: int, start: int, word: Word) -> Iterator[PlacedWord]:
        """The word with those after it, where together they are one part of a name."""
        if word.surface in naming().joined:
            yield from self._joined(at, start, word.surface)
        several, words = [word.plain], organisation_words()
        for last in range(at + 2, min(at + _first_words().get(word.plain, 0), len(self.tokens)) + 1):
            ends = self.tokens[last - 1]
            several.append(plain_token(_bare(ends.norm)))
            meant = words.of(*several) if ends.kind == "word" and not is_small(ends.norm) else None
            if meant:
                yield PlacedWord(start, ends.end, at, last, _phrase(" ".join(several), meant))

    def _joined(self, at: int, start: int, surface: str) -> Iterator[PlacedWord]:
        """The word with the next one, where the two are one part of a person's name: «أبو بكر», «سيف الله»,
        Abd al-Qasim."""
        last = self._past_article(at + 1)
        if last < len(self.tokens) and self.tokens[last].kind == "word":
            word = _joined_word(surface, _bare(self.tokens[last].norm))
            if word:
                yield PlacedWord(start, self.ends(last), at, last + 1, word)

    def _past_article(self, at: int) -> int:
        """The token itself or, where it is a Latin or Cyrillic article, the one behind it and its hyphen."""
        if at >= len(self.tokens) or self.tokens[at].norm not in naming().particles:
            return at
        hyphen = at + 1 < len(self.tokens) and self.tokens[at + 1].norm == "-"
        return at + 1 + hyphen


def _elided(norm: str) -> int:
    """How many letters at the beginning of a folded word are a French article or preposition."""
    found = _ELIDED.match(norm) if "'" in norm else None
    return found.end() if found else 0


@lru_cache(maxsize=CACHED_WORDS)
def _bare(norm: str) -> str:
    """A folded word without accents, as names are compared: «Qaïda», «Лугой». It is as long as before."""
    return norm if norm.isascii() or script(norm) == "arabic" else search_key(norm)


@cache
def _second_halves() -> frozenset[str]:
    """Words that are part of a name only with the one before: «الدين», «الله», eddin."""
    trailing = naming().trailing
    return frozenset((*trailing, *(f"ال{word}" for word in trailing)))


@lru_cache(maxsize=CACHED_WORDS)
def _joined_word(one: str, other: str) -> Word | None:
    """Two words as one part of a person's name; None where they are two."""
    parts = take_apart(f"{one} {other}", "person").parts
    if len(parts) != 1:
        return None
    return _strange_word(0, parts[0].text, parts[0].text)


@cache
def _first_words() -> dict[str, int]:
    """The first words of phrases that are one word of bodies' names, each with the words of its longest phrase."""
    longest: dict[str, int] = {}
    for words in organisation_words().meanings:
        if len(words) > 1:
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


@cache
def body_starts() -> Mapping[str, frozenset[str]]:
    """The first words of the names of known bodies, each with the words that come later in such a name."""
    later: dict[str, set[str]] = {}
    for name in (name for body in known_bodies() for several in body.names.values() for name in several):
        first, *rest = name_tokens(name) or ("",)
        later.setdefault(first, set()).update(rest)
    return {first: frozenset(rest) for first, rest in later.items() if first}


@cache
def _small_words() -> frozenset[str]:
    known = naming()
    return known.particles | known.articles


def is_small(word: str) -> bool:
    """Whether a folded word stands between the parts of names without being one: «بن», al, of."""
    return word in _small_words()

"""The lexicons of English, French and Russian: closed words by form, the rest by lemma.

Lemmas are simplemma's (Barbaresi, 2021), which covers the inflection of the three languages; what a form is beyond its
lemma (a participle, an infinitive, a verbal noun) is told by its ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from kashf.language.closed import words
from kashf.language.declension import adjectival, name_stem
from kashf.language.french import infinitives_of
from kashf.language.lexicon import Category, Reading
from kashf.language.loading import read_table
from kashf.language.participles import Form, made_forms, russian_participle_stem
from kashf.text.folding import fold

if TYPE_CHECKING:
    from simplemma import Lemmatizer

__all__ = ["EuropeanLexicon", "european_lexicon"]

_CLOSED: Mapping[str, Category] = {
    "prepositions": "preposition",
    "complementisers": "complementiser",
    "relatives": "relative",
    "connectives": "connective",
    "negators": "negator",
    "particles": "particle",
    "determiners": "demonstrative",
    "quantifiers": "quantifier",
    "pronouns": "pronoun",
    "adverbs": "adverb",
    "auxiliaries": "auxiliary",
    "coordinators": "coordinator",
}
_PAST_ENDINGS = ("ла", "ло", "ли", "л", "вши", "в")
_VOICES: Mapping[str, Literal["active", "passive"]] = {"active": "active", "passive": "passive"}
SHORTEST_ADVERB = 6
"""Letters of an English word in -ly that is an adverb where no table lists it; «ally» and «July» are shorter."""
_ADVERBIAL = (
    "льно", "енно", "онно", "очно", "ично", "ивно", "ярно", "чески", "ански", "асно", "ратно", "йно", "овно", "стно",
    "атно", "ытно", "рочно", "лярно",
)  # fmt: skip
"""Endings of Russian adverbs; short neuters of participles end otherwise."""
LONGEST_WORD = 40
"""Letters; a longer run is no word of a language and is not looked up."""


class EuropeanLexicon:
    """What each form may be. The same questions as `Lexicon` answers, for languages without written clitics."""

    __slots__ = ("_closed", "_forms", "_idioms", "_irregular", "_language", "_lemmas", "_seen", "_stems")

    def __init__(self, language: str, lemmas: Mapping[str, tuple[Reading, ...]]) -> None:
        self._language = language
        self._lemmas = lemmas
        self._closed = {
            word: Reading(category, word) for key, category in _CLOSED.items() for word in words(language, "words", key)
        }
        self._irregular = dict(entry.split("=") for entry in words(language, "verbs", "irregular"))
        self._forms = _made(language, lemmas)
        self._idioms = _idioms(lemmas)
        self._stems = _by_stem(lemmas) if language == "ru" else {}
        self._seen: dict[str, tuple[Reading, ...]] = {}

    @property
    def language(self) -> str:
        """The language's code: en, fr or ru."""
        return self._language

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a folded form may be; empty where it is not known."""
        known = self._seen.get(form)
        if known is None:
            known = self._seen[form] = tuple(dict.fromkeys(self._read(form)))
        return known

    def closed(self, key: str) -> frozenset[str]:
        """The words of a list of the language's table of closed words."""
        return words(self._language, "words", key)

    def lemma(self, form: str) -> str:
        """The dictionary form of a folded form; itself where none is known."""
        if form in self._irregular:
            return self._irregular[form]
        lemma = _lemma(form, self._language) if len(form) <= LONGEST_WORD else form
        if self._language == "ru" and lemma not in self._lemmas and not adjectival(form):
            if adjectival(lemma):
                return self._stems.get(name_stem(form), lemma)  # «приисков» is no form of «приисковый»
            if lemma != form and name_stem(lemma) in self._lemmas:
                return name_stem(lemma)  # «банку» is no form of «банка»
        if self._language == "fr" and lemma not in self._lemmas and (again := self._done_again(form)):
            return again
        return self._guessed(form) if lemma == form and form not in self._lemmas else lemma

    def _guessed(self, form: str) -> str:
        """The listed noun whose plural or case a form is, where the lemmatiser does not know it: «djihadistes»."""
        if self._language == "ru":
            return self._stems.get(name_stem(form)) or self._infinitive(form) or form
        if self._language == "en" and form.endswith("men") and f"{form[:-3]}man" in self._lemmas:
            return f"{form[:-3]}man"  # «hitmen»
        singular = form.removesuffix("s")
        if singular in self._lemmas:
            return singular
        made = infinitives_of(form) if self._language == "fr" else ()
        return next((verb for verb in made if verb in self._lemmas), form)

    def _done_again(self, form: str) -> str:
        """The listed verb that a French one in «ré-» or «re-» says is done again: « réexpédiait »; empty for none."""
        plain = form.removeprefix("ré") if form.startswith("ré") else form.removeprefix("re")
        lemma = _lemma(plain, "fr") if plain != form and len(plain) >= SHORTEST_ADVERB else ""
        return lemma if lemma.endswith(("er", "ir")) and lemma in self._lemmas else ""

    def _infinitive(self, form: str) -> str:
        """The listed verb whose past or gerund a Russian form is by its ending: «обналичила», «пожертвовав»."""
        endings = (ending for ending in _PAST_ENDINGS if form.endswith(ending))
        infinitives = (form.removesuffix(ending) + "ть" for ending in endings)
        return next((verb for verb in infinitives if verb in self._lemmas), "")

    def listed_noun(self, form: str) -> Reading:
        """A form as a noun, with its classes where the tables list it."""
        lemma = self.lemma(form)
        listed = (reading for reading in self._lemmas.get(lemma, ()) if reading.category == "noun")
        return next(listed, Reading("noun", lemma))

    def idioms(self, verb: str) -> tuple[tuple[tuple[str, ...], Reading], ...]:
        """The verbs of several words that open with a verb: the words behind it and what they are together, the
        longest first («take» + «into custody»)."""
        return self._idioms.get(verb, ())

    def reflexive(self, verb: str) -> str:
        """A verb with its reflexive pronoun, where the tables list it so: «se procurer»; empty where they do not."""
        written = (f"se {verb}", f"s'{verb}")
        return next((lemma for lemma in written if lemma in self._lemmas), "")

    def _read(self, form: str) -> Iterable[Reading]:
        if not form:
            return  # behind the last word of a text
        if form in self._closed:
            yield self._closed[form]
            return
        if self._adverbial(form):
            yield Reading("adverb", form)
            return
        made = tuple(self._participles(form))
        yield from made
        lemma = self.lemma(form)
        yield from self._of_lemma(form, lemma, made)
        if form != lemma and not (self._language == "en" and form.endswith("ing")):
            yield from self._nouns(form)
        if self._language == "fr" and form.endswith("s") and lemma != form[:-1]:
            yield from self._nouns(form[:-1])  # « les soldes »
        if self._language == "ru" and (lemma not in self._lemmas or (lemma.endswith("ся") and not made)):
            yield from self._beside_lemma(form, lemma, made)

    def _of_lemma(self, form: str, lemma: str, made: tuple[Reading, ...]) -> Iterable[Reading]:
        for reading in self._lemmas.get(lemma, ()):
            if reading.category != "verb":
                if self._language != "en" or form == lemma or form.endswith(("s", "n", "e")):
                    yield reading  # «transferred» is no form of the noun transfer
            elif not (any(one.lemma == lemma for one in made) or self._second_person(form, lemma)):
                yield self._inflected(form, lemma, reading)

    def _second_person(self, form: str, lemma: str) -> bool:
        """« les opérations suspectes »: French news addresses nobody, so that no form in -es is a verb's in -er."""
        return self._language == "fr" and lemma.endswith("er") and form.endswith("es") and not form.endswith("ées")

    def _nouns(self, form: str) -> Iterable[Reading]:
        """What is listed under a form, verbs apart."""
        return (reading for reading in self._lemmas.get(form, ()) if reading.category != "verb")

    def _beside_lemma(self, form: str, lemma: str, made: tuple[Reading, ...]) -> Iterable[Reading]:
        """What a Russian form may be whose lemma no table lists."""
        if made:
            yield from self._named_by_participle(form)
        infinitive = self._infinitive(form)
        if infinitive and not made:
            yield from self._of_lemma(form, infinitive, made)  # «дали» is no form of «даль» alone
        if lemma.endswith("ся"):
            for reading in self._lemmas.get(lemma.removesuffix("ся"), ()):  # «добывается»: is produced
                if reading.category == "verb":
                    yield Reading("verb", reading.lemma, reading.classes, tense="present", voice="passive")

    def _named_by_participle(self, form: str) -> Iterable[Reading]:
        """A listed noun that is written like a participle: «задержанные», «обвиняемого»."""
        for stem, short in russian_participle_stem(form):
            if not short:
                yield from self._nouns(f"{stem}ый")

    def _adverbial(self, form: str) -> bool:
        """Whether a word that no table lists is an adverb by its ending: «frequently», «круглосуточно»."""
        listed = form in self._lemmas or self.lemma(form) in self._lemmas
        if self._language == "ru":
            return len(form) >= SHORTEST_ADVERB and form.endswith(_ADVERBIAL) and not listed
        return self._language == "en" and len(form) >= SHORTEST_ADVERB and form.endswith("ly") and not listed

    def _participles(self, form: str) -> Iterable[Reading]:
        """What a form is as one of those made by rule: a participle is a verb with a voice, an act a verbal noun."""
        for made, short in self._made(form):
            for reading in self._lemmas.get(made.lemma, ()):
                if reading.category != "verb":
                    continue
                if made.kind == "act":
                    yield Reading("verbal_noun", made.lemma, reading.classes, number="s")
                elif self._language == "ru" and not short:
                    yield Reading("participle", made.lemma, reading.classes, voice=_VOICES[made.kind])
                elif made.kind == "finite":
                    yield Reading("verb", made.lemma, reading.classes, tense="present")
                elif made.kind in ("passive", "short"):
                    yield Reading("verb", made.lemma, reading.classes, tense="past", voice="passive")

    def _made(self, form: str) -> Iterable[tuple[Form, bool]]:
        if self._language != "ru":
            yield from ((made, True) for made in self._forms.get(form, ()))
            return
        yield from ((made, True) for made in self._forms.get(form, ()) if made.kind == "act")
        for stem, short in russian_participle_stem(form):
            wanted = ("short",) if short else ("passive", "active")
            yield from ((made, short) for made in self._forms.get(stem, ()) if made.kind in wanted)

    def _inflected(self, form: str, lemma: str, reading: Reading) -> Reading:
        """A finite form. In English an irregular past may be the participle too: «sold»."""
        unchanged = form in self.closed("unchanged")
        past = self._language == "en" and (unchanged or (form != lemma and not form.endswith(("s", "ing"))))
        if self._language == "en" and form.endswith("ing") and form != lemma:
            return Reading("verbal_noun", lemma, reading.classes, number="s")
        reflexive = form.endswith(("ся", "сь")) and not lemma.endswith("ся")
        undergone = self._language == "ru" and reflexive  # «доставлялось»
        return Reading(
            "verb",
            lemma,
            reading.classes,
            tense="past" if past and not unchanged else "present",
            voice="passive" if past or undergone else None,
        )


def _by_stem(lemmas: Iterable[str]) -> dict[str, str]:
    """Lemmas by their stem, of several the shortest, and of these a man's: «подозреваемый» before «подозреваемая»."""
    return {name_stem(lemma): lemma for lemma in sorted(lemmas, key=lambda lemma: (-len(lemma), lemma))}


def _made(language: str, lemmas: Mapping[str, tuple[Reading, ...]]) -> Mapping[str, tuple[Form, ...]]:
    """The participles and acts of all listed verbs, by form."""
    made: dict[str, list[Form]] = {}
    for lemma, readings in lemmas.items():
        if " " not in lemma and "'" not in lemma and any(reading.category == "verb" for reading in readings):
            for form, what in made_forms(lemma, language):
                made.setdefault(form, []).append(what)
    return {form: tuple(whats) for form, whats in made.items()}


def _idioms(
    lemmas: Mapping[str, tuple[Reading, ...]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], Reading], ...]]:
    """All listed verbs of several words, by the first."""
    found: dict[str, list[tuple[tuple[str, ...], Reading]]] = {}
    for lemma in sorted(lemmas, key=len, reverse=True):
        verb, *behind = lemma.split()
        reading = next((reading for reading in lemmas[lemma] if reading.category == "verb"), None)
        if behind and reading is not None:
            found.setdefault(verb, []).append((tuple(behind), reading))
    return {verb: tuple(entries) for verb, entries in found.items()}


@cache
def _lemma(form: str, language: str) -> str:
    return fold(_lemmatizer().lemmatize(form, lang=language)).text


@cache
def _lemmatizer() -> Lemmatizer:
    """One that searches its dictionaries as they are stored: forms are asked for once, and unpacking takes longer."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=True))


@cache
def european_lexicon(
    language: str,
    verbs: tuple[str, ...] = (),
    names: tuple[tuple[str, str], ...] = (),
    nouns: tuple[str, ...] = (),
) -> EuropeanLexicon:
    """The lexicon of a language, with a domain's verbs and nouns (lemmas) and known names of one word added."""
    gathered: dict[str, dict[tuple[str, frozenset[str]], Reading]] = {}

    def add(lemma: str, category: Category, classes: frozenset[str]) -> None:
        entries = gathered.setdefault(lemma, {})
        same = next((key for key in entries if key[0] == category), None)
        joined = classes | (entries.pop(same).classes if same else frozenset())
        entries[(category, joined)] = Reading(category, lemma, joined, number="s")

    for lemma in verbs:
        add(lemma, "verb", frozenset({"evokes"}))
        plain = lemma.removeprefix("se ").removeprefix("s'") if language == "fr" else lemma.split()[0]
        if plain != lemma:
            add(plain, "verb", frozenset())
    for noun in nouns:
        add(noun, "noun", frozenset())
    for category, table, key, classes in _listed(language):
        for lemma in words(language, table, key):
            add(lemma, category, classes)
    for name, kind in names:
        add(fold(name).text, "name", frozenset({kind}))
    return EuropeanLexicon(language, {lemma: tuple(entries.values()) for lemma, entries in gathered.items()})


def _listed(language: str) -> Iterable[tuple[Category, str, str, frozenset[str]]]:
    """Every list of verbs, nouns and titles: what it holds, its table and key, and the classes of its words."""
    for key in sorted(_keys(language, "verbs") - {"irregular"}):
        yield "verb", "verbs", key, frozenset({key} if key != "common" else ())
    for key in ("say", "continue", "relay"):
        yield "verb", "reporting", key, frozenset({key, "say"})
    yield "verb", "reporting", "describe", frozenset({"describe"})
    for table in ("nouns", "common"):
        for key in sorted(_keys(language, table)):
            yield "noun", table, key, frozenset({key})
    yield "title", "titles", "heads", frozenset({"title"})


def _keys(language: str, table: str) -> frozenset[str]:
    """The lists of a table; none for a language that has no such table yet."""
    has = files("kashf.language").joinpath(language, f"{table}.yaml").is_file()
    return frozenset(read_table(language, table)) if has else frozenset()

"""Words of English, French and Russian: looked up, and settled on one reading by what stands around them.

«and», helping verbs and negations are no words of their own to later stages but properties of the word they go with,
as they are in Arabic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kashf.extraction.words.capitals import are_initials, in_capitals
from kashf.extraction.words.speaking import Around, spoken
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.language.declension import cases_of
from kashf.language.european import EuropeanLexicon
from kashf.language.lexicon import Reading
from kashf.text.clitics import Split
from kashf.text.tokens import Token

__all__ = ["read_european"]

_BEFORE_NOUNS = frozenset({"demonstrative", "quantifier", "preposition", "number"})
_NOUN_LIKE = frozenset({"noun", "name", "title", "unknown"})
_NOUNS_FIRST = ("name", "title", "noun", "verbal_noun")
_CLOSED_NOUNS = frozenset({"demonstrative", "quantifier", "pronoun"})
_CLAUSE_OPENERS = frozenset({"connective", "complementiser", "relative"})
_STAYING = frozenset({"adverb", "negator", "particle", "auxiliary"})
_ACTING = frozenset({"people", "persons", "group", "organisation", "business", "state"})
_FUTURE_ENDINGS = ("ra", "ront", "rai", "rons")
_CONDITIONAL_ENDINGS = ("rait", "raient")
CLAUSE = 5
"""Words behind «after» within which the verb of a clause stands, if one follows."""
_MOODS = ("future", "possible", "required", "reported", "still")


def read_european(text: str, tokens: Sequence[Token], lexicon: EuropeanLexicon) -> tuple[Word, ...]:
    """The words of a text in a language without written clitics, one for each token."""
    reader = _Reader(text, tokens, lexicon)
    for position in range(len(tokens)):
        reader.step(position)
    return tuple(reader.words)


@dataclass(slots=True)
class _Reader:
    """Reads words in order.

    `helpers` are the helping verbs and reflexives since the last full word, `clitic` the object pronoun among them;
    `finite` says that the clause has its verb already, `spoken` that it is one of speech, `helped` that it is a
    participle behind «have».
    """

    text: str
    tokens: Sequence[Token]
    lexicon: EuropeanLexicon
    words: list[Word] = field(default_factory=list)
    before: Word | None = None
    helpers: list[str] = field(default_factory=list)
    joined: bool = False
    negated: bool = False
    mood: str = ""
    finite: bool = False
    spoken: bool = False
    helped: bool = False
    clitic: str = ""

    def step(self, position: int) -> None:
        """Settles the word at a position."""
        word = self._settled(position)
        if word.category == "coordinator":
            self.joined = True
            self.words.append(replace(word, category="mark"))
            return
        word = replace(word, joined=True) if self.joined else word
        if word.category == "verb":
            word = self._verb(word, position)
        elif word.category == "participle":
            word = replace(word, passive=word.reading is not None and word.reading.voice == "passive")
        self.words.append(replace(word, category="particle") if word.category == "auxiliary" else word)
        if word.norm not in ('"', "_"):
            self._remember(word)

    def _remember(self, word: Word) -> None:
        self.before = word
        if word.category in _STAYING:
            self._help(word)
            return
        self.joined = False
        if word.category == "mark" or word.category in _CLAUSE_OPENERS:
            self.finite = self.spoken = False
        if word.category == "verb":
            self.finite, self.helped = True, bool(self.helpers)
            self.spoken = self.spoken or "say" in word.classes
        self.helpers, self.negated, self.mood, self.clitic = [], False, "", ""

    def _help(self, word: Word) -> None:
        norm = word.norm
        if norm in self._closed("object_pronouns"):
            self.clitic = norm
        if word.category == "auxiliary" or norm in self._closed("reflexives"):
            self.helpers.append(norm)
        if norm in self._closed("negations"):
            self.negated = True
        mood = next((mood for mood in _MOODS if norm in self._closed(mood)), "")
        if self.lexicon.language == "fr" and word.category == "auxiliary":
            mood = mood or _french_mood(norm, helping=True)
        self.mood = mood or self.mood

    def _closed(self, key: str) -> frozenset[str]:
        return self.lexicon.closed(key)

    # One word.

    def _settled(self, position: int) -> Word:
        token = self.tokens[position]
        split = Split(token.norm, article=self.before is not None and self.before.category == "demonstrative")
        if token.kind != "word":
            return Word(token, token.start, token.end, split, "number" if token.kind == "number" else "mark")
        readings = self._readings(position)
        owning = token.norm.endswith("'s") and self.lexicon.language == "en"
        if owning:
            token = replace(token, norm=token.norm.removesuffix("'s"))
        split = replace(split, stem=self.lexicon.lemma(token.norm))
        end = token.end - len("'s") if owning else token.end
        word = Word(token, token.start, end, split, "unknown", readings, owning=owning)
        chosen = self._speaks(word, position) or (self._chosen(word, position) if readings else None)
        if chosen is not None:
            word = replace(word, category=chosen.category, reading=chosen)
        return replace(word, cases=self._cases(word)) if self.lexicon.language == "ru" else word

    def _readings(self, position: int) -> tuple[Reading, ...]:
        token = self.tokens[position]
        if self.lexicon.language == "en" and are_initials(self.text, token, self.before):
            return ()
        readings = self.lexicon.readings(token.norm.removesuffix("'s"))
        if readings and readings[0].category == "pronoun" and in_capitals(self.text, token):
            return ()  # «US» is no pronoun
        if not readings and "-" in token.norm:
            readings = self.lexicon.readings(token.norm.rsplit("-", 1)[1])
            readings = tuple(reading for reading in readings if reading.category == "noun")
        if len(readings) == 1 and readings[0].category != "verb":
            return (self._by_next(token.norm, readings[0], position),)
        return readings

    def _speaks(self, word: Word, position: int) -> Reading | None:
        """A word that may be a verb of speech, where it is one."""
        has_verb = self.finite or bool(self.helpers)
        around = Around(self.before, tuple(self.words[-2:]), self._next_norm(position), has_verb)
        return spoken(word, around, self.lexicon)

    def _by_next(self, norm: str, reading: Reading, position: int) -> Reading:
        """Closed words that are something else before a verb, or behind a noun: «that sold», «la revendait», «du»."""
        behind = self.before.category if self.before is not None else "mark"
        return self._linking(norm, behind, position) or self._noun_after_all(norm, reading, behind, position) or reading

    def _linking(self, norm: str, behind: str, position: int) -> Reading | None:
        """«that», «as», «since» by what they link, clitics by the verb they stand before, «des» by what it says."""
        if norm in self._closed("noun_or_clause") and behind in _NOUN_LIKE | {"verbal_noun"}:
            relative = self._next_verb(position) if self.lexicon.language == "en" else not self.spoken
            return Reading("relative", norm) if relative else None
        if norm in self._closed("as") and behind in ("verb", "participle", "verbal_noun"):
            return Reading("preposition", norm)
        if norm in self._closed("adverbs_before_verbs") and self._next_verb(position):
            return Reading("adverb", norm)
        if norm in self._closed("clause_prepositions") and self._clause_next(position):
            return Reading("connective", norm)
        if norm in self._closed("object_pronouns") and self._next_verb(position, alone=True):
            return Reading("particle", norm)
        partitive = norm in self._closed("partitives") and self._partitive(norm, behind, position)
        return Reading("demonstrative", norm) if partitive else None

    def _noun_after_all(self, norm: str, reading: Reading, behind: str, position: int) -> Reading | None:
        """What is a noun or determiner where it stands: «ces sommes», «the daily income», «in May», «их деньги»."""
        if norm in self._closed("possessives") and self._noun_next(position):
            return Reading("demonstrative", norm)
        determined = behind == "demonstrative"
        if reading.category == "adverb" and (determined or (self.before is not None and self.before.owning)):
            return Reading("noun", norm)
        behind_of = reading.category == "connective" and behind == "preposition"  # « contrebande d'or »
        if behind_of or (reading.category in ("auxiliary", "connective") and determined):
            return self.lexicon.listed_noun(norm)
        month = norm in self._closed("modal_months") and behind == "preposition"
        return Reading("noun", norm, frozenset({"time"})) if month else None

    def _partitive(self, norm: str, behind: str, position: int) -> bool:
        """Whether «des», «du», «de l'» say an unknown quantity rather than «of»."""
        following = self._next_norm(position)
        if norm in ("de", "d'") and not (following in ("la", "l'") and behind in ("verb", "mark")):
            return False
        reflexive = bool(self._closed("reflexives") & {word.norm for word in self.words[-3:]})
        return self.joined or (behind not in _NOUN_LIKE | {"number", "participle"} and not reflexive)

    def _closed_any(self, norm: str, *keys: str) -> bool:
        return any(norm in self._closed(key) for key in keys)

    def _noun_next(self, position: int) -> bool:
        """Whether a noun or a word no table knows comes next, and no verb."""
        if position + 1 >= len(self.tokens) or self.tokens[position + 1].kind != "word":
            return False
        readings = self.lexicon.readings(self.tokens[position + 1].norm)
        return not readings or readings[0].category in ("noun", "title", "participle", "name")

    def _next_verb(self, position: int, *, alone: bool = False) -> bool:
        """Whether a verb or helping verb comes next; `alone`: and it can be nothing else."""
        if position + 1 >= len(self.tokens) or self.tokens[position + 1].kind != "word":
            return False
        readings = self.lexicon.readings(self.tokens[position + 1].norm)
        verbs = [r for r in readings if r.category in ("verb", "auxiliary") or (alone and r.category == "verbal_noun")]
        if not alone:
            return bool(verbs) or any(r.category == "adverb" for r in readings)
        return bool(verbs) and len(verbs) == len(readings)

    def _clause_next(self, position: int) -> bool:
        """Whether a subject and a verb follow («after prosecutors showed that»), and not a noun alone."""
        for token in self.tokens[position + 1 : position + 1 + CLAUSE]:
            readings = self.lexicon.readings(token.norm)
            categories = {reading.category for reading in readings}
            if token.kind not in ("word", "number") or "preposition" in categories:
                return False
            if categories and categories <= {"verb", "auxiliary"}:
                return True
        return False

    def _phrase_over(self, position: int) -> bool:
        """Whether no noun can follow: the text ends, or a mark or preposition stands there."""
        if position + 1 >= len(self.tokens) or self.tokens[position + 1].kind not in ("word", "number"):
            return True
        return any(r.category == "preposition" for r in self.lexicon.readings(self.tokens[position + 1].norm))

    def _cases(self, word: Word) -> frozenset[str]:
        if word.category in ("mark", "number", "preposition", "verb", "adverb"):
            return frozenset()
        noun = (
            any(r.category in ("noun", "verbal_noun", "title") for r in word.readings) and word.category != "participle"
        )
        named = all(reading.category == "name" for reading in word.readings)
        noun = noun or (word.stem != word.norm and named and not word.stem.endswith(("ый", "ий", "ой")))
        return cases_of(word.norm, word.stem, noun=noun)

    # Noun or verb.

    def _chosen(self, word: Word, position: int) -> Reading | None:
        verb = word.may_be("verb")
        noun = next((word.may_be(category) for category in _NOUNS_FIRST if word.may_be(category)), None)
        if noun is not None and noun.category == "verbal_noun":
            noun = self._finite_act(word, noun) or noun
        if verb is not None and noun is None and self._adjective(word, verb, position):
            return None
        if verb is None or noun is None:
            return verb or noun or word.readings[0]
        return verb if self._verb_rather(word, verb, position) else noun

    def _adjective(self, word: Word, verb: Reading, position: int) -> bool:
        """A verb's form behind a determiner, or a plain one behind a verb, says how a thing is: «a captured list»."""
        if self.lexicon.language == "ru" or self.helpers or self.before is None:
            return False
        english = self.lexicon.language == "en"
        plain = english and word.norm == verb.lemma and self.before.category == "verb"
        if english and verb.voice == "passive" and self.before.category in ("verb", "preposition", "verbal_noun"):
            return self._noun_next(position)
        return plain or self.before.category in ("demonstrative", "quantifier") or self.before.owning

    def _finite_act(self, word: Word, act: Reading) -> Reading | None:
        """«are shipping»: finite behind «be»; «fighters earning …»: a participle of the people before it."""
        if self.helpers and self._closed_any(self.helpers[-1], "future", "possible", "required"):
            return Reading("verb", act.lemma, act.classes, tense="present")
        if self.lexicon.language != "en" or not word.norm.endswith("ing"):
            return None
        if self.helpers and self.helpers[-1] in self._closed("passive_helpers"):
            return Reading("verb", act.lemma, act.classes, tense="present")
        who = self.before.classes if self.before is not None and self.before.category == "noun" else frozenset()
        if who & _ACTING:
            return Reading("participle", act.lemma, act.classes, voice="active")
        return None

    def _verb_rather(self, word: Word, verb: Reading, position: int) -> bool:
        """A verb behind a subject, «to» or a helping verb; a noun behind a determiner, number or preposition."""
        before = self.before
        if self.helpers:
            return verb.voice == "passive" or self.lexicon.language == "ru" or verb.lemma == word.norm
        if before is None or before.category == "mark" or self.joined:
            return self._verb_opens(word, verb, position)
        if before.category in ("particle", "negator"):
            return word.norm == verb.lemma or before.norm != "to"
        if before.category in _BEFORE_NOUNS or before.owning:
            return False
        if self.lexicon.language == "ru" or before.category == "pronoun" or before.category == "relative":
            return True
        if before.category in _NOUN_LIKE:
            governs = self._object_next(position) or (self._next_norm(position) == "to" and bool(verb.classes))
            return not self.finite and (verb.voice == "passive" or governs)
        return before.category not in ("verb", "participle", "verbal_noun")

    def _verb_opens(self, word: Word, verb: Reading, position: int) -> bool:
        """Whether a verb stands at the start of a clause or behind «and»: «control the mines and levy a tax»."""
        if self.joined and self.finite and self._object_next(position) and verb.lemma == word.norm:
            return True
        return verb.voice == "passive" and not self.text[word.start].isupper()

    def _object_next(self, position: int) -> bool:
        if position + 1 >= len(self.tokens):
            return False
        token = self.tokens[position + 1]
        readings = self.lexicon.readings(token.norm)
        if any(reading.category == "adverb" for reading in readings):
            return self._object_next(position + 1)
        return token.kind == "number" or any(reading.category in _CLOSED_NOUNS for reading in readings)

    # A verb with what helps it.

    def _verb(self, word: Word, position: int) -> Word:
        reading = word.reading
        mood = self.mood
        if self.lexicon.language == "fr" and not mood and reading is not None and reading.voice is None:
            mood = _french_mood(word.norm)
        word = self._phrasal(word, position)
        passive = self._passive(word, position)
        if self.lexicon.language == "fr" and self._next_norm(position) in self._closed("still"):
            mood = mood or "still"
        if self.clitic:
            word = replace(word, split=replace(word.split, ending=self.clitic))
        word = replace(word, passive=passive, mood=mood, negated=self.negated and not self._only(position))
        if reading is not None and reading.voice == "passive" and self._hangs_on_noun(word, position):
            return replace(word, category="participle", passive=True)
        return word

    def _next_norm(self, position: int) -> str:
        return self.tokens[position + 1].norm if position + 1 < len(self.tokens) else ""

    def _phrasal(self, word: Word, position: int) -> Word:
        """«turn out», «pile up»: a verb with the particle behind it."""
        following = self._next_norm(position)
        reading = word.reading
        if reading is None or following not in self._closed("verb_particles"):
            return word
        whole = self.lexicon.phrasal(reading.lemma, following)
        if whole is None:
            return word
        reading = replace(reading, lemma=whole.lemma, classes=whole.classes)
        return replace(word, reading=reading, readings=(reading,))

    def _passive(self, word: Word, position: int) -> bool:
        if word.reading is None or word.reading.voice != "passive":
            return False
        if self.lexicon.language == "ru":
            return True
        if not self.helpers and not self.finite and not self.joined:
            return word.norm in self._closed("headline_passives") and self._phrase_over(position)
        if not self.helpers or self.helpers[-1] not in self._closed("passive_helpers"):
            return False
        moving = table_words(self.lexicon.language, "words", "moving_verbs")
        return word.reading.lemma not in moving and not self._closed("reflexives") & set(self.helpers)

    def _hangs_on_noun(self, word: Word, position: int) -> bool:
        """Whether a past form without helping verb is a participle that says more of a noun: «funds sent to Libya»."""
        if self.helpers or self.lexicon.language == "ru":
            return False
        return self._hangs_in_french(word, position) if self.lexicon.language == "fr" else self._hangs(word, position)

    def _hangs_in_french(self, word: Word, position: int) -> bool:
        """Always, but beside a participle with «avoir», and where the form is the present too: «produit 500 barils»."""
        subject = self.before is not None and self.before.category in _NOUN_LIKE and not self.finite
        present = subject and word.norm.endswith("t") and self._object_next(position)
        return not (self.joined and self.helped) and not present

    def _hangs(self, word: Word, position: int) -> bool:
        following = self._next_norm(position)
        if "say" in word.classes:
            return False
        if following == "by" or word.norm in self._closed("participles_only"):
            return True
        before = self.before
        if before is None or self.joined:
            return False
        if before.category in _NOUN_LIKE or before.category == "number":
            return self.finite and not self.spoken
        preposition = any(reading.category == "preposition" for reading in self.lexicon.readings(following))
        return before.category == "mark" and preposition and len(self.words) > 1

    def _only(self, position: int) -> bool:
        """«ne … que»: only, and no negation."""
        return self.lexicon.language == "fr" and any(
            token.norm in ("que", "qu'") for token in self.tokens[position + 1 : position + 2]
        )


def _french_mood(norm: str, *, helping: bool = False) -> str:
    """The future, and the conditional by which French reports what it does not vouch for."""
    if norm.endswith(_CONDITIONAL_ENDINGS):
        return "reported"
    return "future" if norm.endswith(_FUTURE_ENDINGS) and (helping or len(norm) > 5) else ""

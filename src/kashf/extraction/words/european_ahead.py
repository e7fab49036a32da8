"""What stands ahead of a word of English, French or Russian: looked up before it is settled what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kashf.extraction.words.european_further import PARTING, SENTENCE_ENDS, SUBJECT, FurtherOn
from kashf.language.agreement import may_agree
from kashf.language.closed import phrases
from kashf.language.declension import cases_of
from kashf.language.lexicon import Reading
from kashf.text.tokens import Token

__all__ = ["Ahead"]

_CLOSED_NOUNS = frozenset({"demonstrative", "quantifier", "pronoun"})
_VERBAL = frozenset({"verb", "verbal_noun", "auxiliary", "participle"})
_DONE_TO = frozenset({"people", "persons", "goods", "arms", "drugs", "antiquities", "money", "humans", "vehicle"})
_SIGNS = frozenset("$€£")
PREDICATE = 9
"""Words behind «be» within which the noun stands that says what its subject is."""
ASIDE = 14
"""Words of an aside between a helping verb and its participle."""
OBJECT = 6
"""Words of an object that may stand between a verb and its particle."""
CLAUSE = 5
"""Words behind «after» within which the verb of a clause stands, if one follows."""


@dataclass(frozen=True, slots=True)
class Ahead(FurtherOn):
    """The tokens of a text, and what those behind a position may be."""

    def noun_next(self, position: int) -> bool:
        """Whether a noun or a word no table knows comes next, and no verb."""
        if position + 1 >= len(self.tokens) or self.tokens[position + 1].kind != "word":
            return False
        readings = self.lexicon.readings(self.tokens[position + 1].norm)
        return not readings or any(r.category in ("noun", "title", "participle", "name") for r in readings)

    def act_next(self, position: int) -> bool:
        """Whether an English act in «-ing» comes next: «under increased monitoring»."""
        norm = self.next_norm(position)
        acts = any(reading.category == "verbal_noun" for reading in self.lexicon.readings(norm))
        return acts and norm.endswith("ing") and self.lexicon.language == "en"

    def next_verb(self, position: int, *, alone: bool = False) -> bool:
        """Whether a verb or helping verb comes next; `alone`: and it can be nothing else."""
        if position + 1 >= len(self.tokens) or self.tokens[position + 1].kind != "word":
            return False
        readings = self.lexicon.readings(self.tokens[position + 1].norm)
        verbs = [r for r in readings if r.category in ("verb", "auxiliary") or (alone and r.category == "verbal_noun")]
        if not alone:
            return bool(verbs) or any(r.category == "adverb" for r in readings)
        return bool(verbs) and len(verbs) == len(readings)

    def clause_next(self, position: int) -> bool:
        """Whether a subject and a verb follow («after prosecutors showed that»), and not a noun alone.

        Past a preposition («after £740,000 in cash was …») only an English helping verb tells.
        """
        english, led = self.lexicon.language == "en", False
        for at, token in enumerate(self.tokens[position + 1 : position + 1 + CLAUSE * (1 + english)]):
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            signed = token.norm in _SIGNS
            if (token.kind not in ("word", "number") and not signed) or categories & PARTING:
                return False
            if "preposition" in categories or (english and at >= CLAUSE):
                led = True
                if not (english and at):
                    return False
            verbs = {"auxiliary"} if led else {"verb", "auxiliary"}
            plain = "verb" in categories and at > 1 and english and self.object_next(position + 1 + at)
            if (categories and categories <= verbs) or plain:
                return True
        return False

    def aside_end(self, position: int) -> int:
        """The comma that closes what a comma at a position opens between a helping verb and its participle
        (« aurait, entre 2018 et 2020, vendu »); 0 where no participle stands behind one, or a verb before it."""
        for at in range(position + 1, min(position + 1 + ASIDE, len(self.tokens))):
            token = self.tokens[at]
            readings = self.lexicon.readings(token.norm)
            if token.norm == ",":
                following = self.lexicon.readings(self.next_norm(at))
                past = any(reading.category == "verb" and reading.voice == "passive" for reading in following)
                return at if past else 0
            finite = (r.category == "auxiliary" or (r.category == "verb" and r.voice is None) for r in readings)
            verbal = bool(readings) and all(finite)
            if token.norm in SENTENCE_ENDS or verbal:
                return 0
        return 0

    def insertion(self, position: int) -> int:
        """How many words make up a phrase that may part a French helping verb from its participle: « de son côté »."""
        for phrase in _insertions(self.lexicon.language).get(self.tokens[position].norm, ()):
            if all(token.norm == part for token, part in zip(self.tokens[position:], phrase, strict=False)):
                following = self.tokens[position + len(phrase) :][:1]
                return len(phrase) if following else 0
        return 0

    def described_later(self, position: int) -> bool:
        """Whether the noun that a Russian participle goes with stands behind what depends on it: «задержанный в порту
        курьер»."""
        told, passed, led = self.tokens[position].norm, 0, False
        for token in self.tokens[position + 1 : position + 1 + CLAUSE]:
            readings = self.lexicon.readings(token.norm)
            categories = {reading.category for reading in readings}
            if token.kind != "word" or "verb" in categories or categories & PARTING:
                return False
            noun = next((reading for reading in readings if reading.category in ("noun", "title")), None)
            if noun is not None and passed and not led and may_agree(told, token.norm, noun.lemma):
                return bool(cases_of(token.norm, noun.lemma, noun=True) & cases_of(told, told, noun=False))
            passed, led = passed + (noun is not None or not readings), "preposition" in categories
        return False

    def predicative_next(self, position: int) -> bool:
        """Whether a phrase comes next that tells what the copula's subject is in: « est toujours aux mains de »."""
        following = position + 1
        while following < len(self.tokens) and self._passed_over(self.tokens[following].norm):
            following += 1
        opening = self.tokens[following].norm if following < len(self.tokens) else ""
        listed = _predicatives(self.lexicon.language).get(opening, ())
        return any(
            len(phrase) <= len(self.tokens) - following
            and all(token.norm == part for token, part in zip(self.tokens[following:], phrase, strict=False))
            for phrase in listed
        )

    def predicate_next(self, position: int) -> bool:
        """Whether English «be» tells what its subject is or is in by one of the listed nouns: «are in Houthi hands»,
        «is one of the cartel's main suppliers»."""
        led = opened = False
        if self.infinitive_next(position):
            return False  # «was to hand it over»
        for at in range(position + 1, min(position + 1 + PREDICATE, len(self.tokens))):
            token = self.tokens[at]
            if token.norm in self.lexicon.closed("predicative_nouns"):
                return True
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if token.kind not in ("word", "number") or categories & PARTING:
                return False
            if "preposition" in categories and opened and token.norm not in self.lexicon.closed("part_of"):
                return False
            if categories and categories <= _VERBAL and not led:
                return False
            led = led or bool(categories & (_CLOSED_NOUNS | {"preposition"}))
            opened = opened or "adverb" not in categories
        return False

    def owned_next(self, position: int) -> bool:
        """Whether English «have» is a verb of its own: an object follows, and no participle behind that («had his
        accounts frozen», «have all been»)."""
        if not self.object_next(position):
            return False
        led = True
        for at in range(position + 1, min(position + 1 + OBJECT, len(self.tokens))):
            token, before = self.tokens[at], self.tokens[at - 1]
            readings = self.lexicon.readings(token.norm)
            categories = {reading.category for reading in readings}
            if (token.kind == "mark" and token.norm not in _SIGNS) or categories & (PARTING | {"preposition"}):
                return True
            if before.kind == "number" and before.end == token.start:
                continue  # «$12m»
            if "auxiliary" in categories or (not led and any(_only_past(reading, token) for reading in readings)):
                return False
            led = bool(categories & _CLOSED_NOUNS) or token.norm in self.lexicon.closed("numerals")
        return True

    def _passed_over(self, norm: str) -> bool:
        return any(r.category in ("adverb", "negator", "particle") for r in self.lexicon.readings(norm))

    def infinitive_next(self, position: int) -> bool:
        """Whether «to» and a verb come next («plan to sell»), and not «to» and a noun («support to Hamas»)."""
        if self.next_norm(position) != "to" or position + 2 >= len(self.tokens):
            return False
        norm = self.tokens[position + 2].norm
        readings = self.lexicon.readings(norm)
        return any(r.category == "auxiliary" or (r.category == "verb" and r.lemma == norm) for r in readings)

    def paid_to(self, position: int) -> bool:
        """Whether a noun comes next and a sum right behind it: «paid smugglers $5,000»."""
        return self.noun_next(position) and self.sum_next(position + 1)

    def done_next(self, position: int) -> bool:
        """Whether a participle that says more of no noun comes next: «got smuggled out»."""
        passive = any(r.voice == "passive" for r in self.lexicon.readings(self.next_norm(position)))
        led = self.noun_next(position + 1) or (self.object_next(position + 1) and not self.sum_next(position + 1))
        return passive and not led

    def thing_next(self, position: int) -> bool:
        """Whether a noun that the tables list comes next."""
        return any(r.category == "noun" for r in self.lexicon.readings(self.next_norm(position)))

    def helper_next(self, position: int) -> bool:
        """Whether a helping verb comes next."""
        return any(reading.category == "auxiliary" for reading in self.lexicon.readings(self.next_norm(position)))

    def things_next(self, position: int) -> bool:
        """Whether an English plural of people or things comes next to which something is done: «kidnapping women»."""
        norm = self.next_norm(position)
        plural = self.lexicon.language == "en" and norm.endswith("s")
        return plural and any(
            reading.category == "noun" and reading.lemma != norm and not reading.classes.isdisjoint(_DONE_TO)
            for reading in self.lexicon.readings(norm)
        )

    def preposition_next(self, position: int) -> bool:
        """Whether a preposition comes next, and none that only leads to a number: «bought at least six villas»."""
        if self._measured_next(position):
            return False
        norm = self.next_norm(position)
        return norm == "to" or any(r.category == "preposition" for r in self.lexicon.readings(norm))

    def ends_next(self, position: int) -> bool:
        """Whether a phrase ends here: a mark, «that» or a helping verb comes next, or nothing."""
        norm = self.next_norm(position)
        ends = self.lexicon.closed("noun_or_clause") | self.lexicon.closed("auxiliaries")
        return not norm[:1].isalpha() or norm in ends

    def helped_later(self, position: int) -> bool:
        """Whether a preposition follows, and a helping verb further on in the clause: «funds sent to Libya were …»."""
        if not self.preposition_next(position):
            return False
        joined = False
        for at in range(position + 2, min(position + 2 + SUBJECT, len(self.tokens))):
            token = self.tokens[at]
            if self._finite_past(at) and self.tokens[at - 1].norm != "to":
                return not joined
            categories = {reading.category for reading in self.lexicon.readings(token.norm)}
            if token.kind not in ("word", "number") or categories & PARTING:
                return False
            if token.norm in self.lexicon.closed("clause_prepositions"):
                return False
            if "auxiliary" in categories or token.norm in self.lexicon.closed("finite_pasts"):
                return not joined  # «moved to Libya and was caught» has two verbs
            joined = "coordinator" in categories
        return False

    def _finite_past(self, at: int) -> bool:
        """Whether a form is a verb of its own and no participle: «money raised there ended up with …», «alleges»."""
        readings = self.lexicon.readings(self.tokens[at].norm)
        told = readings and all(reading.category == "verb" and reading.voice is None for reading in readings)
        if told and (all("say" in reading.classes for reading in readings) or self._in_third_person(at)):
            return True
        if not readings or any(reading.category != "verb" or reading.voice != "passive" for reading in readings):
            return False
        wholes = (behind for reading in readings for behind, _ in self.lexicon.idioms(reading.lemma))
        whole = any(self.follows(at, behind) for behind in wholes) or self.object_next(at)
        return whole or (self.thing_next(at) and not self._describes(at))

    def _describes(self, at: int) -> bool:
        """Whether a past form stands behind a determiner or preposition: «sold the machinery of the looted plant»."""
        before = self.lexicon.readings(self.tokens[at - 1].norm)
        return any(reading.category in _CLOSED_NOUNS | {"preposition"} for reading in before)

    def _in_third_person(self, at: int) -> bool:
        """«Captagon made in Homs reaches Gulf buyers»: an English form that is nothing but the third person."""
        goes_on = self.object_next(at) or self.noun_next(at)
        return self.lexicon.language == "en" and self.tokens[at].norm.endswith("s") and goes_on

    def phrase_over(self, position: int) -> bool:
        """Whether no noun can follow: the text ends, or a mark or preposition stands there."""
        if position + 1 >= len(self.tokens) or self.tokens[position + 1].kind not in ("word", "number"):
            return True
        return any(r.category == "preposition" for r in self.lexicon.readings(self.tokens[position + 1].norm))

    def object_next(self, position: int) -> bool:
        """Whether what opens an object comes next, an adverb passed over: a determiner, quantifier, pronoun, number."""
        if position + 1 >= len(self.tokens):
            return False
        token = self.tokens[position + 1]
        readings = self.lexicon.readings(token.norm)
        if any(reading.category == "adverb" for reading in readings) and not self._measured_next(position):
            return self.object_next(position + 1)
        counted = token.norm in self.lexicon.closed("numerals")
        english = self.lexicon.language == "en"
        counted = counted or (english and (self.sum_next(position) or self._measured_next(position)))
        return token.kind == "number" or counted or any(reading.category in _CLOSED_NOUNS for reading in readings)

    def _measured_next(self, position: int) -> bool:
        """Whether English says next about how many: «at least six», «around $300»."""
        norm = self.next_norm(position)
        if norm == "over" and self.tokens[position].norm in self.lexicon.closed("over_sums"):
            return False  # «jailed over £34m»
        led = 1 if norm in self.lexicon.closed("approximating") else 0
        led = led or 2 * (f"{norm}={self.next_norm(position + 1)}" in self.lexicon.closed("approximating_pairs"))
        behind = position + led
        return led > 0 and (self.sum_next(behind) or self.next_norm(behind) in self.lexicon.closed("numerals"))

    def follows(self, position: int, words: Sequence[str]) -> int:
        """The position behind, where certain words come next; else 0."""
        behind = self.tokens[position + 1 : position + 1 + len(words)]
        told = len(behind) == len(words) and all(token.norm == word for token, word in zip(behind, words, strict=True))
        return position + 1 if told and not self._opens_figure(position + len(words)) else 0

    def follows_adverb(self, position: int, words: Sequence[str]) -> int:
        """The same behind an English adverb or two: «are still in the hands of», «was also chiefly responsible for»."""
        for at in (position, position + 1):
            norm = self.next_norm(at)
            adverb = any(reading.category == "adverb" for reading in self.lexicon.readings(norm)) or norm.endswith("ly")
            if not adverb or self.lexicon.language != "en" or norm in words:
                return 0
            if found := self.follows(at + 1, words):
                return found
        return 0

    def inverted(self, position: int) -> bool:
        """Whether «were» and a noun phrase follow in a clause without another verb: «Added to the list were two …»."""
        for at in range(position + 1, min(position + 1 + SUBJECT, len(self.tokens))):
            categories = {reading.category for reading in self.lexicon.readings(self.tokens[at].norm)}
            if self.tokens[at].norm in ("was", "were"):
                return self.object_next(at)
            if self.tokens[at].norm in SENTENCE_ENDS or categories & PARTING or categories == {"auxiliary"}:
                return False
        return False

    def _opens_figure(self, at: int) -> bool:
        """«making up to $3 million»: a particle that only leads to a number."""
        if self.next_norm(at) != "to" or self.tokens[at].norm != "up":
            return False
        return any(token.kind == "number" for token in self.tokens[at + 2 : at + 4])

    def parted(self, position: int, words: Sequence[str]) -> int:
        """Where a particle stands that an object parts from its verb («hand the banker over»); else 0."""
        if self.lexicon.language != "en" or len(words) > 1 or words[0] not in self.lexicon.closed("verb_particles"):
            return 0
        for at in range(position + 1, min(position + 1 + OBJECT, len(self.tokens))):
            token = self.tokens[at]
            if token.norm == words[0]:
                return at if at > position + 1 and self._ends_there(at) else 0
            if token.kind not in ("word", "number") or self._parts(token.norm):
                return 0
        return 0

    def _ends_there(self, at: int) -> bool:
        """Whether no noun follows a particle, so that it is no preposition."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].kind not in ("word", "number"):
            return True
        following = self.lexicon.readings(self.tokens[at + 1].norm)
        led = {"preposition", "adverb", "connective", "coordinator", "particle", "auxiliary"}
        return any(reading.category in led for reading in following)

    def _parts(self, norm: str) -> bool:
        """Whether a word ends an object: a preposition, a verb and nothing else, or what opens a clause."""
        readings = self.lexicon.readings(norm)
        ending = PARTING | {"preposition", "auxiliary", "verb"}
        return bool(readings) and all(reading.category in ending for reading in readings)

    def sum_next(self, position: int) -> bool:
        """Whether a number comes next, or the sign of a currency with one."""
        behind = self.tokens[position + 1 : position + 3]
        signed = len(behind) == len(("$", "90")) and behind[0].kind == "mark" and behind[0].norm in _SIGNS
        return bool(behind) and (behind[0].kind == "number" or (signed and behind[1].kind == "number"))

    def only(self, position: int) -> bool:
        """«ne … que»: only, and no negation."""
        return self.lexicon.language == "fr" and any(
            token.norm in ("que", "qu'") for token in self.tokens[position + 1 : position + 2]
        )


def _only_past(reading: Reading, token: Token) -> bool:
    return reading.voice == "passive" and reading.lemma != token.norm


@cache
def _insertions(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases that part a helping verb from its participle, by their first words."""
    listed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(language, "words", "insertions"):
        listed.setdefault(phrase[0], []).append(phrase)
    return listed


@cache
def _predicatives(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases that a copula makes a predicate with, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases(language, "words", "predicatives"):
        apart = tuple(" ".join(phrase).replace("'", "' ").split())
        found[apart[0]] = (*found.get(apart[0], ()), apart)
    return found

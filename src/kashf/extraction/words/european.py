"""Words of English, French and Russian: looked up, and settled on one reading by what stands around them.

«and», helping verbs and negations are no words of their own to later stages but properties of the word they go with,
as they are in Arabic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kashf.extraction.words.capitals import are_initials, in_capitals
from kashf.extraction.words.european_ahead import Ahead
from kashf.extraction.words.european_clitics import Clitics
from kashf.extraction.words.european_passive import ENDING
from kashf.extraction.words.european_state import NOUN_LIKE
from kashf.extraction.words.moods import french_mood, russian_mood
from kashf.extraction.words.shapes import cases_within, shaped_as_verb, without_owning
from kashf.extraction.words.speaking import Around, spoken
from kashf.extraction.words.word import Word
from kashf.language.european import EuropeanLexicon
from kashf.language.lexicon import Reading
from kashf.text.clitics import Split
from kashf.text.tokens import Token

__all__ = ["read_european"]

_CLAUSE_OPENERS = frozenset({"connective", "complementiser", "relative"})
_ACTS = frozenset({"verb", "verbal_noun", "participle"})
_WITHIN = frozenset({'"', "_", "$", "€", "£", "¥", "₹", "₦", "%", "&", "/", "'"})
"""Marks that part no clause: «sent $2 million raised in …»."""
_STAYING = frozenset({"adverb", "negator", "particle", "auxiliary"})
_GIVEN_TO = frozenset({"people", "group", "organisation", "hostile", "network", "state"})
SHORTEST_AGENT = 6
"""Letters of a word that may be somebody by its ending; «лист» and « liste » are shorter."""
_TOLD = frozenset({"document", "information", "other", "list"})
"""Classes of nouns that «that» may tell the content of: «the claim that», «evidence that»."""
_MOODS = ("future", "possible", "required", "reported", "still")


def read_european(text: str, tokens: Sequence[Token], lexicon: EuropeanLexicon) -> tuple[Word, ...]:
    """The words of a text in a language without written clitics, one for each token."""
    reader = _Reader(text, tokens, lexicon, Ahead(tokens, lexicon))
    for position in range(len(tokens)):
        reader.step(position)
    return tuple(reader.words)


@dataclass(slots=True)
class _Reader(Clitics):
    """Reads words in order."""

    def step(self, position: int) -> None:
        """Settles the word at a position."""
        if position in self.swallowed or self._parts_helper(position):
            token = self.tokens[position]
            self.words.append(Word(token, token.start, token.end, Split(token.norm), "adverb"))
            return
        word = self._settled(position)
        if word.category == "coordinator" or self._then(word):
            self.joined = True
            self.words.append(replace(word, category="mark"))
            return
        word = replace(word, joined=True) if self.joined else word
        if word.category == "auxiliary":
            word = self._copula(word, position)
        elif word.category == "verb":
            word = self._verb(word, position)
        elif word.category == "verbal_noun":
            word = self._phrasal(word, position)
        elif word.category == "participle":
            word = self._phrasal(word, position)  # «and making off with gold»
            word = replace(word, passive=word.reading is not None and word.reading.voice == "passive")
        self.words.append(replace(word, category="particle") if word.category == "auxiliary" else word)
        if word.norm not in _WITHIN:
            self._remember(word)

    def _remember(self, word: Word) -> None:
        self._note_main(word)
        self.awaiting = self._awaits(word)
        self.before = word
        if word.category in _STAYING:
            self._help(word)
            return
        if word.norm == "," and self.helpers and self.lexicon.language == "fr":
            self.aside = self.aside or self.ahead.aside_end(len(self.words) - 1)
        if len(self.words) <= self.aside + 1:
            return  # « aurait, entre 2018 et 2020, vendu »
        self.aside = 0
        self.joined = False
        if word.category == "mark" or word.category in _CLAUSE_OPENERS:
            self.finite = self.spoken = False
        elif self._is_predicate(word):
            self.finite = True
        if word.category == "verb":
            self.finite, self.helped = True, bool(self.helpers)
            self.spoken = "say" in word.classes or (self.spoken and self.lexicon.language != "en")
        self.helpers, self.negated, self.mood, self.clitic = [], False, "", ""

    def _is_predicate(self, word: Word) -> bool:
        """«has been in Houthi hands», «is a member of a cell dismantled in June»: English «be» is the clause's verb."""
        is_be = bool(self.helpers) and self.helpers[-1] in self._closed("passive_helpers")
        return is_be and word.category not in _ACTS | {"pronoun"} and self.lexicon.language == "en"

    def _note_main(self, word: Word) -> None:
        """Whether the sentence has its main verb by now; one of speech with its speaker between commas is none."""
        if word.norm in ENDING or word.norm == "\n":
            self.told = self.within = False
        elif word.norm == "," and self.finite:
            self.within = False
        elif word.category in _CLAUSE_OPENERS:
            self.within = True
        elif word.category in ("verb", "auxiliary") and not self.within:
            aside = "say" in word.classes and self.ahead.next_norm(len(self.words) - 1) == ","
            self.told = self.told or not aside

    def _help(self, word: Word) -> None:
        norm = word.norm
        if norm in self._closed("object_pronouns"):
            self.clitic = norm
        if word.category == "adverb" and norm == "to":
            self.mood = "required"
        if word.category == "auxiliary" or norm in self._closed("reflexives"):
            self.helpers.append(norm)
        if norm in self._closed("negations") and self.ahead.next_norm(len(self.words) - 1) not in self._closed("only"):
            self.negated = True  # but «not only sold oil»
        mood = next((mood for mood in _MOODS if norm in self._closed(mood)), "")
        if self.lexicon.language == "fr" and word.category == "auxiliary":
            mood = mood or french_mood(norm, helping=True)
        self.mood = mood or self.mood

    # One word.

    def _settled(self, position: int) -> Word:
        token = self.tokens[position]
        split = Split(token.norm, article=self.before is not None and self.before.category == "demonstrative")
        if token.kind != "word":
            return Word(token, token.start, token.end, split, "number" if token.kind == "number" else "mark")
        readings = self._readings(position)
        owning = without_owning(token.norm) != token.norm and self.lexicon.language == "en"
        if owning:
            token = replace(token, norm=without_owning(token.norm))
        split = replace(split, stem=self.lexicon.lemma(token.norm))
        end = token.end - (len(self.tokens[position].norm) - len(token.norm))
        word = Word(token, token.start, end, split, "unknown", readings, owning=owning)
        chosen = self._speaks(word, position)
        chosen = chosen or (self._chosen(word, position) if readings else self._by_shape(word, position))
        if chosen is not None:
            word = replace(word, category=chosen.category, reading=chosen)
            if chosen.category == "noun" and self.lexicon.language == "fr":  # « cache », « soldes »: no verb's stem
                word = replace(word, split=replace(word.split, stem=chosen.lemma))
        return (
            replace(word, cases=cases_within(word, self.text, self._closed("possessives")))
            if self.lexicon.language == "ru"
            else word
        )

    def _by_shape(self, word: Word, position: int) -> Reading | None:
        """A verb no table lists, by its ending and place: «have spooked», «who spooked the drivers», « a enfreint »."""
        if self.text[word.start].isupper():
            return None
        if self.helpers and self._closed_any(self.helpers[-1], "future", "possible", "required"):
            return Reading("verb", word.stem, tense="present") if self.ahead.object_next(position) else None
        if self._french_verb(word, position):
            return Reading("verb", word.stem, tense="present")
        if self._tells_how(word):
            return Reading("adverb", word.norm)
        if not shaped_as_verb(word, self.lexicon.language):
            return self._by_ing(word, position)
        if self.lexicon.language == "ru":
            return Reading("verb", word.stem, tense="present")
        before = self.before
        subject = before is not None and before.category in ("pronoun", "relative", *NOUN_LIKE) and not self.finite
        english = self.lexicon.language == "en"
        goes_on = self.ahead.object_next(position) or self.ahead.things_next(position)
        goes_on = goes_on or self.ahead.helped_later(position)  # «cattle rustled there are …»
        if not (self.helpers or (english and subject and goes_on)):
            return None
        return Reading("verb", word.stem, tense="past", voice="passive")

    def _by_ing(self, word: Word, position: int) -> Reading | None:
        """«notes bearing the emir's face», «tankers queuing at the well»: a participle that no table lists."""
        behind_noun = self.before is not None and self.before.category in NOUN_LIKE and not self.before.owning
        shaped = self.lexicon.language == "en" and word.norm.endswith("ing") and behind_noun
        goes_on = shaped and (self.ahead.object_next(position) or self.ahead.preposition_next(position))
        bearing = shaped and self.lexicon.lemma(word.norm) in self._closed("bearing_verbs")
        goes_on = goes_on or (bearing and not self.ahead.phrase_over(position))
        return Reading("participle", word.stem, voice="active") if goes_on else None

    def _readings(self, position: int) -> tuple[Reading, ...]:
        token = self.tokens[position]
        if self.lexicon.language == "en" and (are_initials(self.text, token, self.before) or self._measures(token)):
            return ()
        readings = self.lexicon.readings(without_owning(token.norm))
        if readings and readings[0].category == "pronoun" and in_capitals(self.text, token):
            return ()  # «US» is no pronoun
        readings = self._no_name(token, readings)
        if token.norm in self._closed("getting") and self.ahead.done_next(position):
            return (Reading("auxiliary", token.norm),)
        if not readings and "-" in token.norm:
            readings = self.lexicon.readings(token.norm.rsplit("-", 1)[1])
            readings = tuple(reading for reading in readings if reading.category == "noun")
        if not readings and self.text[token.start].islower():
            return self._somebody(token.norm)
        if len(readings) == 1 and readings[0].category != "verb":
            return (self._by_next(token.norm, readings[0], position),)
        return readings

    def _no_name(self, token: Token, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """What an English word in small letters may be, beside a name: «let» is not LeT."""
        if len(readings) < 2 or self.lexicon.language != "en" or self.text[token.start].isupper():
            return readings
        return tuple(reading for reading in readings if reading.category != "name") or readings

    def _measures(self, token: Token) -> bool:
        """«$12m», «9kg»: what is written on to a number is no word of its own."""
        return self.before is not None and self.before.category == "number" and self.before.end == token.start

    def _somebody(self, norm: str) -> tuple[Reading, ...]:
        """A word no table lists, as somebody where it ends as only words for people do: «дольщик», « affûteur »."""
        lemma = self.lexicon.lemma(norm)
        ends = lemma.endswith(tuple(self._closed("people_endings"))) and len(lemma) >= SHORTEST_AGENT
        somebody = ends and bool(self._closed("people_endings")) and lemma not in self._closed("never_people")
        return (Reading("noun", lemma, frozenset({"persons"})),) if somebody else ()

    def _speaks(self, word: Word, position: int) -> Reading | None:
        """A word that may be a verb of speech, where it is one."""
        has_verb = self.finite or bool(self.helpers)
        around = Around(self.before, tuple(self.words[-2:]), self.ahead.next_norm(position), has_verb)
        return spoken(word, around, self.lexicon)

    def _by_next(self, norm: str, reading: Reading, position: int) -> Reading:
        """Closed words that are something else before a verb, or behind a noun: «that sold», «la revendait», «du»."""
        behind = self.before.category if self.before is not None else "mark"
        if norm in self._closed("copulas") and self.ahead.predicative_next(position):
            return Reading("verb", next(iter(self._closed("copula"))), tense="present")
        if reading.category == "auxiliary" and self.lexicon.language == "en" and self._stands_alone(norm, position):
            return Reading("verb", self.lexicon.lemma(norm), tense="present")
        if self.helpers and norm in self._closed("connective_adverbs"):
            return Reading("adverb", norm)  # « a pourtant versé »
        linking = self._linking(norm, behind, position) or self._emphasising(norm, behind)
        return linking or self._noun_after_all(norm, reading, behind, position) or reading

    def _stands_alone(self, norm: str, position: int) -> bool:
        """«are in rebel hands», «has $12m in cash»: English «be» and «have» that help no other verb."""
        if norm in self._closed("obliging"):
            led = self.ahead.preposition_next(position) and self.ahead.next_norm(position) != "to"
            modal = led and bool(self.helpers) and self._closed_any(self.helpers[-1], "possible", "future")
            return modal or self.ahead.owned_next(position)  # «any assets the firms may have under …»
        return norm in self._closed("passive_helpers") and self.ahead.predicate_next(position)

    def _linking(self, norm: str, behind: str, position: int) -> Reading | None:
        """«that», «as», «since» by what they link, clitics by the verb they stand before, «des» by what it says."""
        if norm in self._closed("noun_or_clause") and behind in NOUN_LIKE | {"verbal_noun"}:
            return Reading("relative", norm) if self._is_relative(behind, position) else None
        if english := self._behind_closed(norm):
            return english
        led = behind in ("verb", "participle", "verbal_noun") or not self.ahead.clause_next(position)
        if norm in self._closed("as") and led:
            return Reading("preposition", norm)
        if self._is_adverb(norm, position):
            return Reading("adverb", norm)
        if norm in self._closed("clause_prepositions") and self.ahead.clause_next(position):
            return Reading("connective", norm)
        if norm in self._closed("object_pronouns") and self._stands_for_object(norm, behind, position):
            prepositional = norm == "en" and (behind in ("verb", "participle") or self.finite)
            return None if prepositional else Reading("particle", norm)  # « placé en garde à vue »
        partitive = norm in self._closed("partitives") and self._partitive(norm, behind, position)
        return Reading("demonstrative", norm) if partitive else None

    def _behind_closed(self, norm: str) -> Reading | None:
        """«all but two», «will have to report»: closed English words that are something else behind others."""
        if self.before is not None and f"{self.before.norm}={norm}" in self._closed("quantifier_pairs"):
            return Reading("quantifier", norm)
        obliged = norm == "to" and bool(self.helpers) and self.helpers[-1] in self._closed("obliging")
        return Reading("adverb", norm) if obliged else None

    def _is_adverb(self, norm: str, position: int) -> bool:
        """«has since sold», «the men named above»: a preposition that governs nothing here."""
        if norm in self._closed("adverbs_before_verbs"):
            return self.ahead.next_verb(position)
        return norm in self._closed("adverbs_at_end") and self.ahead.ends_next(position)

    def _is_relative(self, behind: str, position: int) -> bool:
        told = behind == "verbal_noun" and self.before is not None and "say" in self.before.classes
        if told and self.lexicon.language == "fr":
            return False  # « entendre un ministre affirmer que »
        if self.before is not None and self.before.stem in self._closed("told_nouns"):
            return False  # « aucune preuve que la banque »
        return self._takes_up(position) if self.lexicon.language == "en" else not self.spoken

    def _takes_up(self, position: int) -> bool:
        """Whether English «that» takes up the noun before it: before a verb, or where the clause has no verb yet."""
        before = self.before
        told = before is not None and (before.category == "verbal_noun" or not before.classes.isdisjoint(_TOLD))
        silent = self.finite and not self.spoken and before is not None and before.category == "noun"
        return self.ahead.next_verb(position) or not ((self.finite and not silent) or self.helpers or told)

    def _noun_after_all(self, norm: str, reading: Reading, behind: str, position: int) -> Reading | None:
        """What is a noun or determiner where it stands: «ces sommes», «the daily income», «in May», «их деньги»."""
        if norm in self._closed("pointing") and self.ahead.done_next(position):
            return Reading("pronoun", norm)  # «those killed in the strike»
        if f"{norm}={self.ahead.next_norm(position)}" in self._closed("adverb_pairs"):
            return Reading("adverb", norm)  # «всё ещё»
        if norm in self._closed("possessives") and self.ahead.noun_next(position):
            return Reading("demonstrative", norm)
        determined = behind == "demonstrative"
        if determined and norm in self._closed("nouns_of_time"):
            return Reading("noun", norm, frozenset({"time"}))  # «in the past»
        if reading.category == "adverb" and (determined or (self.before is not None and self.before.owning)):
            return self.lexicon.listed_noun(norm)
        behind_of = reading.category == "connective" and behind == "preposition"  # « contrebande d'or »
        if behind_of or (reading.category in ("auxiliary", "connective") and determined):
            return self.lexicon.listed_noun(norm)
        month = norm in self._closed("modal_months") and behind == "preposition"
        return Reading("noun", norm, frozenset({"time"})) if month else None

    def _partitive(self, norm: str, behind: str, position: int) -> bool:
        """Whether «des», «du», «de l'» say an unknown quantity rather than «of»."""
        following = self.ahead.next_norm(position)
        led = behind in ("verb", "mark") and self.lexicon.lemma(following) in self._closed("leading")
        if norm in ("de", "d'") and led:
            return True  # « contrôlent de vastes zones », « De faux billets »
        if norm == "de" and self.before is not None and self.before.passive:
            return False  # « a été retirée de la liste »
        if norm in ("de", "d'") and not (following in ("la", "l'") and behind in ("verb", "mark")):
            return False
        verb = self.before.reading if self.before is not None and behind in _ACTS else None
        if verb is not None and verb.lemma in self._closed("of_verbs"):
            return False  # « sortent du pays », « bénéficie du soutien »
        reflexive = bool(self._closed("reflexives") & {word.norm for word in self.words[-3:]})
        free = behind not in NOUN_LIKE | {"number", "participle"} and not reflexive
        return self._given_some(norm) or self.joined or free

    def _given_some(self, norm: str) -> bool:
        """« a transmis à Paris des renseignements »: behind a verb and a name to whom, «des» opens the object."""
        if norm != "des" or len(self.words) < len(("verb", "to", "name")):
            return False
        if self._to_whom():
            return True
        verb, preposition, name = self.words[-3:]
        told = verb.category in ("verb", "participle") and preposition.category == "preposition"
        return told and (preposition.norm == "en" or (name.category != "noun" and self.text[name.start].isupper()))

    def _to_whom(self) -> bool:
        """« fournissait à la cellule des papiers »: whether a verb and to whom it gives stand right before."""
        verb, joined, whom = self.words[-3:]
        if verb.category == "verb" and joined.norm in ("au", "aux") and not whom.classes.isdisjoint(_GIVEN_TO):
            return True  # « fournissait au régime des composants »
        last = self.words[-4:]
        if len(last) < len(("verb", "to", "the", "group")) or last[0].category != "verb" or last[1].norm != "à":
            return False
        return last[2].category == "demonstrative" and not last[3].classes.isdisjoint(_GIVEN_TO)

    # A verb with what helps it.

    def _verb(self, word: Word, position: int) -> Word:
        reading = word.reading
        mood = self.mood
        if self.lexicon.language == "fr" and not mood and reading is not None and reading.voice is None:
            mood = french_mood(word.norm)
        if self.lexicon.language == "ru" and not mood and reading is not None:
            mood = russian_mood(word.norm, reading)
        word = self._phrasal(word, position)
        passive = self._passive(word, position)
        if self.lexicon.language == "fr" and self.ahead.next_norm(position) in self._closed("still"):
            mood = mood or "still"
        if self.clitic:
            word = replace(word, split=replace(word.split, ending=self.clitic))
        word = replace(word, passive=passive, mood=mood, negated=self.negated and not self.ahead.only(position))
        past = word.norm in self._closed("finite_pasts")  # «took» is no participle
        hangs = reading is not None and reading.voice == "passive" and not past and self._hangs_on_noun(word, position)
        if hangs and not self._listed_passive(word, position):
            return replace(word, category="participle", passive=True)
        return word

    def _phrasal(self, word: Word, position: int) -> Word:
        """«turn out», «take into custody», «hand the banker over»: a verb with the words that make one with it."""
        reading = word.reading
        if reading is not None and self._closed("reflexives") & set(self.helpers):
            reflexive = self.lexicon.reflexive(reading.lemma)
            reading = replace(reading, lemma=reflexive) if reflexive else reading
            word = replace(word, reading=reading)
        for behind, whole in self.lexicon.idioms(reading.lemma) if reading is not None else ():
            at = self.ahead.follows(position, behind)
            at = at or (0 if reading is not None and reading.lemma == "be" else self.ahead.parted(position, behind))
            at = at or self.ahead.follows_adverb(position, behind)
            if at and reading is not None:
                self.swallowed.update(range(at, at + len(behind)))
                reading = replace(reading, lemma=whole.lemma, classes=whole.classes)
                return replace(word, reading=reading, readings=(reading,))
        return word

    def _copula(self, word: Word, position: int) -> Word:
        """«is in custody», «were on the run»: «be» with the words that say what somebody is."""
        reading = Reading("verb", word.stem, tense="present")
        found = self._phrasal(replace(word, category="verb", reading=reading), position)
        return word if found.reading is reading else replace(found, mood=self.mood, negated=self.negated)

"""Whether a word of English, French or Russian that may be a noun or a verb is the one or the other here."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.extraction.words.european_state import ACTING, NOUN_LIKE, ReadSoFar
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.language.lexicon import Reading

__all__ = ["NOUN_LIKE", "NounOrVerb"]

_BEFORE_NOUNS = frozenset({"demonstrative", "quantifier", "preposition", "number"})
_VERBAL = frozenset({"verb", "verbal_noun", "participle", "particle", "preposition", "mark"})
_HELPED = 5
"""Words back from a plain verb within which the verb that helps it stands, with its object between."""
_NOUNS_FIRST = ("name", "title", "noun", "verbal_noun")
_TELLING = frozenset({"say", "expect"})


@dataclass(slots=True)
class NounOrVerb(ReadSoFar):
    """What has been read of a text so far, and what it makes of the word at hand."""

    def _chosen(self, word: Word, position: int) -> Reading | None:
        if word.norm in self._closed("sum_adjectives") and self.ahead.sum_next(position):
            return None  # «a record $1.9bn fine»
        verb, noun = word.may_be("verb"), self._as_noun(word, position)
        if self.lexicon.language == "ru" and noun is not None and word.readings[0].category == "participle":
            return self._russian_participle(word, noun, position)
        if self.lexicon.language == "ru" and self._no_verb_after_all(word, verb, noun):
            return noun  # «с начала года», «жена пастора»
        described = verb is not None and (self._adjective(word, verb, position) or self._french_noun(word, verb))
        described = described and not (verb is not None and self._some_did(verb, word, position))
        if described and noun is None:
            return None
        if verb is None or noun is None:
            return verb or noun or word.readings[0]
        return verb if self._verb_rather(word, verb, position) else noun

    def _russian_participle(self, word: Word, noun: Reading, position: int) -> Reading:
        act = not noun.lemma.endswith(("ый", "ий", "ой", "ая", "ое", "ые"))  # «изъятые» is not «изъятие»
        told = act or self.ahead.noun_next(position) or self.ahead.described_later(position)
        return word.readings[0] if told else noun  # «задержанный Иванов»

    def _no_verb_after_all(self, word: Word, verb: Reading | None, noun: Reading | None) -> bool:
        """Whether what may be a Russian verb is none: behind a preposition, or a noun that a participle is like."""
        if verb is None:
            return False
        named = noun is not None and noun.category == "noun" and word.norm == noun.lemma
        if named and verb.voice == "passive" and word.norm.endswith("а"):
            return True
        behind = self.before is not None and self.before.category == "preposition"
        return behind and verb.tense is not None and word.norm.endswith(("ла", "ло", "ли", "л"))

    def _as_noun(self, word: Word, position: int) -> Reading | None:
        """What a word is as a noun, or as the act that one names."""
        noun = next((word.may_be(category) for category in _NOUNS_FIRST if word.may_be(category)), None)
        if noun is not None and noun.lemma != word.norm and self._only_participle(word):
            return None  # «had the deposit frozen»
        if noun is not None and noun.category == "verbal_noun":
            return self._finite_act(word, noun, position) or noun
        act = word.may_be("verbal_noun") if noun is not None and word.norm.endswith("ing") else None
        return noun if noun is None or act is None else self._act_rather(word, noun, act, position)

    def _act_rather(self, word: Word, noun: Reading, act: Reading, position: int) -> Reading:
        """Whether a listed noun in -ing is rather the act, finite or a participle."""
        if self.helpers and (self.ahead.object_next(position) or self.ahead.noun_next(position)):
            return self._finite_act(word, act, position) or noun  # «is financing an armed group»
        opens = self.before is None or self.before.norm == "," or self.before.category == "connective"
        if self._does(position) or (opens and self.ahead.object_next(position)):
            return act  # «…, kidnapping three engineers»
        if self.before is not None and self.before.category in ("noun", "title"):
            return self._finite_act(word, act, position) or noun  # «accounts holding $11 million»
        return noun

    def _does(self, position: int) -> bool:
        """«of counterfeiting U.S. bills», «for financing the attack»: a named crime that is done to what follows."""
        led = self.before is not None and self.before.category in ("preposition", "verb")
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        named = following is not None and following.kind == "word" and self.text[following.start].isupper()
        return led and (named or self.ahead.object_next(position) or self.ahead.things_next(position))

    def _adjective(self, word: Word, verb: Reading, position: int) -> bool:
        """A verb's form behind a determiner, or a plain one behind a verb, says how a thing is: «a captured list»."""
        if self.lexicon.language == "ru" or self.helpers:
            return False
        opens = self.before is None or (self.before.category == "mark" and self.text[word.start].isupper())
        english = self.lexicon.language == "en"
        if english and verb.voice == "passive" and (opens or self._past_describes() or self._listed(word, position)):
            return self.ahead.noun_next(position) or self.ahead.act_next(position)  # «Smuggled fuel nets …»
        if self.before is None or opens:
            return english and self._thing_opens(word, verb, position)
        return (english and self._english_noun(word, verb, position)) or self._determined()

    def _some_did(self, verb: Reading, word: Word, position: int) -> bool:
        """«Many paid smugglers», «Several fled to Turkey»: an English past behind a quantifier that opens the clause
        and stands for somebody, and says more of no noun («some stolen goods»)."""
        finite = word.norm in self._closed("finite_pasts")
        past = verb.voice == "passive" or finite
        quantity = self.before is not None and self.before.category == "quantifier" and not self.before.joined
        if self.lexicon.language != "en" or not past or not quantity or self.helpers:
            return False
        opens = len(self.words) < 2 or self.words[-2].category in ("mark", "connective", "complementiser")
        alone = self.ahead.object_next(position) or self.ahead.preposition_next(position)
        done_by = self.ahead.next_norm(position) == "by"
        return opens and not done_by and (alone or finite or self.ahead.paid_to(position))

    def _english_noun(self, word: Word, verb: Reading, position: int) -> bool:
        plain = word.norm == verb.lemma and word.norm not in self._closed("unchanged")
        if plain and self._plain_noun(word, verb, position):
            return True
        thing = verb.voice is None and self._thing_in_s(word, verb, position)
        return thing and not self.ahead.sum_next(position)  # «every lorry that passes the post pays $90»

    def _thing_opens(self, word: Word, verb: Reading, position: int) -> bool:
        """«Bundles of cash were …», «Warrants have been issued»: no English sentence opens with a third person."""
        third = verb.voice is None and word.norm != verb.lemma
        return third and (self.ahead.next_norm(position) == "of" or self.ahead.helper_next(position))

    def _plain_noun(self, word: Word, verb: Reading, position: int) -> bool:
        """«behind a false wall», «2,000 naira per net», «a benefits cheat»: no verb, by what stands before it."""
        if self._behind_adjective() or (self.before is not None and self.before.category == "preposition"):
            return True
        return self._behind_singular() and not self._helped_to(word, verb, position)

    def _behind_adjective(self, *further: str) -> bool:
        """Whether a determiner and a word no table knows stand before, which so can be no whole noun phrase."""
        before = self.words[-2:]
        return [word.category for word in before] == ["demonstrative", "unknown"] and before[0].norm in (
            "a",
            "an",
            *further,
        )

    def _behind_singular(self) -> bool:
        """Whether a noun behind «a» or «this» stands before, with which a plain verb does not agree."""
        before = self.before
        first = self._noun_begins() if before is not None and before.category == "noun" and not before.owning else 0
        return first > 0 and self.words[first - 1].norm in self._closed("before_one")

    def _past_describes(self) -> bool:
        """«found stolen goods», «with fraudulently obtained cards»."""
        behind = (each for each in reversed(self.words[-2:]) if each.category != "adverb")
        before = self.before if self.finite else next(behind, self.before)
        return before is not None and before.category in ("verb", "preposition", "verbal_noun", "participle")

    def _listed(self, word: Word, position: int) -> bool:
        """«sold wheat and stolen cars», «seized cash, forged passports and a rifle»: a past form that says how a member
        of a list of things is."""
        behind = self.words[-2:-1] if self.before is not None and self.before.norm == "," else self.words[-2:]
        within = self.told and not self.helped and any(each.category in NOUN_LIKE for each in behind)
        if not within or not (self.joined or (self.before is not None and self.before.norm == ",")):
            return False
        return (self.joined and self._only_participle(word)) or (not self.joined and self.ahead.list_goes_on(position))

    def _thing_in_s(self, word: Word, verb: Reading, position: int) -> bool:
        """A form that is a thing where the clause has its verb: «to ban imports», «a chain of car washes»."""
        behind = self.before.category if self.before is not None else ""
        if word.norm in self._closed("auxiliaries"):
            return False
        if word.norm == verb.lemma or not word.norm.endswith("s"):
            return word.norm == verb.lemma and behind == "verb"
        settled = self.finite and not self.joined and not self.awaiting
        settled = settled and (not self.spoken or self._ends_phrase(position))
        return behind in ("verb", "verbal_noun") or (settled and behind in NOUN_LIKE)

    def _ends_phrase(self, position: int) -> bool:
        """«found notes in shrink-wrapped bundles»: whether a noun right behind a preposition ends with the word, and no
        object stands behind it."""
        first = self._noun_begins()
        led = first > 0 and self.words[first - 1].category == "preposition"
        return led and not self.ahead.object_next(position)

    def _french_noun(self, word: Word, verb: Reading) -> bool:
        """« bureau de change »: behind a preposition French has infinitives and gerunds, and no finite verb."""
        finite = verb.voice is None and word.norm != verb.lemma and not word.norm.endswith("ant")
        behind = self.before is not None and self.before.category == "preposition"
        return self.lexicon.language == "fr" and finite and behind and not self.helpers

    def _finite_act(self, word: Word, act: Reading, position: int) -> Reading | None:
        """«are shipping»: finite behind «be»; «fighters earning …»: a participle of the people before it."""
        helpers = [norm for norm in self.helpers if norm not in self._closed("reflexives")]
        if helpers and self._closed_any(helpers[-1], "future", "possible", "required", "intending"):
            return Reading("verb", act.lemma, act.classes, tense="present")
        if self.lexicon.language != "en" or not word.norm.endswith("ing"):
            return None
        if self.helpers and self.helpers[-1] in self._closed("passive_helpers"):
            return Reading("verb", act.lemma, act.classes, tense="present")
        before = self.before
        behind_noun = before is not None and before.category in ("noun", "title") and not before.owning
        noun = before.classes if before is not None and behind_noun else None
        if noun is not None and (noun & ACTING or self._says_more(act, position)):
            return Reading("participle", act.lemma, act.classes, voice="active")
        return None

    def _says_more(self, act: Reading, position: int) -> bool:
        """«ships carrying the oil», «donations coming from»: behind a noun a participle, and no act named by both."""
        if act.lemma in self._closed("bearing_verbs") and not self.ahead.phrase_over(position):
            return not self.ahead.helper_next(position)  # «a lorry carrying smuggled cigarettes»
        moving = table_words("en", "words", "moving_verbs")
        if act.lemma in moving or "evokes" not in act.classes:  # «tankers queuing at the well»
            return self.ahead.preposition_next(position) or self._does_to(position)
        return self._does_to(position)

    def _does_to(self, position: int) -> bool:
        """Whether an object stands behind an act, and no owner before it."""
        return self.ahead.object_next(position) and not (self.before is not None and self.before.owning)

    def _verb_rather(self, word: Word, verb: Reading, position: int) -> bool:
        """A verb behind a subject, «to» or a helping verb; a noun behind a determiner, number or preposition."""
        before = self.before
        if self.helpers:
            return self._helped_verb(word, verb)
        if before is None or before.category == "mark" or self.joined:
            return self._verb_opens(word, verb, position) or self._closes_insertion(word, verb, position)
        if before.norm in self._closed("nobody") or before.norm in self._closed("owning_relatives"):
            return False  # «no ransom was paid», «whose accounts had been frozen»
        if before.category in ("particle", "negator"):
            return word.norm == verb.lemma or before.norm != "to"
        if before.norm in self._closed("one_each") and word.norm.endswith("s"):
            return word.norm != verb.lemma  # «Each turns out forty drums»
        if before.category in _BEFORE_NOUNS or before.owning:
            return self._some_did(verb, word, position)
        if self.lexicon.language == "ru":
            return self._agrees_with_noun(word, verb, before)
        if before.category in ("pronoun", "relative") or self._helped_to(word, verb, position):
            return True
        if before.category in NOUN_LIKE:
            return self._verb_behind(before, word, verb, position)
        return before.category not in ("verb", "participle", "verbal_noun")

    def _opens_described(self, position: int) -> bool:
        """Whether a past form opens a sentence and tells of the subject behind a comma, alone or joined to another."""
        behind = self.lexicon.readings(self.ahead.next_norm(position))
        joined = any(reading.category == "coordinator" for reading in behind) and self.ahead.joined_past(position)
        return joined or self.ahead.set_off(position) or self.ahead.listed_pasts(position)

    def _closes_insertion(self, word: Word, verb: Reading, position: int) -> bool:
        """«The militia, which took the mines in April, taxes traders»: a third person behind the second comma of a
        sentence that has no main verb yet."""
        third = word.norm.endswith("s") and word.norm != verb.lemma and self.lexicon.language == "en"
        if not third or self.told or self.before is None or self.before.norm != ",":
            return False
        marks = (each.norm for each in reversed(self.words[:-1]) if each.category == "mark")
        opened = next((mark for mark in marks if mark not in ("-", "_", "%", "$")), "") == ","
        return opened and (self.ahead.object_next(position) or self.ahead.noun_next(position))

    def _verb_behind(self, noun: Word, word: Word, verb: Reading, position: int) -> bool:
        if self._left_for(noun, verb):
            return True
        return self._free_behind(noun, word) and (verb.voice == "passive" or self._governs(word, verb, position))

    def _left_for(self, somebody: Word, verb: Reading) -> bool:
        """« un cousin parti en Syrie », « un frère revenu d'Irak »: behind somebody no party and no income."""
        moved = verb.voice == "passive" and verb.lemma in self._closed("moving_verbs")
        able = somebody.category == "title" or not somebody.classes.isdisjoint(ACTING)
        return moved and able and self.lexicon.language == "fr"

    def _free_behind(self, noun: Word, word: Word) -> bool:
        """Whether the clause may have its verb behind a noun: it has none, or only one of speech in English («say the
        cartel demands a levy»)."""
        told = self.spoken and self.lexicon.language == "en" and self._may_do(noun)
        return not self.finite or told or (self.text[word.start].islower() and (self.awaiting or self._joined_party()))

    def _helped_verb(self, word: Word, verb: Reading) -> bool:
        """Behind a helping verb a passive or the plain form is a verb; in French any form behind « se »."""
        if self.lexicon.language == "fr" and self.helpers[-1] in self._closed("reflexives"):
            return True  # « se cache »
        return verb.voice == "passive" or self.lexicon.language == "ru" or verb.lemma == word.norm

    def _helped_to(self, word: Word, verb: Reading, position: int) -> bool:
        """«helped North Korea move money»: a plain verb behind one of a few that take another without «to»."""
        if self.lexicon.language != "en" or word.norm != verb.lemma or self.text[word.start].isupper():
            return False
        above = next((each.reading for each in reversed(self.words[-_HELPED:]) if each.category in _VERBAL), None)
        if above is not None and above.lemma in self._closed("before_bare_with_object"):
            return self.ahead.object_next(position)  # «saw customers pay a tenth»
        if self._behind_adjective("the"):
            return False  # «helped the central bank freeze …»
        helping = above is not None and above.lemma in self._closed("before_infinitives")
        return helping and (self._goes_on(position) or self.ahead.object_next(position))

    @staticmethod
    def _agrees_with_noun(word: Word, verb: Reading, before: Word) -> bool:
        """«нефть сбыта», but «канал сбыта»: a short participle in -а says something of a feminine noun only."""
        other = verb.voice == "passive" and word.norm.endswith("а") and before.category in NOUN_LIKE
        return not other or before.stem.endswith(("а", "я", "ь"))

    def _governs(self, word: Word, verb: Reading, position: int) -> bool:
        """Whether what follows is a verb's: an object, «to» and a verb, or behind one of speech or fear «that»."""
        told = word.norm == verb.lemma and not verb.classes.isdisjoint(_TELLING)
        if told and self.ahead.next_norm(position) in self._closed("noun_or_clause"):
            return True
        if word.norm.endswith("s") and word.norm != verb.lemma and self._third_governs(position):
            return True
        if self._opens_idiom(word, verb, position):
            return True
        if self._plural_before() and word.norm == verb.lemma and self._goes_on(position):
            return True
        led = bool(verb.classes) and self.ahead.infinitive_next(position)
        sold = word.norm == verb.lemma and self.ahead.paid_to(position)  # «soldiers at the post charge lorries $300»
        return led or sold or self.ahead.object_next(position) or self._some_next(position)

    def _third_governs(self, position: int) -> bool:
        """«The group controls oil fields»: whether a third person has its object, or stands in a relative clause."""
        acting = self.before is not None and not self.before.classes.isdisjoint(ACTING) and not self.before.owning
        return (acting and self.ahead.noun_next(position)) or self._in_relative(position)

    def _some_next(self, position: int) -> bool:
        """« Téhéran livre des missiles »: French «some», behind a word that may be a verb and stands behind a noun."""
        return self.ahead.next_norm(position) in self._closed("partitives") - {"de", "d'"}

    def _in_relative(self, position: int, *, helped: bool = True) -> bool:
        """«areas (that) the militia controls have …»: a subject of its own in a clause about the noun before it; where
        the relative is left out, another verb has to come next, or the noun stand right before a determiner."""
        if self.lexicon.language != "en" or self.before is None or not self._may_do(self.before):
            return False
        first = self._noun_begins()
        determined = first > 0 and self.words[first - 1].category == "demonstrative"
        led = self.words[first - 1 - determined] if first > determined else None
        if led is None or led.category == "relative":
            return led is not None
        if not determined or led.category not in NOUN_LIKE or "time" in led.classes or led.owning:
            return False
        following = self.lexicon.readings(self.ahead.next_norm(position))
        if helped and any(reading.category == "auxiliary" for reading in following):
            return True
        return not helped and not self.finite and not self._opens_with_place(first - 2)

    def _opens_with_place(self, last: int) -> bool:
        """«In Syria the group sent …»: whether the noun that ends at a word stands behind a preposition that opens
        the clause, and so is nothing that a relative clause tells of."""
        first = last
        while first > 0 and self.words[first - 1].category in (*NOUN_LIKE, *_BEFORE_NOUNS - {"preposition"}):
            first -= 1
        led = first > 0 and self.words[first - 1].category in ("preposition", "particle")
        return led and (first < len(("in", "Syria")) or self.words[first - 2].category in ("mark", "connective"))

    def _opens_idiom(self, word: Word, verb: Reading, position: int) -> bool:
        """«Ransoms account for half of it»: behind a plural the rest of a verb of several words follows."""
        plural = self.before is not None and self.before.norm != self.before.stem and word.norm == verb.lemma
        wholes = self.lexicon.idioms(verb.lemma) if plural else ()
        return any(self.ahead.follows(position, behind) for behind, _ in wholes)

    def _goes_on(self, position: int) -> bool:
        """Whether what stands behind a verb's form goes with the verb: a preposition or a noun."""
        return self.ahead.preposition_next(position) or self.ahead.thing_next(position)

    def _verb_opens(self, word: Word, verb: Reading, position: int) -> bool:
        """Whether a verb stands at the start of a clause or behind «and»: «control the mines and levy a tax»."""
        goes_on = self.ahead.object_next(position) or self.ahead.infinitive_next(position)  # «and plan to issue»
        if self.joined and self.finite and goes_on and (verb.lemma == word.norm or self._in_step(word)):
            return True
        if self.lexicon.language == "fr" and verb.voice == "passive" and self._opens_described(position):
            return True  # « Arrêté et jugé à Dakar, le trésorier … »
        return verb.voice == "passive" and not self.text[word.start].isupper()

    def _in_step(self, word: Word) -> bool:
        """«sends donations to the militia and uses the rest to …»: whether two third persons stand joined."""
        before = next((each for each in reversed(self.words) if each.category == "verb"), None)
        third = before is not None and before.reading is not None and before.norm != before.reading.lemma.split()[0]
        both = third and before is not None and before.norm.endswith("s") and word.norm.endswith("s")
        return both and self.lexicon.language == "en"

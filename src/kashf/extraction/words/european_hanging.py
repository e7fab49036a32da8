"""Whether a past form of English or French is a participle that says more of a noun, and no verb of its own."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.extraction.words.european_choosing import NounOrVerb
from kashf.extraction.words.european_state import NOUN_LIKE
from kashf.extraction.words.shapes import finite_in_french
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["Hanging"]

_ACTS = frozenset({"verb", "verbal_noun", "participle"})


@dataclass(slots=True)
class Hanging(NounOrVerb):
    """What has been read of a text so far, and whether a past form hangs on a noun of it."""

    def _hangs_on_noun(self, word: Word, position: int) -> bool:
        """Whether a past form without helping verb is a participle that says more of a noun: «funds sent to Libya»."""
        if self.helpers or self.lexicon.language == "ru":
            return False
        return self._hangs_in_french(word, position) if self.lexicon.language == "fr" else self._hangs(word, position)

    def _hangs_in_french(self, word: Word, position: int) -> bool:
        """Always, but beside a participle with «avoir», and where the form is the present too: «produit 500 barils»."""
        subject = self.before is not None and self.before.category in NOUN_LIKE and not self.finite
        present = subject and word.norm.endswith("t") and self.ahead.object_next(position)
        return not (self.joined and self.helped and not self._described_further()) and not present

    def _hangs(self, word: Word, position: int) -> bool:
        following = self.ahead.next_norm(position)
        further = self._described_further() and self.ahead.preposition_next(position)
        told_of = self._told_of(word, position)
        if told_of and word.norm in self._closed("hearsay"):
            return True
        if "say" in word.classes and not (following == "to" and (further or told_of)):
            return False
        before = self._past_adverbs()
        moving = table_words("en", "words", "moving_verbs")
        moves = word.reading is not None and word.reading.lemma.partition(" ")[0] in moving
        if (before is not None and before.norm == "to") or moves:
            return False  # «to cut by half», «suspects who stole it went»
        if self.before is not None and self.before.norm in self._closed("pointing"):
            return True  # «among those killed was …»
        if self._by_agent(position) and not self._in_relative(position, helped=False):
            return True
        if word.norm in self._closed("participles_only"):
            return True
        return further if before is None or self.joined else self._hangs_on(word, before, position)

    def _told_of(self, word: Word, position: int) -> bool:
        """«houses found to have moved money»: a verb of hearsay behind a noun and before an infinitive."""
        noun_before = self.before is not None and self.before.category in NOUN_LIKE
        hearsay = self.finite or word.norm in self._closed("hearsay")
        return hearsay and noun_before and self.ahead.infinitive_next(position)

    def _by_agent(self, position: int) -> bool:
        """Whether «by» comes next, a particle passed over: «a company set up by»."""
        following = self.ahead.next_norm(position)
        parted = following in self._closed("verb_particles") and self.ahead.next_norm(position + 1) == "by"
        return following == "by" or parted

    def _hangs_on(self, word: Word, before: Word, position: int) -> bool:
        """Whether a past form says more of the word before it, or behind a comma of the noun there."""
        if self._in_relative(position, helped=False) or self._whole(word, position):
            return False  # «the fields that the militia held in spring have …»
        if self._has_subject(before, position):
            return False
        if before.category in NOUN_LIKE and self.ahead.helper_next(position):
            return True  # «the eleven banks examined had reported …»
        if before.category in NOUN_LIKE or before.category == "number":
            return (self.finite and not self.spoken) or self.ahead.helped_later(position)
        following = self.lexicon.readings(self.ahead.next_norm(position))
        preposition = any(reading.category == "preposition" for reading in following)
        apart = before.category == "mark" and preposition and len(self.words) > 1
        return apart and (self.told or before.norm != "," or self.ahead.main_later(position))

    def _has_subject(self, before: Word, position: int) -> bool:
        """«The man who seized the mine sold its gold», «dropped the charges and the bank agreed to pay»."""
        described = before.category == "unknown" and self.text[before.start].islower()
        whole = not described or not self.ahead.noun_next(position)  # «the best funded organisation»
        if self.awaiting and self.finite and whole and not self.ahead.verb_later(position):
            return True
        return self._joined_party() and (self.ahead.object_next(position) or self.ahead.infinitive_next(position))

    def _whole(self, word: Word, position: int) -> bool:
        """«An appeal brought in 40 bitcoins»: whether a verb of several words comes first in its clause and has an
        object."""
        verb = word.reading
        if self.finite or verb is None:
            return False
        wholes = (behind for behind, _ in self.lexicon.idioms(verb.lemma) if self.ahead.follows(position, behind))
        return any(self.ahead.object_next(position + len(behind)) for behind in wholes)

    def _past_adverbs(self) -> Word | None:
        """The word before, adverbs passed over where the clause has its verb: «grenades apparently meant for»."""
        behind = (word for word in reversed(self.words) if word.category != "adverb")
        return next(behind, None) if self.finite else self.before

    def _described_further(self) -> bool:
        """«, detained in Cairo and sentenced to death, »: behind a participle, «and» adds another."""
        act = next((word for word in reversed(self.words) if word.category in _ACTS), None)
        return self.joined and act is not None and act.category == "participle"

    def _french_verb(self, word: Word, position: int) -> bool:
        """« Le réseau louait des hangars », « qui sillonnent la côte »: a finite form behind its subject."""
        before = self.before
        if self.lexicon.language != "fr" or before is None or not finite_in_french(word):
            return False
        behind = before.category in ("pronoun", "relative", "particle", *NOUN_LIKE) and not self.finite
        listed = self.told and (before.norm == "," or before.category in ("connective", "adverb"))
        present = word.norm.endswith(("e", "ent", "a"))
        return (behind or listed or self.joined) and (not present or self.ahead.object_next(position))

    def _then(self, word: Word) -> bool:
        """« arrêté puis relâché »: an adverb that joins what comes next, but for at the start of a clause."""
        within = self.before is not None and self.before.category != "mark"
        return within and word.norm in self._closed("then")

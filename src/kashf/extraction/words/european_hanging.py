"""Whether a past form of English or French is a participle that says more of a noun, and no verb of its own."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.extraction.words.european_choosing import NOUN_LIKE, NounOrVerb
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
        return not (self.joined and self.helped) and not present

    def _hangs(self, word: Word, position: int) -> bool:
        following = self.ahead.next_norm(position)
        further = self._described_further() and self.ahead.preposition_next(position)
        if "say" in word.classes and not (following == "to" and further):
            return False
        before = self._past_adverbs()
        moving = table_words("en", "words", "moving_verbs")
        if (before is not None and before.norm == "to") or (word.reading and word.reading.lemma in moving):
            return False  # «to cut by half», «suspects who stole it went»
        if following == "by" and not self._in_relative(position, helped=False):
            return True
        if word.norm in self._closed("participles_only"):
            return True
        return further if before is None or self.joined else self._hangs_on(before, position)

    def _hangs_on(self, before: Word, position: int) -> bool:
        """Whether a past form says more of the word before it, or behind a comma of the noun there."""
        if self._in_relative(position, helped=False):
            return False  # «the fields that the militia held in spring have …»
        if before.category in NOUN_LIKE or before.category == "number":
            return (self.finite and not self.spoken) or self.ahead.helped_later(position)
        following = self.lexicon.readings(self.ahead.next_norm(position))
        preposition = any(reading.category == "preposition" for reading in following)
        apart = before.category == "mark" and preposition and len(self.words) > 1
        return apart and (self.told or before.norm != "," or self.ahead.main_later(position))

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

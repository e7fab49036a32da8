"""Whether a past form of a European language is a passive: behind «be», in a list, in a headline, or wanted done."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.extraction.words.european_hanging import Hanging
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["ENDING", "Passives"]

ENDING = frozenset(".?!;:…")
DONE = 5
"""Words back from a participle within which the verb stands that has it done."""
SHARED = 8
"""Words between a passive and a participle that «and» adds to it."""


@dataclass(slots=True)
class Passives(Hanging):
    """What has been read of a text so far, and whether a past form of it is a passive."""

    def _shares_helper(self, word: Word, position: int) -> bool:
        """«was bought in Nice and resold», «were arrested and charged»: behind a passive, «and» needs no «be»."""
        if self.lexicon.language == "ru" or self.helpers or not self.joined or self.ahead.object_next(position):
            return False
        verb = next((each for each in reversed(self.words[-SHARED:]) if each.category == "verb"), None)
        moving = table_words(self.lexicon.language, "words", "moving_verbs")
        return verb is not None and verb.passive and word.reading is not None and word.reading.lemma not in moving

    def _heads_line(self, word: Word, position: int) -> bool:
        """«Added to the list were two banks», «Financier extradited to US»: a passive that does without «be»."""
        opens = self.before is None or (self.before.norm in ENDING and self.text[word.start].isupper())
        if self.lexicon.language == "en" and opens and self.ahead.inverted(position):
            return True
        over = self.ahead.phrase_over(position) or self.ahead.next_norm(position) == "to"
        over = over and not self.ahead.sum_next(position + 1)  # «executed around 300 civilians»
        headline = word.norm in self._closed("headline_passives") and over
        return headline and not self._in_relative(position, helped=False)

    def _listed_passive(self, word: Word, position: int) -> bool:
        """«were wrapped in blankets, loaded onto lorries and driven off»: one of a list of English passives."""
        if self.lexicon.language != "en" or self.before is None or self.before.norm != ",":
            return False
        verb = next((each for each in reversed(self.words[-SHARED:]) if each.category in ("verb", "relative")), None)
        return verb is not None and verb.passive and word.category == "verb" and self.ahead.joined_past(position)

    def _has_done(self, position: int) -> bool:
        """«want him jailed», «ordered the firm dissolved»: an English participle behind what is to be done to."""
        if self.lexicon.language != "en" or self.helpers or self.ahead.object_next(position):
            return False
        last = [each for each in self.words[-DONE:] if each.category not in ("noun", "name", "title", "demonstrative")]
        above = next((each for each in reversed(last) if each.category != "pronoun"), None)
        verb = above.reading if above is not None and above.category == "verb" else None
        return verb is not None and verb.lemma in self._closed("done_verbs") and self.before is not above

    def _passive(self, word: Word, position: int) -> bool:
        if word.reading is None or word.reading.voice != "passive":
            return False
        if self.lexicon.language == "ru":
            return True
        if self._shares_helper(word, position) or self._listed_passive(word, position):
            return True
        if not (self.helpers or self.finite or self.joined):
            return self._heads_line(word, position)
        if self._has_done(position):
            return True
        if not self.helpers or self.helpers[-1] not in self._closed("passive_helpers"):
            return False
        moving = table_words(self.lexicon.language, "words", "moving_verbs")
        return word.reading.lemma not in moving and not self._closed("reflexives") & set(self.helpers)

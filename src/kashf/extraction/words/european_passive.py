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
_THINGS = frozenset({"goods", "oil", "precious", "arms", "drugs", "antiquities", "money", "funds", "aid", "asset"})
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
        english = self.lexicon.language == "en"
        if english and opens and (self.ahead.inverted(position) or self.ahead.set_off(position)):
            return True
        over = self.ahead.phrase_over(position) or self.ahead.next_norm(position) == "to"
        over = over and not self.ahead.sum_next(position + 1)  # «executed around 300 civilians»
        over = over or (self.ahead.next_norm(position) == "over" and word.norm in self._closed("over_sums"))
        told = word.norm in self._closed("headline_passives") or self._thing_done(word, position)
        headline = over and told
        return headline and not self._in_relative(position, helped=False)

    def _thing_done(self, word: Word, position: int) -> bool:
        """«Crude oil sold to brokers in Turkey»: whether goods or money stand before in a headline, which do nothing
        themselves."""
        before = self.before if self.lexicon.language == "en" else None
        if before is None or before.category != "noun" or before.classes.isdisjoint(_THINGS):
            return False
        moving = table_words("en", "words", "moving_verbs")
        moves = word.norm in self._closed("finite_pasts") or (word.reading is not None and word.reading.lemma in moving)
        return not moves and self.ahead.line_unended(position)

    def _listed_passive(self, word: Word, position: int) -> bool:
        """«were wrapped in blankets, loaded onto lorries and driven off»: one of a list of English passives."""
        if self.lexicon.language != "en" or self.before is None or self.before.norm != ",":
            return False
        verb = next((each for each in reversed(self.words[-SHARED:]) if each.category in ("verb", "relative")), None)
        return verb is not None and verb.passive and word.category == "verb" and self.ahead.joined_past(position)

    def _part_done(self, position: int) -> bool:
        """«The guns, most of them bought at fairs, were …»: part of them behind a comma, a main verb elsewhere."""
        last = [word.norm for word in self.words[-4:]]
        of_them = last[2:3] == ["of"] and last[-1] in ("them", "it") and last[0] == ","
        part = self.lexicon.language == "en" and of_them and not self.helpers
        return part and not self.ahead.object_next(position) and (self.told or self.ahead.main_later(position))

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
        if not self.helpers and self._only_participle(word):
            return True  # «…, its captain taken into custody»
        if self._part_done(position):
            return True
        if not (self.helpers or self.finite or self.joined):
            return self._heads_line(word, position)
        if self._has_done(position):
            return True
        if not self.helpers or self.helpers[-1] not in self._closed("passive_helpers"):
            return False
        moving = table_words(self.lexicon.language, "words", "moving_verbs")
        return word.reading.lemma not in moving and not self._closed("reflexives") & set(self.helpers)

"""Whether « le », « la », « les » stand for an object, right before a verb of their own, or are articles."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.extraction.words.european_passive import Passives
from kashf.extraction.words.word import Word
from kashf.language.lexicon import Reading

__all__ = ["Clitics"]


@dataclass(slots=True)
class Clitics(Passives):
    """What has been read of a text so far, and whether a pronoun of it stands for an object."""

    def _stands_for_object(self, norm: str, behind: str, position: int) -> bool:
        """Whether « les » is a pronoun, and no article: « pour les libérer », but « dans le double fond »."""
        following = self.ahead.next_norm(position)
        if not self.ahead.next_verb(position, alone=True) or following in self._closed("article_nouns"):
            return False
        if self._has_its_verb(behind, following):
            return False
        if behind == "preposition" and norm != "en":
            return any(reading.category == "verbal_noun" for reading in self.lexicon.readings(following))
        plural = self.ahead.helper_next(position) and following.endswith("s") and behind != "pronoun"
        return not (plural and bool(self.lexicon.listed_noun(following).classes))

    def _emphasising(self, norm: str, behind: str) -> Reading | None:
        """«взимали ещё и сбор», «тот же брокер»: Russian words that only stress what is beside them."""
        if self.before is not None and f"{self.before.norm}={norm}" in self._closed("particle_pairs"):
            return Reading("particle", norm)
        stressed = norm in self._closed("emphasising") and behind == "demonstrative"
        return Reading("demonstrative", norm) if stressed else None

    def _parts_helper(self, position: int) -> bool:
        """« a de son côté détruit »: whether a phrase begins that parts a helping verb from its participle."""
        length = self.ahead.insertion(position) if self.helpers else 0
        self.swallowed.update(range(position, position + length))
        return length > 0

    def _tells_how(self, word: Word) -> bool:
        """« a fermement nié », « conteste discrètement »: a French word in -ment right behind a verb, and no noun."""
        before = self.before.category if self.before is not None else ""
        behind = before in ("verb", "participle", "verbal_noun", "adverb", "pronoun") or bool(self.helpers)
        return self.lexicon.language == "fr" and word.norm.endswith("ment") and behind

    def _has_its_verb(self, behind: str, following: str) -> bool:
        """« prend peu à peu la forme de »: where the clause has its verb, no further finite one follows an article."""
        if not self.finite or self.joined or (self.within and behind not in ("adverb", "particle", "verb")):
            return False
        readings = self.lexicon.readings(following)
        return all(reading.category == "verb" and reading.voice is None for reading in readings)

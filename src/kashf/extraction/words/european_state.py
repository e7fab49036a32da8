"""What has been read of a text in English, French or Russian: the clause at hand, as far as it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kashf.extraction.words.european_ahead import Ahead
from kashf.extraction.words.word import Word
from kashf.language.european import EuropeanLexicon
from kashf.text.tokens import Token

__all__ = ["ACTING", "NOUN_LIKE", "ReadSoFar"]

NOUN_LIKE = frozenset({"noun", "name", "title", "unknown"})
ACTING = frozenset({"people", "persons", "group", "organisation", "business", "state", "hostile"})
_DOING = ACTING | {"territory", "title"}
_LINKING = frozenset({"and", "or", "%", "-"})


@dataclass(slots=True)
class ReadSoFar:
    """What has been read of a text so far.

    `helpers` are the helping verbs and reflexives since the last full word, `clitic` the object pronoun among them;
    `finite` says that the clause has its verb already, `spoken` that it is one of speech, `helped` that it is a
    participle behind «have»; `swallowed` are the positions of words that belong to a verb before them. `told` says that
    the sentence has its main verb already, `within` that a relative or adverbial clause is open; `awaiting` that the
    relative clause says more of a subject whose own verb is still to come; `aside` is where the comma stands that
    closes what parts a helping verb from its participle, 0 where nothing does.
    """

    text: str
    tokens: Sequence[Token]
    lexicon: EuropeanLexicon
    ahead: Ahead
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
    swallowed: set[int] = field(default_factory=set)
    told: bool = False
    within: bool = False
    awaiting: bool = False
    aside: int = 0

    def _closed(self, key: str) -> frozenset[str]:
        return self.lexicon.closed(key)

    def _closed_any(self, norm: str, *keys: str) -> bool:
        return any(norm in self._closed(key) for key in keys)

    def _only_participle(self, word: Word) -> bool:
        """«frozen», «taken»: whether an English form is a participle and no past of its own."""
        verb = word.may_be("verb") if self.lexicon.language == "en" and word.norm.endswith("n") else None
        past = verb is not None and verb.voice == "passive"
        return past and verb is not None and not verb.lemma.partition(" ")[0].endswith("n")

    def _determined(self) -> bool:
        """Whether a determiner, a quantifier or an owner stands right before."""
        return self.before is not None and (
            self.before.category in ("demonstrative", "quantifier") or self.before.owning
        )

    def _joined_party(self) -> bool:
        """«dropped the charges and the bank agreed to …»: whether somebody joined to what stands before may have a verb
        of their own."""
        if self.lexicon.language != "en" or self.before is None or not self._may_do(self.before):
            return False
        first = self._noun_begins()
        return self.words[first].joined or (first > 0 and self.words[first - 1].joined)

    def _awaits(self, word: Word) -> bool:
        """Whether a subject awaits its verb behind a word: a relative without comma says more of it («The man who …»),
        and the verb that comes behind that of the relative clause is its own."""
        if word.category == "relative" and self.lexicon.language == "en":
            opens = self.before is not None and self.before.category != "mark" and (not self.finite or self.spoken)
            return self.awaiting or opens
        over = word.category in ("mark", "connective", "complementiser") and word.norm not in _LINKING
        return self.awaiting and not over and not (self.finite and word.category in ("verb", "auxiliary"))

    def _may_do(self, word: Word) -> bool:
        """Whether a noun or name may have a verb of its own in a clause about another noun."""
        named = word.category in ("name", "unknown") and self.text[word.start].isupper()
        return not word.owning and (named or not word.classes.isdisjoint(_DOING))

    def _noun_begins(self) -> int:
        """Where the row of nouns and names that ends at the last word begins."""
        first = len(self.words) - 1
        while first > 0 and self.words[first - 1].category in (*NOUN_LIKE, "title"):
            first -= 1
        return first

    def _plural_before(self) -> bool:
        """Whether people in the plural stand before: «traders deal in gold»."""
        before = self.before
        acting = before is not None and before.category in ("noun", "title") and not before.classes.isdisjoint(ACTING)
        return acting and before is not None and not before.owning and before.norm != before.stem

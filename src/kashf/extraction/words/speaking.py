"""Forms that are a verb of speech or a noun («juge», «estimates», «stress»): which, by what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words
from kashf.language.european import EuropeanLexicon
from kashf.language.lexicon import Reading

__all__ = ["Around", "spoken"]

_NOUN_LIKE = frozenset({"noun", "name", "title", "unknown"})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a form: the word before it, the last two, what follows as it is
    spelled, and whether the clause has its verb already or helps this one."""

    before: Word | None
    last: tuple[Word, ...]
    following: str
    has_verb: bool


def spoken(word: Word, around: Around, lexicon: EuropeanLexicon) -> Reading | None:
    """The reading of a form as a verb of speech, where it is one; None where the usual rules decide."""
    reading = next((r for r in word.readings if r.category == "verb" and "say" in r.classes), None)
    if reading is None or around.before is None or lexicon.language == "ru":
        return None
    if lexicon.language == "en":
        return reading if _says_in_english(around, lexicon) else None
    return replace(reading, voice=None) if _says_in_french(around, lexicon) else None


def _says_in_english(around: Around, lexicon: EuropeanLexicon) -> bool:
    """«The Treasury estimates that», «officials stress they»: behind a noun, before «that» or a subject."""
    before = around.before
    if before is None or before.category not in _NOUN_LIKE or before.owning or around.has_verb:
        return False
    subject = around.following.partition("'")[0] in lexicon.closed("pronouns")
    return subject or around.following in lexicon.closed("noun_or_clause")


def _says_in_french(around: Around, lexicon: EuropeanLexicon) -> bool:
    """« l'économiste juge que », « l'armée dit avoir », and behind a comma or mark and before its subject: « …, dit le
    juge »."""
    following = around.following
    told = lexicon.closed("noun_or_clause") | table_words("fr", "reporting", "infinitives")
    noun = around.last[0] if around.last and around.last[-1].norm == "," else around.before
    if noun is not None and noun.category in _NOUN_LIKE and following in told:
        return True  # behind an insertion, too: « le ministre, devenu sénateur, juge que »
    clitic = around.last[-1].norm in lexicon.closed("object_pronouns") | lexicon.closed("pronouns")
    behind = around.last[0] if clitic else around.last[-1]
    subject = following in lexicon.closed("determiners") | lexicon.closed("quantifiers") | {"m", "mme"}
    return behind.norm in (",", '"', "*") and subject

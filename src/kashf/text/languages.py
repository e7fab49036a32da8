"""Languages: what a text is written in. Kashf reads Arabic, English, French and Russian, and names the others.

First the script (`scripts.py`), then function words and letters that only one language of the script has
(`languages.yaml`); where these do not decide, the statistical model of py3langid (after langid.py, Lui and Baldwin
2012), asked among the languages of the script only. The model is loaded when it is first needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any

import yaml

from kashf.text.folding import fold
from kashf.text.scripts import dominant_script, words_in

__all__ = ["LANGUAGES_READ", "UNKNOWN", "Language", "detect", "function_words", "name_language"]

SAMPLE_CHARACTERS = 2000
"""As much as is looked at: four slices of the text. More of it changed no decision on our development reports."""
SLICES = 4
DECISIVE_SHARE = 0.08
"""Function words (and tell-tale letters) per word that a language must show; running news text shows 0.2 to 0.5."""
DECISIVE_LEAD = 1.25
"""How many times the runner-up's evidence the winner's must be, or the statistical model is asked."""
DECISIVE_WORDS = 8
"""Shorter texts may show no function word of theirs at all."""
DOUBTFUL = 0.6
"""How sure the statistical model must be that a short text is in a language we do not read, to be believed."""
PREFIXES_A_WORD = 2
"""So many prefixes count as one function word: the Arabic article opens one word in four of Arabic, but also the Arabic
names in Persian and Urdu."""

LANGUAGES_READ = ("ar", "en", "fr", "ru")
"""The languages whose reports are read; a report in another one is set aside, with its language named."""
UNKNOWN = "und"
"""The code for a text whose language cannot be told (ISO 639-2)."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code (639-3 where there is none: `ckb`), and how sure that is, 0 to 1."""

    code: str
    confidence: float

    @property
    def name(self) -> str:
        """Its English name."""
        return name_language(self.code)

    @property
    def is_read(self) -> bool:
        """Whether Kashf reads reports in it."""
        return self.code in LANGUAGES_READ


class _Spelling(dict[int, str]):
    """What each character folds to, for `str.translate`: the offsets that folding keeps are not needed here."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code)).text
        return folded


_spelling = _Spelling()


@dataclass(frozen=True, slots=True)
class _Traits:
    """What tells the languages of one script apart: function words by word, letters and prefixes by language."""

    words: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, str]
    prefixes: Mapping[str, tuple[str, ...]]


@cache
def _data() -> dict[str, dict[str, str]]:
    source = resources.files("kashf.text").joinpath("languages.yaml").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, dict[str, str]] = yaml.load(source, Loader=loader)  # noqa: S506 - a safe loader either way
    return data


@cache
def _traits(script: str) -> _Traits:
    codes = _data()["scripts"][script].split()
    words: dict[str, tuple[str, ...]] = {}
    for code in codes:
        words.update({word: (*words.get(word, ()), code) for word in function_words(code)})
    letters = {code: line for code, line in _data()["letters"].items() if code in codes}
    prefixes = {code: tuple(line.split()) for code, line in _data()["prefixes"].items() if code in codes}
    return _Traits(words, letters, prefixes)


@cache
def function_words(code: str) -> frozenset[str]:
    """The function words we know of a language, folded; empty where we know none."""
    return frozenset(fold(_data()["words"].get(code, "")).text.split())


def name_language(code: str) -> str:
    """The English name of a language, or its code where we have no name for it.

    >>> name_language("ckb")
    'Kurdish (Sorani)'
    """
    return _data()["names"].get(code, code)


def detect(text: str) -> Language:
    """The language most words of the text are written in; `und` where it has no letters.

    The same text always gets the same answer. Takes about a third of a millisecond where function words decide.

    >>> detect("وقال الوزير إن الأموال نقلت فى حقائب عبر الحدود").code
    'ar'
    """
    script = dominant_script(text)
    if script is None:
        return Language(UNKNOWN, 0.0)
    candidates = _data()["scripts"][script.name].split()
    if len(candidates) == 1:
        return Language(candidates[0], script.share)
    sample = _sample(text)
    words = words_in(sample, script.name) or words_in(text, script.name)
    found = _by_traits(words, script.name) or _by_model(" ".join(words), candidates)
    return Language(found.code, found.confidence * script.share)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE_CHARACTERS:
        return text
    length = SAMPLE_CHARACTERS // SLICES
    gap = (len(text) - length) // (SLICES - 1)
    return " ".join(text[start : start + length] for start in range(0, gap * SLICES, gap))


def _by_traits(words: Sequence[str], script: str) -> Language | None:
    """The language that function words and letters decide on, None where they do not."""
    scores = _score(words, _traits(script))
    (best, top), (_, second), *_ = (*scores.most_common(2), ("", 0), ("", 0))
    if len(words) < DECISIVE_WORDS or top < DECISIVE_SHARE * len(words) or top < DECISIVE_LEAD * second:
        return None
    return Language(best, top / (top + second))


def _score(words: Sequence[str], traits: _Traits) -> Counter[str]:
    joined = " ".join(words).lower()
    folded = joined.translate(_spelling).split()
    known = traits.words
    scores = Counter(chain.from_iterable(known[word] for word in folded if word in known))
    for code, letters in traits.letters.items():
        scores[code] += min(sum(map(joined.count, letters)), len(words))
    for code, prefixes in traits.prefixes.items():
        scores[code] += sum(word.startswith(prefixes) for word in folded) // PREFIXES_A_WORD
    return scores


@cache
def _model() -> Any:
    """The statistical model: numpy and its tables take half a second to load, so only where it is asked."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _by_model(text: str, candidates: Sequence[str]) -> Language:
    ranked = [(code, score) for code, score in _model().rank(text.lower()) if code in candidates]
    if not ranked:
        return Language(candidates[0], 0.0)
    total = sum(score for _, score in ranked) or 1.0
    code, score = ranked[0]
    if score < DOUBTFUL * total and text.count(" ") < DECISIVE_WORDS:
        code, score = next((entry for entry in ranked if entry[0] in LANGUAGES_READ), ranked[0])
    return Language(code, score / total)

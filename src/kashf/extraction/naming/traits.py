"""What the tagger of names looks at in a word: its form, what it may be, and what stands around it.

A trait is a short string: `st=بنك` says that the stem is بنك, `rd=verb` that the word may be a verb. Those of a word's
form speak for the words around it too; those of its surroundings for itself. The traits are those of Lafferty, McCallum
and Pereira's linear chain (2001) as used for Arabic names by Benajiba and Rosso (2008): words, affixes, categories and
lists around a word, here on words without their clitics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.weights import frequencies

__all__ = [
    "AROUND", "Beside", "Beyond", "Kind", "Led", "Near", "beside", "beyond", "form_of", "kind_of", "led", "near",
    "recalling", "surroundings",
]  # fmt: skip

AROUND = (-2, -1, 0, 1, 2)
"""Where the words stand whose form counts, from the word itself."""
LONGEST_AFFIX = 4
_BACK = ("1", "2", "3", "3", "5", "5", "5", "5")
"""Words from a title to one behind it, in steps."""
_ENCLOSING = frozenset('"()')
EDGE = ""
"""The category of what is no word: before a sentence, and behind it."""
_LISTS = {
    "first": ("first_names", "arab", "foreign"),
    "honorific": ("titles", "honorifics"),
    "particle": ("titles", "particles", "kunya"),
}

Kind = tuple[str, str, int, int, tuple[str, ...]]
"""What the traits of a form depend on: how it is written, its stem, the length of its clitics, how many readings are
left, and what lists of names say of it."""
Near = tuple[str, str, str]
"""The categories of the word before, the word itself and the word behind."""
Beyond = tuple[str, str, str, bool]
"""The categories of the second word before and the second word behind; how far back a title stands (`_BACK`, or "");
whether the word stands between quotation marks or in brackets."""
Beside = tuple[tuple[str, ...], tuple[str, ...]]
"""What lists of names say of the word before, and of the word itself."""
Led = tuple[str, str]
"""The stem of the word before and the category of the word itself."""


def kind_of(word: Word, hints: tuple[str, ...]) -> Kind:
    """Words of one kind have the same form."""
    return word.token.norm, word.split.stem, word.split.lead, len(word.readings), hints


def form_of(word: Word, hints: Sequence[str], language: str) -> Iterator[tuple[str, int]]:
    """The traits of a word by itself, each with how many words away it still counts: two, one, or none."""
    hinted = ((f"g={hint}", 1) for hint in hints)
    if word.token.kind != "word":
        marked = (f"w={word.norm if word.token.kind == 'mark' else '9'}", f"kind={word.token.kind}")
        return chain(((trait, 2) for trait in marked), hinted)
    core = word.norm[word.split.lead :]
    return chain(((trait, 2) for trait in _wide(word, core, language)), _affixes(word, core, language), hinted)


def _affixes(word: Word, core: str, language: str) -> Iterator[tuple[str, int]]:
    for size in range(1, LONGEST_AFFIX + 1):
        reach = int(1 < size < LONGEST_AFFIX)
        yield f"p{size}={core[:size]}", reach
        yield f"s{size}={core[-size:]}", reach
    yield f"ln={min(len(word.stem), 9)}", 1
    yield f"fq={frequencies(language).get(core, 0)}", 1


def _wide(word: Word, core: str, language: str) -> Iterator[str]:
    split = word.split
    yield f"w={core}"
    yield f"st={word.stem}"
    yield f"cl={split.conjunction}{split.preposition}{'+' if split.article else ''}{split.ending}"
    yield from sorted({f"rd={reading.category}" for reading in word.readings} or {"rd=none"})
    yield from sorted({f"rc={name}" for reading in word.readings for name in reading.classes})
    yield from (name for name, (table, *keys) in _LISTS.items() if core in words(language, table, *keys))
    if not core or core[0] < "\u0600":
        yield "foreign"


def surroundings(at: Sequence[Word]) -> tuple[list[Near], list[Beyond], list[Led]]:
    """For each word of a sentence, what `near`, `beyond` and `led` are asked with."""
    own = [word.category for word in at]
    padded = [EDGE, EDGE, *own, EDGE, EDGE]
    beside = list(zip(padded[1:], own, padded[3:], strict=False))
    far = list(zip(padded, padded[4:], _titles(at), _enclosed(at), strict=False))
    stems = [EDGE, *[word.stem for word in at]]
    return beside, far, list(zip(stems, own, strict=False))


def _titles(at: Sequence[Word]) -> Iterator[str]:
    """For each word how far back in its sentence the last title stands."""
    back = len(_BACK)
    for word in at:
        yield _BACK[back] if back < len(_BACK) else ""
        back = 0 if word.may_be("title") else back + 1


def _enclosed(at: Sequence[Word]) -> Iterator[bool]:
    """For each word whether marks around it open before it and close behind it."""
    marks = [place for place, word in enumerate(at) if word.token.norm in _ENCLOSING]
    opened = dict(zip(marks[::2], marks[1::2], strict=False))
    within = {place for first, last in opened.items() for place in range(first + 1, last)}
    return (place in within for place in range(len(at)))


def near(beside: Near) -> Iterator[str]:
    """The traits of the categories next to a word."""
    before, here, behind = beside
    yield f"c={here}"
    yield f"-1c={before}"
    yield f"+1c={behind}"
    yield f"cc={before}|{here}"
    yield f"cC={here}|{behind}"
    yield f"ccc={before}|{here}|{behind}"


def beyond(far: Beyond) -> Iterator[str]:
    """The traits of the categories two words away."""
    yield f"-2c={far[0]}"
    yield f"+2c={far[1]}"
    if far[2]:
        yield f"t={far[2]}"
    if far[3]:
        yield "q"


def beside(hints: Beside) -> Iterator[str]:
    """The traits of what lists say of a word and of the one before it, together."""
    before, here = hints
    if before or here:
        yield from (f"hh={one}|{other}" for one in before or ("",) for other in here or ("",))


def led(before: Led) -> Iterator[str]:
    """The trait of the stem before a word with the category of the word; none at the start of a sentence."""
    if before[0]:
        yield f"ww={before[0]}|{before[1]}"


def recalling(roles: Iterable[str]) -> Iterator[str]:
    """The traits of what a word was taken for elsewhere in its report."""
    return (f"d={role}" for role in roles)

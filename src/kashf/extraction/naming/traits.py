"""What the tagger of names looks at in a word: its form, what it may be, and what stands around it.

A trait is a short string: `0st=بنك` says that the stem of the word itself is بنك, `-1rd=verb` that the word before may
be a verb. The traits are those of Lafferty, McCallum and Pereira's linear chain (2001) as used for Arabic names by
Benajiba and Rosso (2008): words, affixes, categories and lists around a word, here on words without their clitics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.words.word import Word
from kashf.language.closed import words

__all__ = ["AROUND", "Kind", "around", "form_of", "kind_of", "placed"]

AROUND = (-2, -1, 0, 1, 2)
"""Where the words stand whose form counts, from the word itself."""
LONGEST_AFFIX = 4
_LISTS = {
    "first": ("first_names", "arab", "foreign"),
    "honorific": ("titles", "honorifics"),
    "particle": ("titles", "particles", "kunya"),
}

Kind = tuple[str, str, int, int]
"""What the traits of a form depend on: how it is written, its stem and clitics, how many readings are left."""


def kind_of(word: Word) -> Kind:
    """Words of one kind have the same form."""
    return word.norm, word.stem, word.split.lead, len(word.readings)


def form_of(word: Word, language: str) -> tuple[list[str], list[str], list[str]]:
    """The traits of a word by itself: those that count at every distance, next to a word, and for the word itself."""
    if word.token.kind != "word":
        return [f"w={word.norm if word.token.kind == 'mark' else '9'}", f"kind={word.token.kind}"], [], []
    core = word.norm[word.split.lead :]
    affixes = [
        trait for size in range(1, LONGEST_AFFIX + 1) for trait in (f"p{size}={core[:size]}", f"s{size}={core[-size:]}")
    ]
    length = f"ln={min(len(word.stem), 9)}"
    return list(_wide(word, core, language)), [*affixes[2:6], length], [*affixes, length]


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


def placed(forms: tuple[list[str], list[str], list[str]], offset: int) -> Iterator[str]:
    """The traits of a form for a word that stands `offset` words before it."""
    wide, near, own = forms
    traits = (*wide, *(own if offset == 0 else near if abs(offset) == 1 else ()))
    return (f"{offset}{trait}" for trait in traits)


def around(at: Sequence[Word], hints: Sequence[Sequence[tuple[str, ...]]], position: int) -> Iterator[str]:
    """The traits that depend on where a word stands: settled categories, hints, the edges of a sentence."""
    word, last = at[position], len(at) - 1
    before = at[position - 1].category if position else "^"
    behind = at[position + 1].category if position < last else "$"
    yield f"cc={before}|{word.category}"
    yield f"cC={word.category}|{behind}"
    yield f"ccc={before}|{word.category}|{behind}"
    if position:
        yield f"ww={at[position - 1].stem}|{word.category}"
    for offset in AROUND:
        if 0 <= position + offset <= last:
            yield f"{offset}c={at[position + offset].category}"
            if abs(offset) < 2:
                yield from (f"{offset}g={hint}" for listed in hints for hint in listed[position + offset])
        else:
            yield f"{offset}edge"

"""Words that say «including» or «that is» in one place, and something else in another."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.words.word import Word

__all__ = ["includes", "is_special"]

RELATIVE = 6
"""Words behind « dont » within which the verb of its clause stands."""
_APPEARED = frozenset({"مثل", "ومثل"})
_NAMING = frozenset({"number", "noun", "title", "quantifier", "unknown", "name"})
_COUNTING = frozenset({"number", "quantifier"})


def includes(words: Sequence[Word], position: int, last: int) -> bool:
    """Whether a word that may say «including» or «that is» says so here; `last` is where its sentence ends."""
    return not (
        (words[position].stem == "بين" and not _counts_among(words, position, last))
        or (words[position].category == "verb" and words[position].norm in _APPEARED)  # «مثل المتهم أمام القاضي»
        or _is_any(words, position, last)
        or is_special(words, position)
        or _part_of_them(words, position)
        or _relates(words, position, last)
        or _beside_helper(words, position)
    )


def _counts_among(words: Sequence[Word], position: int, last: int) -> bool:
    """«، بينهم ثلاثة أجانب»: behind a mark and before a number or indefinite noun «among them» names members."""
    before = words[position - 1] if position else None
    following = words[position + 1] if position + 1 < last else None
    told = following is not None and not following.definite and following.category in _NAMING
    return told and before is not None and before.category == "mark" and not words[position].joined


def _beside_helper(words: Sequence[Word], position: int) -> bool:
    """« a notamment vendu »: behind a helping verb an adverb, and no list."""
    before = words[position - 1] if position else None
    return before is not None and before.category == "particle" and words[position].category == "adverb"


def _relates(words: Sequence[Word], position: int, last: int) -> bool:
    """« les fonds dont disposait la société »: before a verb and no mark « dont » opens a relative clause."""
    if words[position].norm != "dont" or position + 1 >= last or words[position + 1].category in _COUNTING:
        return False
    for word in words[position + 1 : min(position + 1 + RELATIVE, last)]:
        if word.category == "mark":
            return False
        if word.category == "verb":
            return True
    return False


def _part_of_them(words: Sequence[Word], position: int) -> bool:
    """«одиннадцать из них уехали»: behind a number they are part of those spoken of, and no mark stands between."""
    before = words[position - 1] if position else None
    return words[position].norm == "из" and before is not None and before.category != "mark"


def _is_any(words: Sequence[Word], position: int, last: int) -> bool:
    """«أي» is «that is» behind a comma or before a preposition, and «any» elsewhere."""
    if words[position].norm != "اي":
        return False
    before = words[position - 1] if position else None
    following = words[position + 1] if position + 1 < last else None
    marked = before is not None and before.category == "mark"
    return not marked and not (following is not None and following.category == "preposition")


def is_special(words: Sequence[Word], position: int) -> bool:
    """«قوة خاصة»: behind an indefinite feminine noun the word for «in particular» is an adjective."""
    before = words[position - 1] if position else None
    if before is None or words[position].norm != "خاصه" or before.category not in ("noun", "title"):
        return False
    return not before.definite and before.stem.endswith(("ه", "ات"))

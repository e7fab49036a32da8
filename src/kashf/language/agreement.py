"""Number and gender of Russian forms, as far as endings tell them: whether a participle may go with a noun."""

from __future__ import annotations

__all__ = ["may_agree"]

_PARTICIPLES: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (("ыми", "ими"), frozenset({"many"})),
    (("ая", "яя", "ую", "юю", "ой"), frozenset({"she"})),
    (("ее", "ое"), frozenset({"it"})),
    (("ые", "ие", "ых", "их"), frozenset({"many"})),
    (("ый", "ий"), frozenset({"he"})),
    (("ого", "его", "ому", "ему", "ом", "ем"), frozenset({"he", "it"})),
    (("ым", "им"), frozenset({"he", "it", "many"})),
)
"""Long endings of participles and adjectives, and what they may go with."""
_MANY = ("ами", "ями", "ам", "ям", "ах", "ях", "ов", "ев")
_EITHER = ("ы", "и")
_GENDERS = {"а": "she", "я": "she", "о": "it", "е": "it", "ь": ""}


def may_agree(participle: str, form: str, lemma: str) -> bool:
    """Whether a participle may go with a noun's form by number and gender, given the noun's dictionary form.

    >>> may_agree("перевозивший", "деньги", "деньги"), may_agree("перевозивший", "курьер", "курьер")
    (False, True)
    >>> may_agree("продавшая", "оружие", "оружие"), may_agree("проданные", "статуэтки", "статуэтка")
    (False, True)
    """
    wanted = next((kinds for endings, kinds in _PARTICIPLES if participle.removesuffix("ся").endswith(endings)), None)
    return wanted is None or not wanted.isdisjoint(_told(form, lemma))


def _told(form: str, lemma: str) -> frozenset[str]:
    gender = _GENDERS.get(lemma[-1:], "he")
    one = frozenset({gender}) if gender else frozenset({"he", "she"})
    if lemma.endswith(_EITHER):
        return frozenset({"many"})  # «деньги»
    if form.endswith(_MANY) and form != lemma:
        return frozenset({"many"})
    several = form != lemma and (form.endswith(_EITHER) or (form.endswith(("а", "я")) and gender != "she"))
    bare = form != lemma and form[-1:] not in "аеиоуыюяйм"
    return one | {"many"} if several or bare else one

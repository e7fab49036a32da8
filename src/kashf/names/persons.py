"""Names of persons: their parts, and whether two of them can be one person's."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from kashf.domain import name_tokens, naming
from kashf.names.sounds import distance, script, skeleton

__all__ = ["alike", "person_tokens", "readings", "same_person", "sounding_blocks"]

SAME_SCRIPT = 0.08
"""Within one script only spelling differs: «فيكتيستوف» and «فيوكتيستوف», Mohamed and Muhammad."""
ACROSS_SCRIPTS = {0: 0.0, 1: 0.08, 2: 0.08, 3: 0.12}
LONG_NAME = 0.16
"""Greatest distance across scripts, by the number of coarse consonants: «حسن» and Hussein (two, 0.23) must stay apart,
«غليزر» and Glaser (four, 0.15) must meet. Set on the pairs of tests/names/test_persons.py."""
LEAST_LEADING = 3
"""Two names of which neither ends in the other's family name are one person's where so many first parts agree."""

_CASE_ENDING = re.compile(r"(?<=[а-я]{4})(?:ом|ым|у)$")
_BETWEEN_VOWELS = re.compile(r"(?<=[аиыоуэ])в(?=[аиыоуэ])")
_ABD_LATIN = re.compile(r"^abd(?:[aeou]{1,2}l)?-?(?=\w{4})")
_GOD = re.compile(r"(?<=\w)الله$")
_ABD_ARABIC = re.compile(r"^عبدال(?=\w{3})")


@lru_cache(maxsize=65_536)
def person_tokens(name: str) -> tuple[str, ...]:
    """The parts of a person's name as they are compared: no titles, no «بن», no article; «عبد» and «أبو» joined to
    what follows, «الدين» and «الله» to what goes before.

    >>> person_tokens("الشيخ محمد بن عبد الرحمن آل ثاني"), person_tokens("Abu Bakr al-Baghdadi")
    (('محمد', 'عبدرحمن', 'ثاني'), ('abubakr', 'baghdadi'))
    """
    known = naming()
    kept = [token for token in name_tokens(name) if token not in known.particles]
    while len(kept) > 1 and kept[0] in known.honorifics:
        kept = kept[1:]
    parts: list[str] = []
    for index, token in enumerate(kept):
        leads = index > 0 and kept[index - 1] in known.joined
        if parts and (leads or token in known.trailing):
            parts[-1] += known.trailing.get(token, token)
        else:
            parts.append(token)
    return tuple(map(_one_spelling, parts))


def _one_spelling(part: str) -> str:
    return _GOD.sub("له", _ABD_ARABIC.sub("عبد", _ABD_LATIN.sub("abd", part)))


def readings(parts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A name's parts as they stand, and each Russian one without the ending of a man's dative or instrumental, and with
    its «в» for the «و» of an Arabic name.

    >>> readings(("хайсамом", "барнуси")), readings(("лива",))
    ((('хайсамом', 'барнуси'), ('хайсам', 'барнуси')), (('лива',), ('лиуа',)))
    """
    return tuple(product(*map(_readings, parts)))


def _readings(part: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((part, _CASE_ENDING.sub("", part), _BETWEEN_VOWELS.sub("у", part))))


def alike(one: str, other: str) -> bool:
    """Whether two parts of a name can be one part in two spellings or scripts."""
    if one == other:
        return True
    if script(one) == script(other):
        return distance(one, other) <= SAME_SCRIPT
    consonants = min(len(skeleton(one)), len(skeleton(other)))
    return distance(one, other) <= ACROSS_SCRIPTS.get(consonants, LONG_NAME)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of two parts or more can be one person's.

    First and last part must agree and the shorter name's parts stand in the longer in order; or three leading parts
    agree. Brothers differ in the first part and stay apart.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 2 or not alike(shorter[0], longer[0]):
        return False
    if alike(shorter[-1], longer[-1]):
        rest = iter(longer[1:])
        return all(any(alike(part, candidate) for candidate in rest) for part in shorter[1:])
    return len(shorter) >= LEAST_LEADING and all(map(alike, shorter, longer))


def sounding_blocks(parts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Keys under which a name meets the names it may be one with: the coarse sounds of its first and last part, and of
    its first three."""
    heard = tuple(map(skeleton, parts))
    ends = ("ends", heard[0], heard[-1])
    return (ends, ("leading", *heard[:LEAST_LEADING])) if len(parts) >= LEAST_LEADING else (ends,)

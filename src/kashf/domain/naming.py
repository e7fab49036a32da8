"""How names are compared: folded, without articles and without the nouns that only say what kind of thing is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kashf.domain.tables import malformed, table
from kashf.text.folding import search_key

__all__ = ["Naming", "name_key", "name_tokens", "naming", "plain_token"]

_WORD = re.compile(r"[^\W_]+")
_ELISION = re.compile(r"\b[ld]'(?=\w)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?")
_ARTICLE = "ال"
LEAST_AFTER_ARTICLE = 3
"""«ال» is read as the article where at least so many letters follow: «الله» loses nothing."""
CACHED_NAMES = 65_536


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that comparing names leaves out or reads as one, folded, without their article."""

    spellings: tuple[tuple[str, str], ...]
    respelled: tuple[str, ...]
    articles: frozenset[str]
    small: frozenset[str]
    forms: frozenset[str]
    endings: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    joined: frozenset[str]
    trailing: Mapping[str, str]
    generic_titles: frozenset[str]
    linking: frozenset[str]
    aliases: frozenset[str]


@cache
def naming() -> Naming:
    """The table `naming.yaml`. Raises DataError where an entry of it is missing."""
    entries = table("naming")
    try:
        person, titles = entries["person"], entries["titles"]
        spellings = tuple((search_key(old), search_key(new)) for old, new in entries["spellings"].items())
        return Naming(
            spellings=spellings,
            respelled=tuple(old for old, _ in spellings),
            articles=_folded(entries["articles"]),
            small=_folded(entries["small"]),
            forms=_folded(word for group in entries["forms"].values() for word in group),
            endings=_folded(word for group in entries["endings"].values() for word in group),
            particles=_folded(person["particles"]),
            honorifics=_folded(person["honorifics"]),
            joined=_folded(person["joined"]),
            trailing={
                _without_article(search_key(full)): search_key(half) for full, half in person["trailing"].items()
            },
            generic_titles=_folded(titles["generic"]),
            linking=_folded(titles["linking"]),
            aliases=frozenset(map(str, entries["aliases"])),
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise malformed("naming", str(error), "it is missing or no list of words; see the file's heading.") from error


def _folded(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(_without_article(search_key(word)) for word in listed)


def _without_article(token: str) -> str:
    long_enough = len(token) >= len(_ARTICLE) + LEAST_AFTER_ARTICLE
    return token[len(_ARTICLE) :] if long_enough and token.startswith(_ARTICLE) else token


def plain_token(token: str) -> str:
    """A folded word without «ال», in the one of its spellings that names are compared in."""
    plain, known = _without_article(token), naming()
    if not plain.startswith(known.respelled):
        return plain
    for old, new in known.spellings:
        if plain.startswith(old):
            return new + plain[len(old) :]
    return plain


@lru_cache(maxsize=CACHED_NAMES)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, articles and apostrophes gone, initials joined.

    >>> name_tokens("the U.S. Treasury"), name_tokens("#تنظيم_القاعدة")
    (('us', 'treasury'), ('تنظيم', 'قاعده'))
    """
    folded = search_key(name)
    if "'" in folded:
        folded = _APOSTROPHE.sub("", _ELISION.sub("", folded))
    if "." in folded:
        folded = _INITIALS.sub(lambda found: found.group().replace(".", ""), folded)
    articles = naming().articles
    tokens = _WORD.findall(folded)
    return tuple([plain_token(token) for token in tokens if token not in articles]) or tuple(tokens)


@lru_cache(maxsize=CACHED_NAMES)
def name_key(name: str) -> str:
    """What two spellings of one name of a group, body or place have in common; empty where there is no word.

    >>> name_key("تنظيم داعش الإرهابي") == name_key("#داعش")
    True
    """
    tokens, known = name_tokens(name), naming()
    first, last = 0, len(tokens)
    while last - first > 1 and tokens[first] in known.forms:
        first += 1
    while last - first > 1 and tokens[last - 1] in known.endings:
        last -= 1
    return " ".join(tokens[first:last])

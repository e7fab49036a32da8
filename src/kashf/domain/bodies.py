"""The groups, official bodies, media and places that are known by name, in the four languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

from kashf.domain.naming import name_key
from kashf.domain.tables import malformed, table
from kashf.language.compiled import derived

__all__ = [
    "Body",
    "body_named",
    "country_of_adjective",
    "known_bodies",
    "known_places",
    "office_named",
    "place_named",
    "state_of",
    "within",
]

LANGUAGES = ("en", "ar", "fr", "ru")
BodyKind = Literal["group", "organisation", "place"]
_KINDS: Mapping[str, BodyKind] = {
    "group": "group",
    "organisation": "organisation",
    "agency": "organisation",
    "media": "organisation",
}
_RELAYS = frozenset({"agency", "media"})
_PLACEHOLDER = re.compile(r"(?:\b(?:of|de|du)\s+)?\{\w+\}")
_LEAD = ("و", "ف", "ب", "ك", "ل")
_ROOM = files("kashf.domain")


@dataclass(frozen=True, slots=True)
class Body:
    """A group, body or place that is known by name.

    `names` are its names by language, the first of each the one shown; `relays` whether it is a news agency or medium,
    which passes on the words of others; `within` the key of the country or region a place lies in; `country` the key
    of the state whose office it is, or whose capital; `private` whether it is a firm or a society, which takes no
    measures; empty for official bodies.
    """

    key: str
    kind: BodyKind
    names: Mapping[str, tuple[str, ...]]
    relays: bool = False
    within: str | None = None
    country: str | None = None
    adjective: Mapping[str, str] = field(default_factory=dict)
    private: Literal["", "firm", "society"] = ""

    @property
    def name(self) -> str:
        """The name it is shown under where no language is asked for: the English one."""
        return self.names["en"][0]


@cache
def known_bodies() -> tuple[Body, ...]:
    """Groups, international and national bodies, media, and the offices of every state."""
    listed = [_body(name, key, entry) for name in ("groups", "bodies") for key, entry in table(name).items()]
    return (*listed, *_offices())


@cache
def known_places() -> tuple[Body, ...]:
    """Regions, countries and cities: those of our own table, then the countries and territories only CLDR has."""
    places, territories = table("places"), table("territories")
    own = (_body("places", key, entry, territories.get(key, {})) for key, entry in places.items())
    others = (_body("territories", key, entry) for key, entry in territories.items() if key not in places)
    return (*own, *others)


def body_named(name: str) -> Body | None:
    """The group or body of this name, or None. Clitics before an Arabic name are seen through.

    >>> body_named("لحزب الله").key, body_named("حزب الله العراقي").key
    ('hizballah', 'kataib-hizballah')
    """
    return _found(_body_index(), name)


def place_named(name: str) -> Body | None:
    """The place of this name, or None.

    >>> place_named("Сирии") is place_named("سورية")
    True
    """
    return _found(_place_index(), name)


def office_named(name: str) -> tuple[str, str | None] | None:
    """Which office of a state a name tells, and of which country where it says so; None where it is no office.

    >>> office_named("وزارة المالية"), office_named("Finance Ministry"), office_named("МИД России")
    (('finance-ministry', None), ('finance-ministry', None), ('foreign-ministry', 'ru'))
    """
    bare = _office_index().get(name_key(name))
    if bare is not None:
        return bare, None
    body = body_named(name)
    prefix = f"{body.country}-" if body is not None and body.country else None
    if body is None or prefix is None or body.key.removeprefix(prefix) not in table("offices"):
        return None
    return body.key.removeprefix(prefix), body.country


def state_of(place: Body) -> Body:
    """The country that a place stands for where it is named as a speaker: of a capital its country, else itself.

    >>> state_of(place_named("موسكو")).key
    'ru'
    """
    return next((country for country in known_places() if country.key == place.country), place)


def country_of_adjective(word: str, language: str) -> Body | None:
    """The country that an adjective is of, as bodies are called by it; None where it is none we know.

    >>> country_of_adjective("الأميركية", "ar").key, country_of_adjective("Russian", "en").key
    ('us', 'ru')
    """
    return _adjectives(language).get(name_key(word))


@cache
def _adjectives(language: str) -> Mapping[str, Body]:
    found: dict[str, Body] = {}
    for place in known_places():
        adjective = place.adjective.get(language)
        if adjective and adjective not in place.names[language]:
            endings = {"ar": ("",), "fr": ("", "e", "ne", "s", "es")}.get(language, ("",))
            forms = [adjective + ending for ending in endings]
            forms += [adjective.removesuffix("ة")] if language == "ar" else []
            for form in forms:
                found.setdefault(name_key(form), place)
    return found


def within(place: Body, region: Body) -> bool:
    """Whether a place lies in another, as far as the table knows: a city in its country, and in that country's region.

    >>> within(place_named("الرقة"), place_named("Syria")), within(place_named("Baghdad"), place_named("Iraq"))
    (True, True)
    """
    return region.key in _around(place.key)


@cache
def _around(key: str) -> frozenset[str]:
    """The keys of all that a place lies in."""
    place = next((place for place in known_places() if place.key == key), None)
    around = {above for above in (place.within, place.country) if above is not None} if place is not None else set()
    return frozenset(around).union(*map(_around, around))


@cache
def _office_index() -> Mapping[str, str]:
    """The offices by the key of each name that says no country: «وزارة المالية», "Ministry of Finance"."""
    index: dict[str, str] = {}
    for key, patterns in table("offices").items():
        for pattern in (pattern for language in LANGUAGES for pattern in patterns[language]):
            bare = name_key(_PLACEHOLDER.sub(" ", pattern))
            index.setdefault(bare, key)
    return index


def _found(index: Mapping[str, Body], name: str) -> Body | None:
    key = name_key(name)
    return index.get(key) or (index.get(name_key(name[1:])) if name.startswith(_LEAD) else None)


@cache
def _body_index() -> Mapping[str, Body]:
    return _index("bodies", known_bodies())


@cache
def _place_index() -> Mapping[str, Body]:
    return _index("places", known_places())


def _index(listed: str, bodies: tuple[Body, ...]) -> Mapping[str, Body]:
    """By the key of each name; where two bodies share one, the body that is listed first has it."""
    numbers = derived(_ROOM / f"keys-of-{listed}.index", _sources(), listed, lambda: _numbers(bodies))
    return {key: bodies[number] for key, number in numbers.items()}


def _numbers(bodies: tuple[Body, ...]) -> dict[str, int]:
    index: dict[str, int] = {}
    for number, body in enumerate(bodies):
        for names in body.names.values():
            for name in names:
                index.setdefault(name_key(name), number)
    return index


def _sources() -> Iterator[Traversable]:
    """What the keys are made from: the tables and code of this room, and how words are folded."""
    for folder in (_ROOM, files("kashf.text"), files("kashf.language")):
        yield from (file for file in folder.iterdir() if file.name.endswith((".py", ".yaml")))


def _body(file: str, key: str, entry: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> Body:
    """The body of an entry; `more` gives further names by language."""
    listed = {language: (*(entry.get(language) or ()), *((more or {}).get(language) or ())) for language in LANGUAGES}
    names = {language: tuple(dict.fromkeys(map(str, listed[language]))) for language in LANGUAGES}
    kind = entry.get("kind", "place")
    if not names["en"]:
        raise malformed(file, key, "it has no English name; give `en` a list.")
    if kind not in (*_KINDS, "place"):
        raise malformed(file, key, f"the kind {kind!r} is none of {', '.join(_KINDS)}.")
    return Body(
        key=key,
        kind=_KINDS.get(kind, "place"),
        names=names,
        relays=kind in _RELAYS,
        within=entry.get("within"),
        country=entry.get("capital", entry.get("state")),
        adjective=entry.get("adjective") or {},
        private=entry.get("private", ""),
    )


def _offices() -> Iterator[Body]:
    for place in known_places():
        if place.adjective:
            for key, patterns in table("offices").items():
                names = {language: tuple(_named(patterns, place, language)) for language in LANGUAGES}
                yield Body(f"{place.key}-{key}", "organisation", names, country=place.key)


def _named(patterns: Mapping[str, Any], place: Body, language: str) -> Iterator[str]:
    adjective = place.adjective[language]
    for pattern in patterns[language]:
        for name in place.names[language] if "{name}" in pattern else place.names[language][:1]:
            yield pattern.format(name=name, adjective=adjective, masculine=adjective.removesuffix("ة"))

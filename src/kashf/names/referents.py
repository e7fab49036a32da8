"""What the mentions of one report refer to: one referent for each key of the report's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kashf.domain import Body, body_named, name_key, place_named
from kashf.names.aliases import alias_pairs
from kashf.names.parts import take_apart
from kashf.names.persons import LEAST_FULL_NAME, are_of_one_family, person_tokens
from kashf.records import Link, Mention, Record, Role, Speaker
from kashf.records.spans import MentionKind

__all__ = ["Naming", "Referent", "apart_key", "known_body", "local_key", "referents"]

Naming = Mention | Link | Speaker | Role
"""Whatever in a record names somebody or points to them."""
_BODIES = frozenset({"group", "organisation", "unknown"})


@dataclass(frozen=True, slots=True)
class Referent:
    """One person, group, body, place or thing of one report.

    `names` are its names there, most frequent first (those that are no names but refer come last); `named` whether one
    of them is a name; `titles` the offices given to it; `mentions` how often it is mentioned; `known_as` the keys of
    those whom the report says to be this one under another name.
    """

    report: str
    published: date | None
    key: str
    kind: MentionKind
    names: tuple[str, ...]
    named: bool
    titles: tuple[str, ...]
    mentions: int
    body: Body | None
    known_as: tuple[str, ...] = ()

    @property
    def age(self) -> tuple[date, str, str]:
        """Sorts referents by their report's publication; undated ones last."""
        return (self.published or date.max, self.report, self.key)


def referents(record: Record) -> tuple[Referent, ...]:
    """The referents of a record, by first mention."""
    gathered: dict[str, list[Naming]] = {}
    for naming in _namings(record):
        key = local_key(naming)
        if key is not None:
            gathered.setdefault(key, []).append(naming)
    apart = [pair for key, namings in gathered.items() for pair in _by_family(key, namings)]
    known_as = _aliases(record, apart)
    found = (_referent(record, key, namings) for key, namings in apart)
    return tuple(replace(one, known_as=known_as[one.key]) if one.key in known_as else one for one in found)


def _aliases(record: Record, apart: Iterable[tuple[str, list[Naming]]]) -> dict[str, tuple[str, ...]]:
    """By the key of somebody those of their aliases, as the report's words give them."""
    keys = {id(naming): key for key, namings in apart for naming in namings}
    found: dict[str, tuple[str, ...]] = {}
    for one, other in alias_pairs(record.text, record.mentions):
        key, alias = keys.get(id(one)), keys.get(id(other))
        if key and alias and key != alias:
            found[key] = (*found.get(key, ()), alias)
    return found


def _by_family(key: str, namings: list[Naming]) -> Iterator[tuple[str, list[Naming]]]:
    """The namings of one key; those apart that name another of the family in full, whom a report's «bin Laden» may have
    been taken for."""
    full = [name for naming in namings if (name := _full_name(naming))]
    best = [name for naming in namings if (name := naming.name) and len(person_tokens(name)) >= LEAST_FULL_NAME]
    main = next((name for name, _ in Counter(best or full).most_common(1)), "")
    others = {name for name in full if are_of_one_family(main, name)}
    yield key, [naming for naming in namings if _full_name(naming) not in others]
    for name in sorted(others):
        yield (
            apart_key(key, name),
            [replace(naming, name=None) for naming in namings if _full_name(naming) == name],
        )


def _full_name(naming: Naming) -> str | None:
    """A person's full name, as it stands in the text."""
    if not isinstance(naming, Mention) or naming.kind != "person" or naming.pronominal:
        return None
    name = " ".join(naming.text.replace("_", " ").split())
    return name if len(person_tokens(name)) >= LEAST_FULL_NAME else None


def apart_key(key: str, name: str) -> str:
    """The key of somebody who is named in full under another's key."""
    return f"{key} # {' '.join(person_tokens(name))}"


def local_key(naming: Naming) -> str | None:
    """The key of whom these words name within their report: the extractor's, or one made of the name.

    Words without a key are taken for a name where they are a mention, a known body or a person's full name.
    """
    if naming.entity is not None:
        return naming.entity
    if isinstance(naming, Role) or getattr(naming, "pronominal", False):
        return None
    name = naming.name or naming.text
    if isinstance(naming, Mention):
        return f"~{naming.kind}:{name_key(name)}"
    body = body_named(name) if not (isinstance(naming, Link) and naming.kind in ("outlet", "unnamed")) else None
    if body is not None:
        return f"~body:{body.key}"
    if isinstance(naming, Speaker) or naming.kind == "person":
        parts = person_tokens(name)
        return f"~person:{' '.join(parts)}" if len(parts) >= LEAST_FULL_NAME else None
    return None


def known_body(names: Iterable[str], kind: MentionKind) -> Body | None:
    """The known body or place that one of the names belongs to, the first name that is known deciding."""
    for name in names:
        found = place_named(name) if kind == "place" else body_named(name) if kind in _BODIES else None
        if found is None and kind in _BODIES:
            found = place_named(name)
        if found is not None:
            return found
    return None


def _namings(record: Record) -> Iterator[Naming]:
    yield from record.mentions
    yield from (quote.speaker for quote in record.quotes if quote.speaker)
    for claim in record.claims:
        yield from claim.attribution.chain
        yield from claim.roles


def _referent(record: Record, key: str, namings: list[Naming]) -> Referent:
    mentions = [naming for naming in namings if isinstance(naming, Mention)]
    names: Counter[str] = Counter()
    for naming in namings:
        names.update(_names(naming))
    by_count = tuple(name for name, _ in names.most_common())
    referring = tuple(dict.fromkeys(naming.text for naming in namings if naming.text not in names))
    kind = _kind(namings, mentions)
    titles = tuple(dict.fromkeys(title for naming in namings if (title := _title(naming))))
    body = known_body(by_count, "unknown" if kind == "person" and not titles and _is_no_person(by_count) else kind)
    return Referent(
        report=record.report.id,
        published=record.report.published,
        key=key,
        kind=body.kind if body else kind,
        names=by_count or referring,
        named=bool(by_count),
        titles=titles,
        mentions=len(mentions),
        body=body,
    )


def _is_no_person(names: Sequence[str]) -> bool:
    """Whether names of several words, taken for a person's, have none that persons are called by: Lashkar-e Tayyiba."""
    parts = [part for name in names for part in take_apart(name, "person").parts]
    return len(parts) > len(names) and not any(part.meanings or part.prefix for part in parts)


def _names(naming: Naming) -> Iterator[str]:
    """The names that a naming gives: its own words where they are a name, and the best name it knows."""
    if isinstance(naming, Mention) and not naming.pronominal:
        yield " ".join(naming.text.replace("_", " ").split())
    if naming.name:
        yield " ".join(naming.name.replace("_", " ").split())
    elif isinstance(naming, Link | Speaker) and naming.entity is None:
        yield naming.text


def _title(naming: Naming) -> str | None:
    if isinstance(naming, Mention):
        return naming.role
    return None if isinstance(naming, Role) else naming.title


def _kind(namings: list[Naming], mentions: list[Mention]) -> MentionKind:
    if mentions:
        return Counter(mention.kind for mention in mentions).most_common(1)[0][0]
    kinds = {naming.kind for naming in namings if isinstance(naming, Link)}
    if "person" in kinds or any(isinstance(naming, Speaker) for naming in namings):
        return "person"
    if "organisation" in kinds:
        return "organisation"
    return "work" if "document" in kinds else "unknown"

"""What the mentions of one report refer to: one referent for each key of the report's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kashf.domain import Body, body_named, name_key, place_named
from kashf.names.persons import LEAST_FULL_NAME, person_tokens
from kashf.records import Link, Mention, Record, Role, Speaker
from kashf.records.spans import MentionKind

__all__ = ["Naming", "Referent", "known_body", "local_key", "referents"]

Naming = Mention | Link | Speaker | Role
"""Whatever in a record names somebody or points to them."""
_BODIES = frozenset({"group", "organisation", "unknown"})


@dataclass(frozen=True, slots=True)
class Referent:
    """One person, group, body, place or thing of one report.

    `names` are its names there, most frequent first (those that are no names but refer come last); `named` whether one
    of them is a name; `titles` the offices given to it; `mentions` how often it is mentioned.
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
    found = (_referent(record, key, namings) for key, namings in gathered.items())
    return tuple(referent for referent in found if referent is not None)


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


def _referent(record: Record, key: str, namings: list[Naming]) -> Referent | None:
    mentions = [naming for naming in namings if isinstance(naming, Mention)]
    names: Counter[str] = Counter()
    for naming in namings:
        names.update(_names(naming))
    by_count = tuple(name for name, _ in names.most_common())
    referring = tuple(dict.fromkeys(naming.text for naming in namings if naming.text not in names))
    kind = _kind(namings, mentions)
    body = known_body(by_count, kind)
    return Referent(
        report=record.report.id,
        published=record.report.published,
        key=key,
        kind=body.kind if body else kind,
        names=by_count or referring,
        named=bool(by_count),
        titles=tuple(dict.fromkeys(title for naming in namings if (title := _title(naming)))),
        mentions=len(mentions),
        body=body,
    )


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

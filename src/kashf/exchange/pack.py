"""The evidence pack of one finding or claim: everything behind it in one signed archive that stands without Kashf.

It holds the reports' texts and the bytes they were read from, the claims with their chains, the working, a page for a
reader, a list of hashes and a signature; how to check these with `sha256sum` and `openssl` stands in its README.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path, PurePath
from typing import Any, Protocol

from kashf.errors import ExchangeError
from kashf.exchange.archives import stored
from kashf.exchange.html import brief_html
from kashf.exchange.signing import fingerprint
from kashf.ledger import View
from kashf.records import Claim, Entity, Finding, Record, Report, record_to_json, unstructure
from kashf.views import BriefOptions, Dossier, brief, gather
from kashf.views.dossier import index
from kashf.views.lens import Lens, anchor, lens
from kashf.views.lookup import found
from kashf.views.statements import Statement, statements

__all__ = ["FORMAT", "KEY", "MANIFEST", "README", "SIGNATURE", "Signing", "pack"]

FORMAT = "kashf-pack/1"
README, MANIFEST, SIGNATURE, KEY = "README.txt", "MANIFEST.sha256", "MANIFEST.sig", "PUBLIC-KEY.pem"
LANGUAGES = ("en", "ar")
_LONGEST_SUFFIX = 8


class Signing(Protocol):
    """What signs a pack."""

    def sign(self, content: bytes) -> bytes:
        """An Ed25519 signature of 64 bytes."""

    def public(self) -> bytes:
        """The public key as PEM."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What a pack is of: one finding, or one claim; `dossier` holds what belongs to it and nothing else."""

    id: str
    finding: Finding | None
    claims: tuple[str, ...]
    dossier: Dossier
    seen: Lens


def pack(view: View, wanted: str, path: Path, signing: Signing, language: str = "en") -> str:
    """Write the pack of what is wanted (a finding's or claim's id, or how it begins) to a path; its id.

    The same ledger, key and language give the same bytes. Raises NotFoundError where nothing is meant, ExchangeError
    where it is no finding and no claim.
    """
    chosen = _chosen(gather(view), wanted, language)
    contents = {README: b"", KEY: signing.public(), **dict(sorted(_contents(chosen, view)))}
    contents[README] = _readme(chosen, signing.public())
    manifest = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items())
    signed = {MANIFEST: manifest.encode(), SIGNATURE: signing.sign(manifest.encode())}
    stored(path, (contents | signed).items())
    return chosen.id


def _chosen(whole: Dossier, wanted: str, language: str) -> _Chosen:
    seen = lens(whole, language)
    kind, id_ = found(seen, wanted)
    if kind not in ("claim", "finding"):
        raise ExchangeError(f"{id_} is a {kind}: a pack is of one finding or one claim. Find its id with: kashf brief")
    finding = seen.index.findings.get(id_)
    claims = tuple(one for one in finding.members if one in seen.index.claims) if finding else (id_,)
    return _Chosen(id_, finding, claims, _narrowed(whole, finding, claims), seen)


def _narrowed(whole: Dossier, finding: Finding | None, claims: tuple[str, ...]) -> Dossier:
    """The reports of the finding with its claims alone, and the findings that are about these."""
    records = tuple(_records(whole, set(finding.reports if finding else ()), set(claims)))
    outlets = {record.report.outlet for record in records}
    return Dossier(
        records=records,
        entities=_named(whole, records),
        findings=_about(whole, finding, set(claims), {record.report.id for record in records}),
        grades={outlet: grade for outlet, grade in whole.grades.items() if outlet in outlets},
        judgements=tuple(one for one in whole.judgements if one.subject in claims and one.undone_at is None),
    )


def _records(whole: Dossier, reports: set[str], claims: set[str]) -> Iterator[Record]:
    """The reports of the finding, and those of its claims, each with these claims alone."""
    for record in whole.records:
        own = tuple(claim for claim in record.claims if claim.id in claims)
        if own or record.report.id in reports:
            yield replace(record, report=_without_place(record.report), claims=own)


def _named(whole: Dossier, records: Iterable[Record]) -> tuple[Entity, ...]:
    """Whoever and whatever the reports name, and the claims speak of or rest on."""
    mentions = (mention for record in records for mention in record.mentions)
    claims = [claim for record in records for claim in record.claims]
    roles = (role for claim in claims for role in claim.roles)
    links = (link for claim in claims for link in claim.attribution.chain)
    named = {one.entity for one in mentions} | {one.entity for one in roles} | {one.entity for one in links}
    return tuple(entity for entity in whole.entities if entity.id in named)


def _about(whole: Dossier, finding: Finding | None, claims: set[str], reports: set[str]) -> tuple[Finding, ...]:
    """The finding, and what else was found of its claims in no other reports than these."""
    found = (one for one in whole.findings if one == finding or not claims.isdisjoint(one.members))
    return tuple(one for one in found if one == finding or reports.issuperset(one.reports))


def _without_place(report: Report) -> Report:
    """Where on the analyst's machine a file lay is nobody's business."""
    return report if "://" in report.source else replace(report, source=PurePath(report.source).name or report.id)


def _contents(chosen: _Chosen, view: View) -> Iterator[tuple[str, bytes]]:
    yield "finding.json", (json.dumps(_plain(chosen, view), ensure_ascii=False, indent=2) + "\n").encode()
    for language in LANGUAGES:
        yield f"finding.{language}.html", _page(chosen, language).encode()
    for record in chosen.dossier.records:
        name = anchor(record.report.id)
        yield f"reports/{name}.txt", record.text.encode("utf-8", "surrogatepass")
        yield f"records/{name}.json", (record_to_json(record) + "\n").encode("utf-8", "surrogatepass")
        raw = view.raw(record.report.id)
        if raw is not None:
            yield f"raw/{name}{_suffix(record.report)}", raw


def _suffix(report: Report) -> str:
    """The ending of the file that a report was read from, where it is one."""
    suffix = PurePath(report.source.partition("?")[0].partition("#")[0]).suffix
    plain = suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= _LONGEST_SUFFIX
    return suffix.lower() if plain else ".bin"


def _page(chosen: _Chosen, language: str) -> str:
    """The brief of nothing but what the pack holds."""
    return brief_html(brief(chosen.dossier, BriefOptions(language)))


def _plain(chosen: _Chosen, view: View) -> dict[str, Any]:
    """Everything a program or a reader of JSON needs, with the files that bear it out."""
    held = index(chosen.dossier)
    related = [one for one in chosen.dossier.findings if one.id != chosen.id]
    return {
        "format": FORMAT,
        "id": chosen.id,
        "finding": unstructure(chosen.finding) if chosen.finding else None,
        "statements": [_statement(one) for one in statements(lens(chosen.dossier, chosen.seen.words.code))],
        "claims": [_claim(held.claims[one].record, held.claims[one].claim) for one in chosen.claims],
        "related": unstructure(related),
        "reports": [_report(record.report, view) for record in chosen.dossier.records],
        "entities": unstructure(chosen.dossier.entities),
        "grades": dict(chosen.dossier.grades),
        "judgements": unstructure(chosen.dossier.judgements),
    }


def _statement(told: Statement) -> dict[str, Any]:
    """What is said in words, first what a reader must know of it."""
    grade = f"{told.grade.grade}: {told.grade.meaning}" if told.grade else None
    return {
        "status": [marker.text for marker in told.markers],
        "text": told.text,
        "weight": told.weight.text,
        "grade": grade,
        "marks": [mark.text for mark in told.marks],
        "claims": [one.claim for one in told.evidence],
    }


def _claim(record: Record, claim: Claim) -> dict[str, Any]:
    """A claim with the figures and the time that it points to."""
    figures = {role.figure: unstructure(record.figures[role.figure]) for role in claim.roles if role.figure is not None}
    time = None if claim.time is None else unstructure(record.times[claim.time])
    return {"report": record.report.id, **unstructure(claim), "figures": figures, "when": time}


def _report(report: Report, view: View) -> dict[str, Any]:
    plain = unstructure(report)
    told = {key: value for key, value in plain.items() if key not in ("text", "regions")}
    raw = view.raw(report.id)
    name = anchor(report.id)
    return told | {
        "text": f"reports/{name}.txt",
        "record": f"records/{name}.json",
        "raw": None if raw is None else f"raw/{name}{_suffix(report)}",
        "sha256": view.digest(report.id),
    }


def _readme(chosen: _Chosen, public: bytes) -> bytes:
    """What this is and how it is checked, in English and Arabic."""
    parts = []
    for language in LANGUAGES:
        template = files("kashf.exchange").joinpath(f"templates/pack.{language}.txt").read_text(encoding="utf-8")
        told = "\n".join(dict.fromkeys(_lines(chosen, language)))
        parts.append(template.format(id=chosen.id, key=fingerprint(public), told=told))
    return "\n".join(parts).encode()


def _lines(chosen: _Chosen, language: str) -> Iterable[str]:
    for one in statements(lens(chosen.dossier, language)):
        status = ", ".join(marker.text for marker in one.markers)
        yield f"  {status}: {one.text}" if status else f"  {one.text}"
        yield f"  ({one.weight.text})"
    if chosen.finding and chosen.finding.working:
        yield f"  {chosen.finding.working}"

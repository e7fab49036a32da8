"""Analysts' judgements on entities: what they merged and split stands, whatever the names say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kashf.names.referents import Referent
from kashf.records import Judgement, content_id

__all__ = ["Cluster", "judge"]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Referents that are one, by age, and why."""

    members: tuple[Referent, ...]
    reasons: tuple[str, ...] = ()


def judge(clusters: Mapping[str, Cluster], judgements: Iterable[Judgement]) -> dict[str, Cluster]:
    """The clusters by entity id after every merge and split that has not been undone, in the order they were made.

    A merge's value names in `entity` what its subject is one with; the result keeps that id. A split's value lists
    `reports` or `names`: the subject's referents from those reports, or under those names, become an entity of their
    own. A judgement about an entity that is not there changes nothing.
    """
    judged = dict(clusters)
    for judgement in sorted(judgements, key=lambda judgement: judgement.id):
        if judgement.undone_at is None and judgement.subject in judged:
            if judgement.kind == "merge":
                _merge(judged, judgement)
            elif judgement.kind == "split":
                _split(judged, judgement)
    return judged


def _merge(judged: dict[str, Cluster], judgement: Judgement) -> None:
    target = judgement.value.get("entity")
    if target not in judged or target == judgement.subject:
        return
    kept, joined = judged[target], judged.pop(judgement.subject)
    members = sorted((*kept.members, *joined.members), key=lambda member: member.age)
    judged[target] = Cluster(tuple(members), (*kept.reasons, *joined.reasons, _reason("merged", judgement)))


def _split(judged: dict[str, Cluster], judgement: Judgement) -> None:
    cluster = judged[judgement.subject]
    reports, names = set(judgement.value.get("reports", ())), set(judgement.value.get("names", ()))
    apart = tuple(member for member in cluster.members if member.report in reports or names.intersection(member.names))
    rest = tuple(member for member in cluster.members if member not in apart)
    if apart and rest:
        reasons = (*cluster.reasons, _reason("split", judgement))
        judged[judgement.subject] = Cluster(rest, reasons)
        judged[content_id("e", judgement.subject, judgement.id)] = Cluster(apart, reasons)


def _reason(done: str, judgement: Judgement) -> str:
    because = f": {judgement.reason}" if judgement.reason else ""
    return f"{done} by {judgement.user}{because}"

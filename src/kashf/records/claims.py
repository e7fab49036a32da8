"""Claims: typed, qualified, attributed propositions, and the chain of sources behind each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kashf.records.spans import Span

__all__ = ["Attribution", "Claim", "Link", "LinkKind", "Modality", "Mode", "Phase", "Polarity", "Role", "Stance"]

LinkKind = Literal["person", "organisation", "document", "unnamed", "outlet"]
Mode = Literal["direct", "indirect", "own"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["asserted", "attempted", "planned", "expected", "possible", "required", "alleged", "ended"]
Phase = Literal["began", "goes_on", "ended"]
Stance = Literal["said", "claimed", "denied", "confirmed", "warned", "estimated", "accused"]


@dataclass(frozen=True, slots=True)
class Role:
    """One filler of a role, kept as it stands in the text and, where known, resolved.

    `figure` points into the record's figures (for amount, price, rate, proceeds, of_total), `entity` and `name` say
    whom the words stand for. An actor that the grammar leaves unsaid is anchored at the words that show it (a
    verb's or noun's pronoun ending, or the mention it continues).
    """

    role: str
    start: int
    end: int
    text: str
    entity: str | None = None
    name: str | None = None
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain behind a claim: who or what passes it on, in the report's words.

    The outlet's own link has no place in the text, and so no offsets. `stance` is how the words are put forward;
    `place` and `occasion` are where and on what occasion they were said, in the report's words, and `time` points into
    the record's times.
    """

    kind: LinkKind
    text: str
    start: int | None = None
    end: int | None = None
    verb: str | None = None
    entity: str | None = None
    name: str | None = None
    title: str | None = None
    stance: Stance | None = None
    place: str | None = None
    occasion: str | None = None
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word a claim rests.

    `chain` runs from the outlet to the last source named, which is the claim's origin; `mode` is `direct` between
    quotation marks, `indirect` in reported speech, `own` in the outlet's voice.
    """

    mode: Mode
    chain: tuple[Link, ...] = ()

    @property
    def origin(self) -> Link | None:
        """The last link: where the claim comes from as far as the report says."""
        return self.chain[-1] if self.chain else None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a report says about illicit money, about those who have it, or about what is done against them.

    `time` points into the record's times. `confidence` runs from 0 to 1; `extractor` names who found it, with a
    version.
    """

    id: str
    type: str
    evidence: Span
    roles: tuple[Role, ...] = ()
    attribution: Attribution = Attribution("own")
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    phase: Phase | None = None
    time: int | None = None
    confidence: float = 1.0
    extractor: str = "rules/1"

    def fillers(self, role: str) -> tuple[Role, ...]:
        """The fillers of one role, in the order of the text."""
        return tuple(filler for filler in self.roles if filler.role == role)

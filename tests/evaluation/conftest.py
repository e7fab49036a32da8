"""Records made up from gold: right for the most part, wrong in every way a record can be wrong."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

import pytest

Plain = Mapping[str, Any]
TYPES = ("transfer", "sell", "supply", "arrest", "charge", "seize", "disrupt", "fund", "lead", "release")


class Imitator:
    """Makes a record's JSON out of a gold's plain values, with mistakes drawn from one seed."""

    def __init__(self, gold: Plain, text: str, seed: int) -> None:
        self.gold, self.text = gold, text
        self.random = random.Random(seed)  # noqa: S311 - mistakes to order, no secrets
        self.figures: list[dict[str, Any]] = []

    def record(self) -> str:
        self.figures = [self.figure(one) for one in self.kept("figures")]
        claims = [self.claim(number, one) for number, one in enumerate(self.kept("claims"))]
        claims += [self.claim(900 + number, one) for number, one in enumerate(self.some("optional"))]
        plain = {
            "report": {"id": "r-1", "source": f"somewhere/{self.gold.get('report') or self.gold.get('id')}"},
            "text": self.text,
            "figures": self.figures,
            "quotes": [self.quote(one) for one in self.kept("quotes")],
            "claims": claims,
        }
        return json.dumps(plain, ensure_ascii=False)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def kept(self, layer: str) -> list[Plain]:
        return [one for one in self.gold.get(layer) or [] if self.chance(0.85)]

    def some(self, layer: str) -> list[Plain]:
        return [one for one in self.gold.get(layer) or [] if self.chance(0.3)]

    def span(self, words: Any, *, loose: bool = True) -> dict[str, Any]:
        start = self.text.find(str(words))
        if start < 0:
            start, words = 0, self.text[:12]
        end = start + len(str(words))
        if loose and self.chance(0.4):
            end = min(len(self.text), end + self.random.randrange(30))
        elif loose and self.chance(0.3):
            end = max(start + 1, end - self.random.randrange(20))
        return {"start": start, "end": end, "text": self.text[start:end]}

    def figure(self, gold: Plain) -> dict[str, Any]:
        value = gold["value"]
        ends = {"low": value[0], "high": value[1]} if isinstance(value, list) else {"value": value}
        if self.chance(0.15):
            ends = {"value": 7}
        modifier = "about" if self.chance(0.15) else gold.get("modifier", "exact")
        unit = gold.get("unit")
        unit = "thing" if self.chance(0.15) else unit[0] if isinstance(unit, list) else unit
        return {**self.span(gold["text"]), **ends, "modifier": modifier, "unit": unit}

    def quote(self, gold: Plain) -> dict[str, Any]:
        start = self.text.find(gold.get("text") or gold["starts"])
        last = gold.get("text") or gold["ends"]
        end = self.text.find(last, start) + len(last)
        if self.chance(0.2):
            end = max(start + 1, end - 5)
        span = {"start": start, "end": end, "text": self.text[start:end]} if start >= 0 else self.span("")
        return {**span, "verb": "said", "speaker": {"text": self.name(gold["speaker"])}}

    def name(self, speaker: str) -> str:
        known = (self.gold.get("speakers") or {}).get(speaker) or {"name": speaker}
        names = [known["name"], *(known.get("aka") or [])]
        return "nobody" if self.chance(0.15) else str(self.random.choice(names))

    def claim(self, number: int, gold: Plain) -> dict[str, Any]:
        kind = self.random.choice(TYPES) if self.chance(0.2) else gold["type"]
        return {
            "id": f"c-{number}",
            "type": kind,
            "evidence": self.span(gold["evidence"]),
            "roles": self.roles(gold),
            "attribution": self.attribution(gold),
            "modality": "planned" if self.chance(0.1) else gold.get("modality", "asserted"),
            "polarity": "denied" if self.chance(0.1) else gold.get("polarity", "affirmed"),
        }

    def roles(self, gold: Plain) -> list[dict[str, Any]]:
        roles = []
        for role in ("actor", "object", "counterparty", "origin", "destination", "place", "channel", "purpose"):
            wanted = gold.get(role)
            fillers = wanted if isinstance(wanted, list) else [wanted] if wanted else []
            roles += [{"role": role, **self.span(one)} for one in fillers if self.chance(0.85)]
        if "amount" in gold and self.figures:
            at = self.random.randrange(len(self.figures))
            place = {key: self.figures[at][key] for key in ("start", "end", "text")}
            roles.append({"role": "amount", **place, "figure": at})
        return roles

    def attribution(self, gold: Plain) -> dict[str, Any]:
        source = gold.get("source")
        sources = source if isinstance(source, list) else [source] if source else []
        if not sources or "outlet" in sources:
            return {"mode": "indirect" if self.chance(0.2) else "own", "chain": []}
        chain = [{"kind": "person", "text": self.name(one)} for one in sources]
        return {"mode": "direct" if self.chance(0.2) else gold.get("mode", "indirect"), "chain": chain}


@pytest.fixture
def imitate() -> Callable[[Plain, str, int], str]:
    return lambda gold, text, seed: Imitator(gold, text, seed).record()

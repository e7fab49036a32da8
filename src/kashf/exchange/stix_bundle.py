"""A STIX 2.1 bundle on its way out, object by object."""

from __future__ import annotations

import hashlib
import json
from typing import TextIO

from kashf.exchange.holdings import Holdings
from kashf.exchange.stix import Object, Stix, stix_id
from kashf.records import Record

__all__ = ["BundleWriter"]


class BundleWriter:
    """One JSON object, an object of the bundle a line. Its id is a hash of them, and so comes last."""

    def __init__(self, target: TextIO, holdings: Holdings) -> None:
        self._target = target
        self._holdings = holdings
        self._stix = Stix(holdings)
        self._digest = hashlib.sha256()
        self._outlets: set[str] = set()
        self._between = ""
        target.write('{"type": "bundle", "objects": [\n')
        for made in self._stix.heading():
            self._put(made)
        for entity in holdings.view.each_entity():
            self._put(self._stix.entity(entity))

    def write(self, record: Record) -> None:
        """A report with its claims; an outlet is told once."""
        outlet, *objects = self._stix.report(record, self._holdings.told(record))
        if outlet["id"] not in self._outlets:
            self._outlets.add(outlet["id"])
            self._put(outlet)
        for made in objects:
            self._put(made)

    def finalize(self) -> None:
        """What was found across reports, and the end."""
        for finding in self._holdings.view.each_finding("assertion", "conflict", "check"):
            for made in self._stix.finding(finding):
                self._put(made)
        self._target.write(f'\n], "id": "{stix_id("bundle", self._digest.hexdigest())}"}}\n')

    def _put(self, made: Object | None) -> None:
        if made is None:
            return
        line = json.dumps(made, ensure_ascii=False)
        self._digest.update(line.encode())
        self._target.write(f"{self._between}{line}")
        self._between = ",\n"

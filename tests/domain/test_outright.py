"""Words that tell of a type outright."""

from __future__ import annotations

import pytest

from kashf.domain.outright import outright
from kashf.domain.predicates import claim_types
from kashf.domain.tables import table


@pytest.mark.parametrize(
    ("language", "kind", "word", "told"),
    [
        ("en", "smuggle", "smuggle", True),
        ("en", "launder", "use", False),
        ("ar", "capture", "استولي", True),  # folded: «استولى»
        ("ru", "kill", "убить", True),
        ("de", "kill", "töten", False),
    ],
)
def test_a_word_tells_of_a_type_or_not(language: str, kind: str, word: str, told: bool) -> None:
    assert (word in outright(language, kind)) is told


def test_the_table_names_types_that_are() -> None:
    named = {kind for kinds in table("finance/outright").values() for kind in kinds}
    assert named <= claim_types().keys()

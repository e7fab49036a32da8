from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
ENGLISH = "The money went to the bank in 4 trucks and nobody gave a receipt"
ARABIC = "ذهب المال إلى البنك في 4 شاحنات ولم يعط أحد إيصالا"
OTHER = "The wheat was bought by a factory and paid for in gold and silver"


def told(draft: Any, language: str, quote: str, speaker: str | None) -> Any:
    """A report that names one group, firm and place, so that two of them are one story, and quotes somebody."""
    made = draft(f"Velmora Karstoff Brennike Ostrelik 7341 8852. «{quote}»", outlet=language, language=language)
    for name, key in (("Velmora", "e-v"), ("Karstoff", "e-k"), ("Brennike", "e-b"), ("Ostrelik", "e-o")):
        made.name(name, key)
    if speaker:
        made.keys[speaker] = speaker
    if "4" in quote:
        made.figure("4", 4, "truck")
    return made.quote(quote, speaker).record()


@pytest.mark.parametrize(
    ("english", "speakers", "shared"),
    [
        (ENGLISH, ("e-one", "e-one"), True),
        (ENGLISH, ("e-one", None), True),
        (ENGLISH, ("e-one", "e-two"), False),
        (ENGLISH.replace("4", "5"), ("e-one", "e-one"), True),
        (OTHER, ("e-one", "e-one"), False),
    ],
)
def test_translations_are_one_utterance(
    draft: Any,
    entity: Callable[..., Entity],
    of_kind: Pick,
    english: str,
    speakers: tuple[str | None, str | None],
    shared: bool,
) -> None:
    known = [entity(key, key, "person", mentions=1) for key in ("e-one", "e-two")]
    records = [told(draft, "en", english, speakers[0]), told(draft, "ar", ARABIC, speakers[1])]
    found = of_kind(compare(records, known), "quote")
    assert bool(found) == shared
    assert all("probably a translation" in (one.working or "") for one in found)

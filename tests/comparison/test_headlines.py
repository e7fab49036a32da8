"""Headline against body of one report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Finding, Region

Pick = Callable[..., list[Finding]]


def headed(draft: Any, title: str, body: str) -> Any:
    """A report in the making with a headline above its body."""
    text = f"{title}\n{body}"
    regions = (Region("title", 0, len(title)), Region("body", len(title) + 1, len(text)))
    return draft(text, regions=regions)


def told(made: Any, of_kind: Pick) -> list[tuple[str, ...]]:
    found = of_kind(compare([made.record()]), "conflict", "headline")
    return [(one.fields["what"], *(side["told"] for side in one.fields["told"])) for one in found]


PLAIN, ABOUT = ("300 مليون دولار", 3e8, "exact"), ("نحو 300 مليون دولار", 3e8, "about")
UP_TO, OVER = ("ما يصل إلى 300 مليون دولار", 3e8, "at_most"), ("أكثر من 300 مليون دولار", 3e8, "more_than")


@pytest.mark.parametrize(
    ("headline", "body", "figures"),
    [
        (PLAIN, UP_TO, ("300000000 USD", "at most 300000000 USD")),
        (PLAIN, ABOUT, ("300000000 USD", "about 300000000 USD")),
        (("350 مليون دولار", 3.5e8, "exact"), ABOUT, ("350000000 USD", "about 300000000 USD")),
        (PLAIN, OVER, None),
        (PLAIN, PLAIN, None),
        (ABOUT, UP_TO, None),
        (PLAIN, ("7 ملايين دولار", 7e6, "exact"), None),
    ],
)
def test_a_figure_that_the_headline_makes_larger_or_surer(
    draft: Any, of_kind: Pick, headline: Any, body: Any, figures: tuple[str, str] | None
) -> None:
    made = headed(draft, f"الورد يكسب {headline[0]}", f"قال الحارس إن التنظيم كسب {body[0]} من التهريب")
    end = len(f"الورد يكسب {headline[0]}")
    made.figure(headline[0], headline[1], "USD", headline[2])
    made.figure(body[0], body[1], "USD", body[2])
    record = made.record()
    start = record.text.index(body[0], end)
    placed = replace(record.figures[1], start=start, end=start + len(body[0]))
    record = replace(record, figures=(record.figures[0], placed))
    found = of_kind(compare([record]), "conflict", "headline")
    assert [tuple(side["told"] for side in one.fields["told"]) for one in found] == ([figures] if figures else [])
    assert all(record.text[side["start"] : side["end"]] == side["text"] for one in found for side in one.fields["told"])


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        ("asserted", "alleged", [("modality", "asserted", "alleged")]),
        ("asserted", "planned", [("modality", "asserted", "planned")]),
        ("attempted", "possible", [("modality", "attempted", "possible")]),
        ("asserted", "asserted", []),
        ("alleged", "asserted", []),
        ("planned", "expected", []),
    ],
)
def test_a_headline_that_is_surer_than_its_body(
    draft: Any, of_kind: Pick, headline: str, body: str, expected: list[tuple[str, ...]]
) -> None:
    sold, again = "الحارس باع الذهب كله", "يشتبه في أن حارس المستودع باع ذهب التجار"
    made = headed(draft, sold, f"{again} قبل أيام").claim("c-1", "sell", sold, object="الذهب", modality=headline)
    made.claim("c-2", "sell", again, object="ذهب التجار", modality=body)
    assert told(made, of_kind) == expected


def test_a_headline_that_leaves_out_the_denial(draft: Any, of_kind: Pick) -> None:
    sold, denied = "الحارس باع الذهب كله", "نفى الحارس أنه باع ذهب التجار"
    made = headed(draft, sold, f"{denied} قبل أيام").claim("c-1", "sell", sold, object="الذهب")
    made.claim("c-2", "sell", denied, object="ذهب التجار", polarity="denied")
    assert told(made, of_kind) == [("polarity", "affirmed", "denied")]


def test_a_body_that_says_both_is_not_against_its_headline(draft: Any, of_kind: Pick) -> None:
    sold, again, denied = "الحارس باع الذهب كله", "باع الحارس ذهب المستودع", "ونفى الحارس أنه باع ذهب التجار"
    made = headed(draft, sold, f"{again} ليلا. {denied} قبل أيام").claim("c-1", "sell", sold, object="الذهب")
    made.claim("c-2", "sell", again, object="ذهب المستودع")
    made.claim("c-3", "sell", denied, object="ذهب التجار", polarity="denied")
    assert told(made, of_kind) == []


def test_what_is_said_of_somebody_else_is_not_compared(draft: Any, of_kind: Pick) -> None:
    sold, other = "منير باع الذهب كله", "يشتبه في أن سالما باع ذهب التجار"
    made = headed(draft, sold, other).name("منير", "e-munir", "person").name("سالما", "e-salem", "person")
    made.claim("c-1", "sell", sold, actor="منير", object="الذهب")
    made.claim("c-2", "sell", other, actor="سالما", object="ذهب التجار", modality="alleged")
    assert told(made, of_kind) == []

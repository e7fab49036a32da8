"""Goods and currencies as mentions."""

from __future__ import annotations

import pytest

from kashf.domain.goods import goods
from kashf.extraction import extract
from kashf.records import Report

GOODS = [
    ("ar", "باعوا 25 ألف برميل من النفط الخام.", ["commodity|النفط الخام|oil"]),
    (
        "ar",
        "هربوا الذهب والآثار بالدولارات.",
        ["commodity|الذهب|gold", "commodity|الآثار|antiquities", "currency|الدولارات|dollar"],
    ),
    ("ar", "ضبطت الشرطة حبوب كبتاغون وحشيشا.", ["commodity|حبوب كبتاغون|captagon", "commodity|حشيشا|hashish"]),
    ("ar", "ذهب الوزير إلى البيت.", []),
    ("en", "They sold crude oil for Iraqi dinars.", ["commodity|crude oil|oil", "currency|dinars|dinar"]),
    (
        "en",
        "Captagon pills and gold bars were found.",
        ["commodity|Captagon pills|captagon", "commodity|gold bars|gold"],
    ),
    ("en", "The World Gold Council met.", []),
    ("fr", "Ils vendent de l'or et du haschich.", ["commodity|or|gold", "commodity|haschich|hashish"]),
    ("fr", "Or, il est parti.", []),
    (
        "ru",
        "Они меняли каптагон и золото на доллары.",
        ["commodity|каптагон|captagon", "commodity|золото|gold", "currency|доллары|dollar"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), GOODS)
def test_goods_are_mentions(language: str, text: str, expected: list[str]) -> None:
    mentions = extract(Report("r", "line", text, language=language)).mentions
    found = [f"{m.kind}|{m.text}|{m.name}" for m in mentions if m.kind in ("commodity", "currency")]
    assert found == expected


def test_a_good_is_nobody() -> None:
    mentions = extract(Report("r", "line", "They sold gold.", language="en")).mentions
    [gold] = [mention for mention in mentions if mention.kind == "commodity"]
    assert (gold.entity, gold.pronominal, gold.unresolved) == (None, True, None)


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_every_good_has_a_word_in_every_language(language: str) -> None:
    named = {good.key for listed in goods(language).values() for good in listed}
    assert named == {good.key for listed in goods("en").values() for good in listed}

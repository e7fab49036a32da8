"""Tables of predicates: what is unsound is told by file, line and remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from kashf.domain.predicate_checks import Vocabulary, check_entry
from kashf.domain.predicates import claim_types, predicates
from kashf.errors import DataError
from kashf.language.loading import line_of

VOCABULARY = Vocabulary({"sell": ("object", "counterparty"), "earn": ("object", "amount")}, {"oil": ("goods",)})
TABLE = """# A table.
predicates:
  sell:
    - verbs: [sell]
      roles: {object: [direct]}
    - verbs: [hawk]
      roles: {object: [direct]}
      needs: [{object: [oil]}]
"""


def entry(**changed: Any) -> Mapping[str, Any]:
    return {"verbs": ("hawk",), "roles": {"object": ("direct",)}, "needs": ({"object": ("oil",)},), **changed}


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_the_tables_are_sound(language: str) -> None:
    assert {predicate.type for predicate in predicates(language)} <= set(claim_types())


def test_what_holds_with_little_is_asked_last() -> None:
    sold = [predicate for predicate in predicates("en") if "sell" in predicate.verbs]
    assert sold[-1].needs == ({"object": ("arms",)},)
    assert sold[-1].type == "supply"


@pytest.mark.parametrize(
    ("changed", "line", "told"),
    [
        ({"verb": ("hawk",)}, 6, "unknown key 'verb' (did you mean 'verbs'?)"),
        ({"verbs": ()}, 6, "give it `verbs` or `nouns`"),
        ({"verbs": "hawk"}, 6, "write `verbs: [...]`"),
        ({"roles": {"objekt": ("direct",)}}, 7, "no role 'objekt' (did you mean 'object'?)"),
        ({"roles": {"amount": ("direct",)}}, 7, "the type 'sell' has no role 'amount'"),
        ({"roles": {"object": ("throgh",)}}, 7, "did you mean 'through'?"),
        ({"needs": ({"object": ("goodz",)},)}, 8, "'goodz' is no kind of filler (did you mean 'goods'?)"),
        ({"never": {"buyer": ("oil",)}}, 6, "no role 'buyer'"),
    ],
)
def test_an_error_names_the_line_and_the_remedy(changed: Mapping[str, Any], line: int, told: str) -> None:
    with pytest.raises(DataError) as raised:
        check_entry("en", ("predicates", "sell"), 2, entry(**changed), TABLE, VOCABULARY)
    assert str(raised.value).startswith(f"domain/finance/predicates.en.yaml, line {line} (sell, entry 2): ")
    assert told in str(raised.value)


def test_an_unknown_type_is_told() -> None:
    with pytest.raises(DataError, match=r"no type of claim 'sel' \(did you mean 'sell'\?\); the types are in"):
        check_entry("en", ("predicates", "sel"), 1, entry(), TABLE, VOCABULARY)


def test_a_sound_entry_is_let_through() -> None:
    check_entry("en", ("predicates", "sell"), 2, entry(), TABLE, VOCABULARY)


@pytest.mark.parametrize(
    ("way", "line"), [((), 2), (("predicates", "sell", 1), 6), (("predicates", "sell", 1, "needs"), 8), (("none",), 2)]
)
def test_the_line_of_an_entry(way: tuple[str | int, ...], line: int) -> None:
    assert line_of(TABLE, *way) == line
    assert yaml.safe_load(TABLE)

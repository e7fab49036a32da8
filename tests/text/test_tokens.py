from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kashf.text.folding import fold
from kashf.text.tokens import tokenise


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(fold(text))]


def test_hashtags_fall_into_their_words() -> None:
    assert norms("#ريف_حلب الشرقي") == ["#", "ريف", "_", "حلب", "الشرقي"]


def test_a_number_keeps_its_grouping() -> None:
    assert norms("1,200.5 برميل") == ["1,200.5", "برميل"]


def test_an_apostrophe_stays_within_its_word() -> None:
    assert norms("the group's oil") == ["the", "group's", "oil"]


@given(st.text(alphabet="نقل أموال\u064b\u0651ـ،.\n«»123abc _#", max_size=80))
def test_tokens_stand_in_order_in_the_original(text: str) -> None:
    tokens = tokenise(fold(text))
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(before.end <= after.start for before, after in pairwise(tokens))

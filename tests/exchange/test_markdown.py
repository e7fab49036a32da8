from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kashf.exchange.markdown import bold, brief_markdown, escaped
from kashf.views import Brief

Make = Callable[..., Brief]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_text_is_as_it_was(made: Make, golden: Callable[[str, str], None], language: str) -> None:
    golden(f"brief.{language}.md", brief_markdown(made(language)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, 12% (of it): fine.", "plain words, 12% (of it): fine."),
        ("*a* _b_ `c` [d](e) <f>", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\>"),
        ("a|b", r"a\|b"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("2017) item", r"2017\) item"),
        ("e-mail", "e-mail"),
        ("a -- b --- c", r"a \-\- b \-\-\- c"),
        ("&amp; & &#60;", r"\&amp; & \&#60;"),
        ("@cite $x$ ~~y~~ ^z^", r"\@cite \$x\$ \~\~y\~\~ \^z\^"),
        ("«نص» #وسم_هنا", r"«نص» #وسم\_هنا"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text(string.punctuation + "ab1 ع", max_size=40))
def test_escaping_loses_nothing(text: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped(text)) == text


def test_tables_have_as_many_cells_in_every_row(made: Make) -> None:
    rows = [line for line in brief_markdown(made()).splitlines() if line.startswith("|")]
    assert len(rows) > 5
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


def _tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def test_hostile_text_makes_no_markup(hostile: Brief, made: Make) -> None:
    tokens, expected = list(_tokens(brief_markdown(hostile))), list(_tokens(brief_markdown(made())))
    assert {token.type for token in tokens} <= {token.type for token in expected} | {"html_inline"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<!-- -->"}
    assert {token.attrs["href"] for token in tokens if token.type == "link_open"} <= {"https://example.org/marfa/1"}
    kinds = ("table_open", "tr_open", "td_open", "heading_open", "bullet_list_open", "blockquote_open")
    for kind in kinds:
        assert sum(token.type == kind for token in tokens) == sum(token.type == kind for token in expected)


@pytest.mark.parametrize(
    ("before", "words", "after", "written"),
    [
        ("and ", "gold moved", ".", "and **gold moved**."),
        ("and", "“gold", " moved", "and<!-- -->**“gold** moved"),
        ("و", "تهريب", " تم", "و**تهريب** تم"),
        ("he said ", "gold”", "and", "he said **gold”**<!-- -->and"),
        ("", " gold ", "", " **gold** "),
    ],
)
def test_bold_is_bold_whatever_stands_beside_it(before: str, words: str, after: str, written: str) -> None:
    assert bold(before, words, after) == written

"""Markdown of web pages: what of a text is read."""

from __future__ import annotations

import pytest

from kashf.text.markup import without_markup


def read(text: str) -> str:
    return "".join(text[start:end] for start, end in without_markup(text, [(0, len(text))]))


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Selon [le Monde](http://e.org/2016/07/une-enquete), oui.", "Selon le Monde, oui."),
        ('Des pertes ([3](/11/X#nb3 "« Trois, (...)"){#nh3 .spip_note}), dit-il.', "Des pertes , dit-il."),
        ('![JPEG - 102.1 ko](local/IMG-1.jpg?15){.logos width="890"}Le port', "Le port"),
        ("[a](b)\n### Huit millions versés {#huit-millions .spip}\nEn 2007", "a\n Huit millions versés \nEn 2007"),
        ("[lire](a.html) *« sans pause »,* précise", "lire « sans pause », précise"),
        ("[a](b) \\[environ 1 050 euros\\]", "a [environ 1 050 euros]"),
        ("Le (petit) port [de Brest] et 3*4", "Le (petit) port [de Brest] et 3*4"),
        ("Les comptes [2] sont à zéro (voir plus haut).", "Les comptes [2] sont à zéro (voir plus haut)."),
    ],
)
def test_addresses_pictures_and_notes_are_passed_over(written: str, left: str) -> None:
    assert read(written) == left


def test_only_what_lies_in_the_stretches_is_left() -> None:
    text = "Titre [a](b)\nCorps [c](d) fin"
    assert [text[s:e] for s, e in without_markup(text, [(0, 12), (13, 25)])] == ["Titre ", "a", "Corps ", "c"]

"""Every word of ours is there in both languages, and every one that a page asks for is there."""

from __future__ import annotations

import re
import string
from importlib.resources import files

import pytest

from kashf.workbench.interface import messages, navigation

TEMPLATES = [file for file in (files("kashf.workbench") / "templates").iterdir() if file.name.endswith(".j2")]


def _flat(entries, before=""):
    for key, entry in entries.items():
        if isinstance(entry, str):
            yield f"{before}{key}", entry
        else:
            yield from _flat(entry, f"{before}{key}.")


def test_both_languages_have_the_same_entries_with_the_same_places():
    english, arabic = (dict(_flat(messages(language).entries)) for language in ("en", "ar"))
    assert english.keys() == arabic.keys()
    for key, entry in english.items():
        places = [{name for _, name, _, _ in string.Formatter().parse(told)} for told in (entry, arabic[key])]
        assert places[0] == places[1], key


def test_arabic_is_in_arabic():
    told = [key for key, entry in _flat(messages("ar").entries) if not re.search("[\u0600-\u06ff]", entry)]
    assert not told


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_page_asks_for_what_there_is(template):
    asked = re.findall(r"(?<!words\.)\bsay\(\"([a-z_]+\.[a-z_]+)\"[,)]", template.read_text(encoding="utf-8"))
    assert not [path for path in asked if messages("en").find(path) is None]


def test_no_words_stand_in_a_template():
    for template in TEMPLATES:
        plain = re.sub(
            r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", " ", template.read_text(encoding="utf-8"), flags=re.S
        )
        words = set(re.findall(r"[A-Za-z\u0600-\u06ff]{3,}", plain)) - {"Kashf", "كشف"}
        assert not words, template.name


def test_every_page_of_the_navigation_has_a_name_and_a_letter_of_its_own():
    letters = [entry.letter for entry in navigation()]
    assert len(set(letters)) == len(letters)
    assert all(messages("en").find(f"nav.{entry.key}") for entry in navigation())

"""What leads from a text to the names it may have in it: all that is found by holding it against every name."""

from __future__ import annotations

import pytest

from kashf.names import entity_keys
from kashf.names.ordinary import is_ordinary
from kashf.names.text_keys import text_keys
from kashf.records import Entity

NAMED = {
    "salim": ("person", "Salim Nour Al-Bahri", "سالم نور البحري"),
    "marta": ("person", "Marta Obren"),
    "isil": ("organisation", "ISIL"),
    "cedar": ("organisation", "Blue Cedar Shipping"),
    "mersa": ("organisation", "شركة مرسى للصرافة"),
    "hamza": ("organisation", "Hamzawiya"),
    "syria": ("place", "Syria"),
}


def led_to(text):
    keys = text_keys(text, is_ordinary)
    entities = (Entity(key, kind, names[0], names) for key, (kind, *names) in NAMED.items())
    return {one.id for one in entities if keys & entity_keys(one)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The police held Salim Nour al-Bahri on Monday.", {"salim"}),
        ("Police asked Salim al-Bahri about it.", {"salim"}),
        ("وقال سالم البحري إن المال نقل", {"salim"}),
        ("وبسالم نور البحرى", {"salim"}),
        ("Салим Нур аль-Бахри", {"salim"}),
        ("Марта Обрен и её брат", {"marta"}),
        ("money of Daesh moved to Syria", {"isil", "syria"}),
        ("باع داعش النفط", {"isil"}),
        ("ships of Blue Cedar Shipping", {"cedar"}),
        ("عبر شركة مرسى للصرافة في المدينة", {"mersa"}),
        ("HAMZAWIYA said so", {"hamza"}),
        ("", set()),
        ("Salim went home. Marta did too.", set()),
        ("\u202e" * 50 + "x" * 10_000, set()),
    ],
)
def test_words_lead_to_names(text, named):
    assert led_to(text) == named

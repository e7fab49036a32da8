from __future__ import annotations

import pytest

from kashf.names.aliases import alias_pairs
from kashf.records import Mention


def mentions(text: str, *names: str, kind: str = "person") -> list[Mention]:
    found, at = [], 0
    for number, name in enumerate(names):
        start = text.index(name, at)
        at = start + len(name)
        found.append(Mention(start, at, name, kind, str(number)))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Name: Samer Nour Haddad\n\nAKA: Abu Ward al-Halabi", ("Samer Nour Haddad", "Abu Ward al-Halabi")),
        ("Samer Haddad (a.k.a. “Samir Hadad”) paid", ("Samer Haddad", "Samir Hadad")),
        ("Samer Haddad, also known as Abu Ward, paid", ("Samer Haddad", "Abu Ward")),
        ("ودفع سامر حداد المعروف بـ«أبو الورد» المبلغ", ("سامر حداد", "أبو الورد")),
        ("ودفع سامر حداد، الملقب بأبي الورد، المبلغ", ("سامر حداد", "أبي الورد")),
        ("قتل أبو الورد (واسمه الحقيقي سامر حداد) أمس", ("أبو الورد", "سامر حداد")),
        ("Samer Haddad, alias Abou Ward, a payé", ("Samer Haddad", "Abou Ward")),
        ("Самер Хаддад, он же Абу Вард, заплатил", ("Самер Хаддад", "Абу Вард")),
        ("Самер Хаддад, также известный как «Абу Вард»", ("Самер Хаддад", "Абу Вард")),
    ],
)
def test_a_marker_between_two_names_makes_them_one(text: str, names: tuple[str, str]) -> None:
    pairs = list(alias_pairs(text, mentions(text, *names)))
    assert [(one.text, other.text) for one, other in pairs] == [names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Samer Haddad and Abu Ward paid", ("Samer Haddad", "Abu Ward")),
        ("Samer Haddad met Abu Ward, also known in Aleppo", ("Samer Haddad", "Abu Ward")),
        ("سامر حداد المعروف بصلته بمنير قاسم", ("سامر حداد", "منير قاسم")),
        ("قال سامر حداد إن أبو الورد دفع", ("سامر حداد", "أبو الورد")),
        ("سامر حداد، أبو الورد", ("سامر حداد", "أبو الورد")),
        ("Самер Хаддад знал Абу Варда", ("Самер Хаддад", "Абу Варда")),
    ],
)
def test_other_words_between_them_do_not(text: str, names: tuple[str, str]) -> None:
    assert list(alias_pairs(text, mentions(text, *names))) == []


def test_in_a_list_each_alias_follows_the_one_before() -> None:
    text = "Name: Nour Relief Society\nAKA: Jamiyat al-Nour\nAKA: Light Society"
    marker = mentions(text, "AKA", kind="organisation")
    named = mentions(text, "Nour Relief Society", "Jamiyat al-Nour", "Light Society", kind="organisation")
    pairs = [(one.text, other.text) for one, other in alias_pairs(text, [*named, *marker])]
    assert pairs == [("Nour Relief Society", "Jamiyat al-Nour"), ("Jamiyat al-Nour", "Light Society")]

import pytest

from kashf.language.conjugation import Verb, noun_forms, participles, verb_forms


def forms(line: str) -> set[str]:
    return {written.form for written in verb_forms(Verb.parse(line))}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("نقل ينقل", {"نقل", "نقلت", "نقلوا", "نقلنا", "ينقل", "تنقل", "ينقلون", "ننقل", "ينقلوا"}),
        ("عاد يعود عد", {"عاد", "عادوا", "عدنا", "عدت", "يعود", "يعودون", "يعد"}),
        ("استولى يستولي", {"استولي", "استولت", "استولوا", "استولينا", "يستولي", "يستولون"}),
        ("اشترى يشتري", {"اشتري", "اشترت", "اشتروا", "يشتري", "يشترون", "يشتر"}),
    ],
)
def test_the_forms_of_a_verb(line: str, expected: set[str]) -> None:
    assert expected <= forms(line)


def test_a_line_needs_two_stems() -> None:
    with pytest.raises(ValueError, match="past and a present stem"):
        Verb.parse("نقل")


@pytest.mark.parametrize(
    ("line", "active", "passive"),
    [("قتل يقتل", "قاتل", "مقتول"), ("عاد يعود", "عاءد", None), ("استثمر يستثمر", "مستثمر", "مستثمر")],
)
def test_the_participles_of_a_verb(line: str, active: str, passive: str | None) -> None:
    made = set(participles(Verb.parse(line)))
    assert (active, "active") in made
    assert passive is None or (passive, "passive") in made


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("مسلح/ون", {("مسلحون", "p"), ("مسلحين", "p"), ("مسلحي", "p"), ("مسلحان", "d")}),
        ("شركة/ات", {("شركه", "s"), ("شركات", "p"), ("شركتين", "d"), ("شركتي", "d")}),
        ("مال أموال", {("مال", "s"), ("اموال", "p"), ("اموالا", "p")}),
    ],
)
def test_the_forms_of_a_noun(entry: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= set(noun_forms(entry))

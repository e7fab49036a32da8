"""The forms of French verbs by rule."""

import pytest

from kashf.language.french import infinitives_of, past_participles, present_forms, present_participles


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("saisir", {"saisi", "saisie", "saisis", "saisies"}),
        ("remettre", {"remis", "remise", "remises"}),
        ("dissoudre", {"dissous", "dissoute", "dissoutes"}),
        ("reconnaître", {"reconnu", "reconnue", "reconnus", "reconnues"}),
        ("conclure", {"conclu", "conclue", "conclus", "conclues"}),
        ("disparaître", {"disparu", "disparue", "disparus", "disparues"}),
        ("extraire", {"extrait", "extraite", "extraits", "extraites"}),
    ],
)
def test_past_participles(verb: str, forms: set[str]) -> None:
    assert set(past_participles(verb)) == forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sortir", {"sort", "sortent"}),
        ("prélever", {"prélève", "prélèvent"}),
        ("employer", {"emploie", "emploient"}),
        ("produire", {"produisent"}),
    ],
)
def test_third_persons_of_the_present(verb: str, forms: set[str]) -> None:
    assert forms <= set(present_forms(verb))
    assert not set(present_forms(verb)) & set(past_participles(verb))


@pytest.mark.parametrize(
    ("verb", "form"), [("financer", "finançant"), ("blanchir", "blanchissant"), ("vendre", "vendant")]
)
def test_present_participles(verb: str, form: str) -> None:
    assert form in set(present_participles(verb))


@pytest.mark.parametrize(
    ("form", "verb"), [("rackettait", "racketter"), ("finança", "financer"), ("chargeaient", "charger")]
)
def test_infinitives(form: str, verb: str) -> None:
    assert verb in set(infinitives_of(form))

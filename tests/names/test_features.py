import pytest

from kashf.domain import name_weights
from kashf.names.alignment import align
from kashf.names.features import FEATURES
from kashf.names.parts import NameKind, take_apart

DECLARED = [(kind, feature) for kind, features in FEATURES.items() for feature in features]


@pytest.mark.parametrize(("kind", "feature"), DECLARED, ids=lambda item: getattr(item, "name", str(item)))
def test_every_feature_has_its_sentence_and_its_weight(kind: str, feature: object) -> None:
    sentence = getattr(feature, "sentence")  # noqa: B009
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert getattr(feature, "name") in name_weights(kind)  # noqa: B009


@pytest.mark.parametrize("kind", FEATURES)
def test_every_weight_is_of_a_feature(kind: str) -> None:
    assert set(name_weights(kind)) == {"base", *(feature.name for feature in FEATURES[kind])}


@pytest.mark.parametrize(
    ("kind", "one", "other", "feature"),
    [
        ("person", "سامر حداد", "منير حداد", "first_differs"),
        ("person", "سامر حداد", "سامر خوري", "last_differs"),
        ("person", "علي صالح", "أحمد علي صالح", "first_added"),
        ("person", "محمد", "محمد حسن القيسي", "lone"),
        ("person", "S. Haddad", "Samer Haddad", "initials"),
        ("person", "علي حسن محمد", "علي محمد حسن", "disorder"),
        ("person", "سامر حداد", "Olga Orlova", "nothing"),
        ("organisation", "بنك البركة", "بنك البركة لبنان", "place_added"),
        ("organisation", "بنك البركة مصر", "بنك البركة لبنان", "places_differ"),
        ("organisation", "Brigade 44", "Brigade 45", "numbers_differ"),
        ("organisation", "Orient Solutions", "Orient Solutions II", "numbers_differ"),
        ("organisation", "People's Liberation Army", "PLA", "acronym"),
        ("organisation", "داعش", "ISIL", "known_as_one"),
        ("organisation", "حزب الله", "كتائب حزب الله", "known_apart"),
        ("organisation", "Orient Bank", "Orient School", "kinds_differ"),
        ("organisation", "Orient Ltd", "Orient JSC", "forms_differ"),
    ],
)
def test_a_feature_holds(kind: NameKind, one: str, other: str, feature: str) -> None:
    found = align(take_apart(one, kind), take_apart(other, kind))
    held = {declared.name: declared.holds(found)[0] for declared in FEATURES[kind]}
    assert held[feature] > 0
    assert all(0.0 <= value <= 1.0 for value in held.values())

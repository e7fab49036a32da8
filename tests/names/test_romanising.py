import pytest

from kashf.names import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد بن عبد الرحمن الجولاني", "Muhammad bin Abd al-Rahman al-Julani"),
        ("أشرف محمد يوسف عثمان عبد السلام", "Ashraf Muhammad Yusuf Uthman Abd al-Salam"),
        ("عبدالرحمن السعيد", "Abd al-Rahman al-Said"),
        ("مُعَمَّر القذافي", "Muammar al-Qadhafi"),
        ("نور الدين", "Nur al-Din"),
        ("گل آغا", "Gul Agha"),
        ("Дмитрий Феоктистов", "Dmitry Feoktistov"),
        ("Сергей Лавров", "Sergei Lavrov"),
        ("Samer Haddad", "Samer Haddad"),
        ("", ""),
    ],
)
def test_a_name_is_written_in_latin_letters(name: str, latin: str) -> None:
    assert romanise(name) == latin


@pytest.mark.parametrize("name", ["شركة الواحة للصرافة", "ثروت شحاتة", "ښاغلی څرک", "Хайсам Барнуси", "ЩУКИН"])
def test_nothing_of_another_script_is_left(name: str) -> None:
    assert romanise(name).isascii()

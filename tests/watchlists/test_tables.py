"""Anyone's own tables of names: any encoding and delimiter, headings in four languages or none, and Excel."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from kashf.errors import ReadingError
from kashf.watchlists import ListOptions, read_watchlist

ARABIC = """الرقم;الاسم الكامل;تاريخ الميلاد;الجنسية;ملاحظات
17;سالم نور البحري;1971;يمني;عميل قديم
18;شركة مرسى للصرافة;;لبنان;
19;داعش;;;
"""
RUSSIAN = "№\tФИО\tДата рождения\n4\tСалим Нур аль-Бахри\t03.02.1971\n5\tМарта Обрен\t1980\n"
FRENCH = "Nom;Prénom;Date de naissance;Numéro client\nObren;Marta;1980;7\nBahri;Salim;1971;8\n"


def read(folder, content, name="names.csv", **told):
    (folder / name).write_bytes(content)
    return read_watchlist(folder / name, ListOptions(**told))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso8859_6"])
def test_arabic_in_any_encoding(tmp_path, encoding):
    found = read(tmp_path, ARABIC.encode(encoding))
    assert [entry.name for entry in found.watchlist.entries] == ["سالم نور البحري", "شركة مرسى للصرافة", "داعش"]
    assert found.columns == {
        "key": ("الرقم",),
        "name": ("الاسم الكامل",),
        "born": ("تاريخ الميلاد",),
        "nationality": ("الجنسية",),
        "note": ("ملاحظات",),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8_r"])
def test_russian_in_any_encoding(tmp_path, encoding):
    content = RUSSIAN if encoding in ("utf-8", "utf-16") else RUSSIAN.replace("№", "номер")
    found = read(tmp_path, content.encode(encoding))
    assert [entry.name for entry in found.watchlist.entries] == ["Салим Нур аль-Бахри", "Марта Обрен"]


def test_a_bare_list_of_names_in_an_old_encoding(tmp_path):
    found = read(tmp_path, "سالم نور البحري\nداعش\nحماس\n".encode("cp1256"), "names.txt")
    assert [entry.name for entry in found.watchlist.entries] == ["سالم نور البحري", "داعش", "حماس"]
    assert found.columns == {"name": ("column 1",)}


def test_family_and_given_name_in_columns_of_their_own(tmp_path):
    content = "Nom de famille;Prénom;Né le\nObren;Marta;1980\nBahri;Salim;\n"
    found = read(tmp_path, content.encode("cp1252"))
    assert [entry.name for entry in found.watchlist.entries] == ["Marta Obren", "Salim Bahri"]


def test_a_name_beside_a_given_name_is_the_family_name(tmp_path):
    found = read(tmp_path, FRENCH.encode())
    assert [entry.names for entry in found.watchlist.entries] == [("Marta Obren",), ("Salim Bahri",)]
    assert [entry.key for entry in found.watchlist.entries] == ["7", "8"]


HEADINGS = [
    ("Customer Name,Country,Amount", {"name": ("Customer Name",), "country": ("Country",)}, ("Amount",)),
    ("NAME ARABIC,Name English,Type", {"name": ("NAME ARABIC", "Name English"), "kind": ("Type",)}, ()),
    (
        "first_name,father name,surname",
        {"first": ("first_name",), "middle": ("father name",), "last": ("surname",)},
        (),
    ),
    ("الإسم,البلد,القيمة", {"name": ("الإسم",), "country": ("البلد",)}, ("القيمة",)),
    (
        "اسم العميل,اسم الاب,رقم الهوية",
        {"name": ("اسم العميل",), "middle": ("اسم الاب",), "identifier": ("رقم الهوية",)},
        (),
    ),
    ("Alias 1,Alias 2,Name", {"alias": ("Alias 1", "Alias 2"), "name": ("Name",)}, ()),
    ("наименование,ИНН,страна", {"name": ("наименование",), "identifier": ("ИНН",), "country": ("страна",)}, ()),
]


@pytest.mark.parametrize(("heading", "columns", "rest"), HEADINGS)
def test_headings_in_four_languages(tmp_path, heading, columns, rest):
    found = read(tmp_path, f"{heading}\nAnn Obren,Bob Noor,Cy Marl\n".encode())
    assert (found.columns, found.passed_over) == (columns, rest)


def test_the_kind_is_read_in_any_of_the_languages(tmp_path):
    rows = "Ann Obren,individual\nمرسى,شركة\nМаяк,юридическое лицо\nGrey Heron,navire\nX Y,?\n"
    found = read(tmp_path, f"name,type\n{rows}".encode())
    kinds = [entry.kind for entry in found.watchlist.entries]
    assert kinds == ["person", "organisation", "organisation", "facility", "unknown"]


@pytest.mark.parametrize("told", ["Kunde", "kunde", "2", "B"])
def test_the_user_says_which_column_holds_the_name(tmp_path, told):
    content = b"Konto,Kunde,Name\n1,Ann Obren,savings\n2,Selim Noor,loan\n"
    found = read(tmp_path, content, columns={"name": [told]})
    assert [entry.names for entry in found.watchlist.entries] == [("Ann Obren",), ("Selim Noor",)]


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    with pytest.raises(ReadingError, match=r"has no column «Kunde»; its columns: «Konto», «Name»"):
        read(tmp_path, b"Konto,Name\n1,Ann Obren\n", columns={"name": ["Kunde"]})


def test_without_headings_the_column_of_names_is_found_by_what_is_in_it(tmp_path):
    found = read(tmp_path, b"1;Ann Obren;3.5\n2;Selim Noor;4\n")
    assert [entry.name for entry in found.watchlist.entries] == ["Ann Obren", "Selim Noor"]
    assert (found.columns, found.passed_over) == ({"name": ("column 2",)}, ("column 1", "column 3"))


def test_lines_above_the_headings_are_passed_over(tmp_path):
    found = read(tmp_path, b"Clients of the branch;;\n;;\nId;Name;Country\n1;Ann Obren;Malta\n")
    assert [entry.key for entry in found.watchlist.entries] == ["1"]


def test_several_names_in_one_cell(tmp_path):
    found = read(tmp_path, 'name,aliases\nAnn Obren,"Anna Obren; آنا أوبرن"\n'.encode())
    assert found.watchlist.entries[0].names == ("Ann Obren", "Anna Obren", "آنا أوبرن")


def test_a_name_that_stands_twice_is_one_entry_and_namesakes_are_two(tmp_path):
    found = read(tmp_path, b"name,born\nAnn Obren,1980\nAnn Obren,1980\nAnn Obren,1991\n")
    assert [entry.details["born"] for entry in found.watchlist.entries] == [("1980",), ("1991",)]
    assert len({entry.key for entry in found.watchlist.entries}) == 2


def test_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    sheet = book.create_sheet("عملاء")
    for row in (
        ["رقم العميل", "الاسم", "تاريخ الميلاد"],
        [17, "سالم نور البحري", datetime(1971, 2, 3)],
        [None] * 3,
        [18.0, "داعش", None],
    ):
        sheet.append(row)
    sheet.append(["=1+1", "=HYPERLINK(A1)", date(1980, 1, 1)])
    book.save(tmp_path / "names.xlsx")
    found = read_watchlist(tmp_path / "names.xlsx")
    first, second = found.watchlist.entries
    assert (first.key, first.name, first.details["born"]) == ("17", "سالم نور البحري", ("1971-02-03",))
    assert (second.key, second.name, second.place) == ("18", "داعش", "sheet عملاء, row 4")
    assert [problem.what for problem in found.problems] == ["has no name."]

"""What is wrong in a list costs the entry, is told with its place and a remedy, and the rest is kept."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from kashf.errors import ReadingError
from kashf.watchlists import read_watchlist

DATA = Path(__file__).parent / "data"
TORN = "<FIRST_NAME>R&D <b"
ANN = '{"id": "a", "schema": "Person", "properties": {"name": ["Ann Obren"]}}'
UNCLOSED = 'id,name\n1,Ann Obren\n2,"Selim Noor\n' + "3,Marta Obren\n" * 200
ENTITIES = (DATA / "entities.ftm.json").read_text()
UN = (DATA / "un.xml").read_text(encoding="utf-8")
BOMB = """<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>&a;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


UNREADABLE = [
    ("empty.csv", b"", "is empty."),
    ("blank.csv", b" \n\n", "is empty."),
    ("page.xml", "<html><body>Not found</body></html>", "no list we know: its outermost element is <html>"),
    ("bomb.xml", BOMB, "declares entities of its own"),
    (
        "bomb16.xml",
        BOMB.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"),
        "declares entities",
    ),
    ("outside.xml", OUTSIDE, "declares entities of its own"),
    ("numbers.csv", "1,2\n3,4\n", "has no column that could hold names"),
    ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
    ("half.xlsx", b"PK\x03\x04xl/workbook.xml" + bytes(100), "no sound Excel workbook"),
    ("noise.csv", bytes(range(128, 256)) * 30, "is not text in any encoding"),
    ("none.xml", re.sub("(?s)<INDIVIDUALS>.*</ENTITIES>", "", UN), "holds no entry"),
]


@pytest.mark.parametrize(("name", "content", "said"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_what_is_no_list_is_refused_with_a_reason_and_a_remedy(tmp_path, name, content, said):
    with pytest.raises(ReadingError) as raised:
        read_watchlist(written(tmp_path, name, content))
    assert said in raised.value.what
    assert raised.value.remedy.endswith((".", "=HEADING"))
    assert name in str(raised.value)


def test_nothing_there(tmp_path):
    with pytest.raises(ReadingError, match=r"is not there\. Check the path."):
        read_watchlist(tmp_path / "un.xml")


PARTLY = [
    ("cut.xml", UN[: UN.index("MARTA") + 3], ["HBi.001"], "line 5", "is not sound XML"),
    ("torn.xml", UN.replace("<FIRST_NAME>MARTA", TORN), ["HBi.001", "HBe.001"], "line 5", "not sound XML"),
    ("nameless.xml", UN.replace("MARTA", "").replace("OBREN", ""), ["HBi.001", "HBe.001"], "line 5", "has no name"),
    ("cut.json", ENTITIES[:-20], ["hb-1", "hb-2"], "line 4", "no FollowTheMoney entity"),
    ("odd.json", f"{ANN}\n[1]\n", ["a"], "line 2", "no Follow"),
    ("cut.csv", "id,name,country\n1,Ann Obren,Malta\n2,Selim No", ["1"], "row 3", "breaks off: it has 2 of 3 columns"),
    ("wide.csv", "id,name\n1,Ann Obren\n2,Noor,Selim,x\n", ["1", "2"], "row 3", "has 4 columns where there are 2"),
    ("bare.csv", "id,name,born\n1,,1971\n2,Ann Obren,1980\n", ["2"], "row 2", "has no name"),
    ("huge.csv", f"id,name\n1,{'x ' * 5000}\n2,Ann Obren\n", ["2"], "row 2", "holds 9,999 characters"),
    ("open.csv", UNCLOSED, ["1", "2", "3"], "row 3", "quotation mark"),
    ("vast.csv", f"id,name\n1,\"{'x' * 200_000}\"\n2,Ann Obren\n", ["2"], "row 2", "more than 131,072 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "kept", "place", "said"), PARTLY, ids=[row[0] for row in PARTLY])
def test_what_is_broken_is_told_and_the_rest_is_kept(tmp_path, name, content, kept, place, said):
    found = read_watchlist(written(tmp_path, name, content))
    assert [entry.key for entry in found.watchlist.entries][: len(kept)] == kept
    assert {entry.key.partition("/")[0] for entry in found.watchlist.entries} == set(kept)
    problem = found.problems[0]
    assert problem.location.endswith(f"{name}, {place}")
    assert said in problem.what
    assert problem.remedy


def test_an_entry_that_breaks_off_is_never_half_kept(tmp_path):
    for at in range(UN.index("<INDIVIDUAL>"), len(UN) - 40, 97):
        found = read_watchlist(written(tmp_path, "cut.xml", UN[:at]))
        assert {entry.name for entry in found.watchlist.entries} <= {
            "SALIM NOUR AL-BAHRI",
            "MARTA OBREN",
            "HARBOUR RELIEF FRONT",
        }
        assert found.problems


def test_xml_in_another_encoding_than_it_says_is_read(tmp_path):
    found = read_watchlist(written(tmp_path, "un.xml", UN.encode("cp1256")))
    assert "سالم نور البحري" in found.watchlist.entries[0].names
    assert "line" in found.problems[0].location


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kashf.watchlists.rows.LARGEST_WORKBOOK", 1000)
    book = openpyxl.Workbook()
    book.active.append(["Name"])
    book.active.append(["Ann Obren"])
    book.save(tmp_path / "names.xlsx")
    with pytest.raises(ReadingError, match="unpacks to more than"):
        read_watchlist(tmp_path / "names.xlsx")


def test_an_archive_of_several_lists_asks_which(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.csv", "name\nAnn Obren\n")
        archive.writestr("b.csv", "name\nSelim Noor\n")
    with pytest.raises(ReadingError, match="Name the file that is the list"):
        read_watchlist(written(tmp_path, "lists.zip", target.getvalue()))

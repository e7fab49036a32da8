from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation.matching_names import (
    measure_matching,
    measure_pairs,
    read_latin_names,
    read_pairs,
    read_queries,
)

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST>
<INDIVIDUALS>
<INDIVIDUAL><FIRST_NAME>SAMER</FIRST_NAME><SECOND_NAME>HADDAD</SECOND_NAME>
<REFERENCE_NUMBER> XXi.001 </REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>سامر حداد</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><ALIAS_NAME>Abu Ward</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><ALIAS_NAME>أبو الورد</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>
<INDIVIDUAL><FIRST_NAME>MUNIR</FIRST_NAME><SECOND_NAME>HADDAD</SECOND_NAME>
<REFERENCE_NUMBER>XXi.002</REFERENCE_NUMBER></INDIVIDUAL>
</INDIVIDUALS>
<ENTITIES><ENTITY><FIRST_NAME>WAHA MONEY EXCHANGE</FIRST_NAME>
<REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
"""
QUERIES = """\
id\tkind\tarabic
XXi.001\tperson\tأبو الورد
XXi.002\tperson\tمنير حداد
XXe.001\tentity\tشركة الواحة للصرافة
XXi.001\tperson\tليلى
"""
PAIRS = """\
schema,name1,name2,is_match
Person,سامر حداد,Samer Haddad,true
Person,سامر حداد,Munir Haddad,false
Company,Waha,Orient,true
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    written = (tmp_path / "list.xml", LIST), (tmp_path / "queries.tsv", QUERIES), (tmp_path / "pairs.csv", PAIRS)
    for path, text in written:
        path.write_text(text, encoding="utf-8")
    listed, queries, pairs = (path for path, _ in written)
    return listed, queries, pairs


def test_only_latin_names_of_the_list_are_searched(files: tuple[Path, Path, Path]) -> None:
    assert read_latin_names(files[0])[0] == ("XXi.001", ("SAMER HADDAD", "Abu Ward"), "person")


def test_entries_are_found(files: tuple[Path, Path, Path]) -> None:
    verdict = measure_matching(read_queries(files[1]), read_latin_names(files[0]))
    found = {name: verdict.plain[name] for name in ("queries", "recall@1", "recall@5", "recall", "wrong_per_query")}
    assert found == {"queries": 4, "recall@1": 0.75, "recall@5": 0.75, "recall": 0.75, "wrong_per_query": 0.0}
    assert verdict.plain["names_per_second"] > 0
    assert [line.split()[1] for line in verdict.misses] == ["XXi.001"]
    assert "recall@1" in verdict.table


def test_pairs_are_judged(files: tuple[Path, Path, Path]) -> None:
    verdict = measure_pairs(read_pairs(files[2]))
    assert verdict.plain == {"pairs": 3, "precision": 1.0, "recall": 0.5, "f1": pytest.approx(0.667, abs=0.001)}
    assert len(verdict.misses) == 1


@pytest.mark.parametrize(
    ("read", "text"),
    [(read_queries, "id\tarabic\nXXi.001\t\n"), (read_pairs, "name1\n\x00\n"), (read_latin_names, "<a>")],
)
def test_what_is_no_such_file_is_told(tmp_path: Path, read: object, text: str) -> None:
    path = tmp_path / "broken"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="broken"):
        read(path)  # type: ignore[operator]

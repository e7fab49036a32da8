"""What is written is read back the same: by Kashf itself, by csv, openpyxl, DuckDB, networkx and stix2."""

from __future__ import annotations

import csv
import io
import json
import warnings
from datetime import date, datetime

import duckdb
import networkx
import openpyxl
import pytest

from kashf.exchange.delimited import TableWriter
from kashf.exchange.excel import MOST_CHARACTERS, WorkbookWriter
from kashf.exchange.graph import edges, node
from kashf.exchange.holdings import Holdings
from kashf.exchange.importing import take_in
from kashf.exchange.parquet import ParquetWriter
from kashf.exchange.tables import TablesWriter, tables
from kashf.ledger import View
from kashf.records import Figure, Record, Report

from .conftest import ledger_of, run


class Kept:
    """A sink that keeps the rows."""

    def __init__(self):
        self.rows = {name: [] for name in tables()}

    def put(self, table, row):
        self.rows[table].append(tables()[table].cells(row))

    def close(self):
        pass


@pytest.fixture
def rows(ledger):
    """The rows of every table, as they are before any format."""
    sink = Kept()
    with View(ledger) as view:
        run(TablesWriter(sink, Holdings(view)), view)
    return sink.rows


def test_every_table_has_rows_in_its_columns(rows):
    assert all(rows.values())
    for name, told in rows.items():
        for row in told:
            assert len(row) == len(tables()[name].columns)


@pytest.mark.parametrize("column", [column for table in tables().values() for column in table.columns], ids=str)
def test_every_column_has_a_type_that_parquet_knows(column):
    from kashf.exchange.parquet import TYPES

    assert column.type in TYPES
    assert column.holds


@pytest.mark.parametrize("table", tables())
def test_csv(ledger, rows, table):
    target = io.StringIO()
    with View(ledger) as view:
        run(TableWriter(target, Holdings(view), table), view)
    heading, *read = csv.reader(io.StringIO(target.getvalue()))
    assert heading == [column.name for column in tables()[table].columns]
    assert read == [[as_csv(cell) for cell in row] for row in rows[table]]


def as_csv(cell):
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%dT%H:%M:%SZ}"
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def test_excel(ledger, rows, tmp_path):
    with View(ledger) as view:
        run(WorkbookWriter(tmp_path / "all.xlsx", Holdings(view)), view)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == list(tables())
    for name in tables():
        heading, *read = book[name].values
        assert list(heading) == [column.name for column in tables()[name].columns]
        assert [list(row) for row in read] == [[as_excel(cell) for cell in row] for row in rows[name]]


def as_excel(cell):
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    return datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell


def test_parquet(ledger, rows, tmp_path):
    with View(ledger) as view:
        run(ParquetWriter(tmp_path / "o'clock", Holdings(view)), view)
    assert {each.suffix for each in (tmp_path / "o'clock").iterdir()} == {".parquet"}
    for name in tables():
        read = duckdb.read_parquet(str(tmp_path / "o'clock" / f"{name}.parquet"))
        assert read.columns == [column.name for column in tables()[name].columns]
        assert [list(row) for row in read.fetchall()] == [[as_parquet(cell) for cell in row] for row in rows[name]]


def as_parquet(cell):
    return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell


@pytest.mark.parametrize("run_by", ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)"])
def test_a_spreadsheet_runs_no_cell(tmp_path, run_by):
    text = f"{run_by} was sold"
    figure = Figure(0, len(run_by), run_by, value=-2.5, unit="USD")
    ledger = ledger_of(tmp_path / "bad.db", [Record(Report("r-1", "a.txt", text, title=run_by), figures=(figure,))])
    target = io.StringIO()
    with View(ledger) as view:
        run(TableWriter(target, Holdings(view), "reports"), view)
        run(WorkbookWriter(tmp_path / "bad.xlsx", Holdings(view)), view)
    assert f"'{run_by}" in next(csv.DictReader(io.StringIO(target.getvalue())))["title"]
    book = openpyxl.load_workbook(tmp_path / "bad.xlsx")
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert [cell.value for cell in cells if cell.value == -2.5]


def test_a_cell_is_no_longer_than_excel_takes(tmp_path):
    title = "ا" * (MOST_CHARACTERS + 10)
    ledger = ledger_of(tmp_path / "long.db", [Record(Report("r-1", "a.txt", "text", title=title))])
    with View(ledger) as view:
        run(WorkbookWriter(tmp_path / "long.xlsx", Holdings(view)), view)
    assert len(openpyxl.load_workbook(tmp_path / "long.xlsx")["reports"]["C2"].value) == MOST_CHARACTERS


def test_a_table_too_long_for_a_sheet_goes_on_in_another(ledger, rows, tmp_path, monkeypatch):
    monkeypatch.setattr("kashf.exchange.excel.MOST_ROWS", 4)
    with View(ledger) as view:
        run(WorkbookWriter(tmp_path / "many.xlsx", Holdings(view)), view)
    book = openpyxl.load_workbook(tmp_path / "many.xlsx")
    sheets = [name for name in book.sheetnames if name.startswith("roles")]
    assert sheets[:2] == ["roles", "roles (2)"]
    read = [list(row) for name in sheets for row in list(book[name].values)[1:]]
    assert read == rows["roles"]
    assert all(len(list(book[name].values)) <= 4 for name in sheets)


@pytest.mark.parametrize("kind", ["graphml", "gexf"])
def test_graphs(ledger, written, tmp_path, kind):
    path = tmp_path / "graph.xml"
    path.write_text(written(ledger, kind), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = networkx.read_graphml(path, force_multigraph=True) if kind == "graphml" else networkx.read_gexf(path)
    with View(ledger) as view:
        holdings = Holdings(view)
        nodes = {each.id: each.values for each in (node(entity, holdings) for entity in view.each_entity())}
        drawn = [edge for record in view.records() for told in holdings.told(record) for edge in edges(told, holdings)]
    assert {id_: told(values) for id_, values in read.nodes(data=True)} == {
        id_: told(each) for id_, each in nodes.items()
    }
    found = sorted((source, target, told(values)) for source, target, values in read.edges(data=True))
    assert found == sorted((edge.source, edge.target, told(edge.values)) for edge in drawn)


def told(values):
    """What an edge or node says, as comparable text; the id that a reader of GEXF adds left out."""
    return repr(sorted((name, value) for name, value in values.items() if value != "" and name not in ("id", "viz")))


def test_stix_is_read_and_written_the_same(ledger, written):
    text = written(ledger, "stix")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import stix2

        bundle = stix2.parse(text, allow_custom=False)
    plain = {each["id"]: each for each in json.loads(text)["objects"]}
    assert len(plain) == len(bundle.objects)
    for each in bundle.objects:
        assert json.loads(each.serialize()) == plain[each.id]


def test_every_reference_of_stix_is_in_the_bundle(ledger, written):
    objects = json.loads(written(ledger, "stix"))["objects"]
    ids = {each["id"] for each in objects}
    for each in objects:
        single = [each[key] for key in ("source_ref", "target_ref", "created_by_ref") if key in each]
        assert {*single, *each.get("object_refs", ())} <= ids, each


def test_every_reference_of_ftm_is_there(ledger, written):
    entities = [json.loads(line) for line in written(ledger, "ftm").splitlines()]
    ids = {each["id"] for each in entities}
    pointing = ("proof", "entity", "involved", "document", "resolved", "subject", "object", "payer", "beneficiary")
    for each in entities:
        assert {value for name in pointing for value in each["properties"].get(name, ())} <= ids, each


def test_a_statement_is_a_value_of_an_entity(ledger, written):
    entities = {each["id"]: each for each in map(json.loads, written(ledger, "ftm").splitlines())}
    said: dict[str, dict[str, list[str]]] = {id_: {} for id_ in entities}
    for each in map(json.loads, written(ledger, "ftm-statements").splitlines()):
        assert each["schema"] == entities[each["entity_id"]]["schema"]
        if each["prop"] != "id":
            said[each["entity_id"]].setdefault(each["prop"], []).append(each["value"])
    assert said == {id_: each["properties"] for id_, each in entities.items()}


def test_a_ledger_made_of_what_was_exported_exports_the_same(example, tmp_path, written):
    (tmp_path / "all.jsonl").write_text(
        written(example, "judgements") + written(example, "extracted"), encoding="utf-8"
    )
    taken = take_in(tmp_path / "all.jsonl", tmp_path / "new.db")
    assert (taken.left_out, taken.known) == ([], 0)
    for kind in ("records", "findings", "entities", "judgements"):
        assert written(tmp_path / "new.db", kind) == written(example, kind)

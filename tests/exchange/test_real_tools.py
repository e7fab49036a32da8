"""The tools that the files are for accept them: on the example reports, and on outside ones where they are there.

FollowTheMoney needs ICU built for this Python (`make followthemoney`); its tests are skipped where it is not.
"""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import duckdb
import networkx
import openpyxl
import pytest

from kashf.exchange.excel import WorkbookWriter
from kashf.exchange.holdings import Holdings
from kashf.exchange.parquet import ParquetWriter
from kashf.exchange.tables import TablesWriter, tables
from kashf.ledger import View

from .conftest import read_into, run

SECONDS = 240
needs_followthemoney = pytest.mark.skipif(
    find_spec("followthemoney") is None or find_spec("nomenklatura") is None,
    reason="FollowTheMoney is not installed: make followthemoney",
)
LOADING = """
import sys
from pathlib import Path
from followthemoney import StatementEntity
from nomenklatura import Resolver
from nomenklatura.db import make_session
from nomenklatura.store import load_entity_file_store

with make_session("sqlite:///:memory:") as session:
    resolver = Resolver[StatementEntity](session, create=True)
    store = load_entity_file_store(Path(sys.argv[1]), resolver)
    print(sum(1 for _ in store.default_view().entities()))
"""

LOADING_STATEMENTS = """
import json
import sys
from pathlib import Path
from followthemoney import Dataset, StatementEntity
from followthemoney.statement import JSON, read_path_statements
from nomenklatura import Resolver
from nomenklatura.db import make_session
from nomenklatura.store import MemoryStore

told = list(read_path_statements(Path(sys.argv[1]), JSON))
dataset = Dataset.make({"name": told[0].dataset, "title": told[0].dataset})
with make_session("sqlite:///:memory:") as session:
    store = MemoryStore(dataset, Resolver[StatementEntity](session, create=True))
    with store.writer() as writer:
        for statement in told:
            writer.add_statement(statement)
    for entity in store.default_view().entities():
        print(json.dumps({"id": entity.id, "properties": entity.to_dict()["properties"]}))
"""


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the two outside reports."""
    folder = tmp_path_factory.mktemp("seeds")
    for each in sorted((shared / "reports" / "seed").glob("*.txt")):
        (folder / "reports").mkdir(exist_ok=True)
        (folder / "reports" / each.name).write_bytes(each.read_bytes())
    return read_into(folder / "seeds.db", folder / "reports")


@pytest.fixture(params=["example", pytest.param("seeds", marks=pytest.mark.shared)])
def known(request):
    """A ledger of real reports."""
    return request.getfixturevalue(request.param)


def program(name):
    """A program beside the Python that runs the tests."""
    return str(Path(sys.executable).with_name(name))


def told_by(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def file_of(written, tmp_path, ledger, kind):
    path = tmp_path / f"export.{kind}.json"
    path.write_text(written(ledger, kind), encoding="utf-8")
    return path


def lines(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def by_id(entities):
    return {each["id"]: {name: sorted(values) for name, values in each["properties"].items()} for each in entities}


@pytest.mark.slow
def test_the_validator_of_stix_finds_no_error(known, written, tmp_path):
    path = file_of(written, tmp_path, known, "stix")
    told = told_by(program("stix2_validator"), str(path))
    assert "STIX JSON: Valid" in told
    warned = {line.partition("{")[2].partition("}")[0] for line in told.splitlines() if "Warning" in line}
    assert warned <= {"103", "111", "223"}, "ids of version 5, which the standard allows; regions of no vocabulary"


@pytest.mark.slow
@needs_followthemoney
def test_followthemoney_validates_and_changes_nothing(known, written, tmp_path):
    path = file_of(written, tmp_path, known, "ftm")
    told_by(program("ftm"), "validate", "-i", str(path), "-o", str(tmp_path / "valid"))
    assert by_id(lines(tmp_path / "valid")) == by_id(lines(path))


@pytest.mark.slow
@needs_followthemoney
def test_followthemoney_makes_the_entities_of_the_statements(known, written, tmp_path):
    path = file_of(written, tmp_path, known, "ftm-statements")
    ordered = sorted(path.read_text(encoding="utf-8").splitlines())
    path.write_text("\n".join(ordered) + "\n", encoding="utf-8")
    arguments = ("aggregate-statements", "-f", "json", "-i", str(path), "-o", str(tmp_path / "made"))
    told_by(program("ftm"), *arguments)
    made = {id_: {**of, "id": []} for id_, of in by_id(lines(tmp_path / "made")).items()}
    wanted = {each["id"]: each for each in map(json.loads, written(known, "ftm").splitlines())}
    assert made == {id_: {**of, "id": []} for id_, of in by_id(wanted.values()).items()}


@pytest.mark.slow
@needs_followthemoney
def test_nomenklatura_loads_the_entities(known, written, tmp_path):
    path = file_of(written, tmp_path, known, "ftm")
    loaded = told_by(sys.executable, "-c", LOADING, str(path))
    assert int(loaded) == len(lines(path))


@pytest.mark.slow
@needs_followthemoney
def test_nomenklatura_loads_the_statements(known, written, tmp_path):
    path = file_of(written, tmp_path, known, "ftm-statements")
    loaded = by_id(map(json.loads, told_by(sys.executable, "-c", LOADING_STATEMENTS, str(path)).splitlines()))
    wanted = by_id(map(json.loads, written(known, "ftm").splitlines()))
    assert loaded == wanted


class Counted:
    """A sink that counts the rows of each table."""

    def __init__(self):
        self.rows = Counter()

    def put(self, table, _):
        self.rows[table] += 1

    def close(self):
        pass


@pytest.mark.slow
def test_a_spreadsheet_and_a_database_read_every_row(known, tmp_path):
    with View(known) as view:
        run(TablesWriter(counted := Counted(), Holdings(view)), view)
        run(WorkbookWriter(tmp_path / "all.xlsx", Holdings(view)), view)
        run(ParquetWriter(tmp_path / "all", Holdings(view)), view)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx", read_only=True)
    for name in tables():
        rows = counted.rows[name]
        assert len(list(book[name].values)) == rows + 1
        assert len(duckdb.read_parquet(str(tmp_path / "all" / f"{name}.parquet")).fetchall()) == rows
    assert counted.rows["claims"] > 20


@pytest.mark.parametrize("kind", ["graphml", "gexf"])
def test_networkx_reads_every_name_and_line(known, written, tmp_path, kind):
    path = tmp_path / "graph.xml"
    path.write_text(written(known, kind), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = networkx.read_graphml(path, force_multigraph=True) if kind == "graphml" else networkx.read_gexf(path)
    with View(known) as view:
        assert set(read) == {entity.id for entity in view.each_entity()}
    assert read.number_of_edges() > 10


def test_the_example_has_every_kind_of_object(example, written):
    kinds = Counter(each["type"] for each in json.loads(written(example, "stix"))["objects"])
    assert {"report", "identity", "location", "note", "opinion", "relationship", "extension-definition"} == set(kinds)
    schemata = {json.loads(line)["schema"] for line in written(example, "ftm").splitlines()}
    assert schemata >= {"Article", "Event", "Mention", "Note", "Person", "Organization", "Address", "UnknownLink"}

"""Every format there is: the same bytes for the same ledger, as the golden files have them; whole or not at all."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from kashf.errors import ExchangeError
from kashf.exchange.exporting import export_file, placed
from kashf.exchange.formats import format_of, formats
from kashf.exchange.holdings import Holdings
from kashf.ledger import View

STREAMS = [name for name, each in formats().items() if each.shape == "stream"]
PLACES = [name for name, each in formats().items() if each.shape != "stream"]


def exported(ledger, name, path, **more):
    with View(ledger) as view:
        export_file(formats()[name], Holdings(view), path, **more)
    return path


def contents(path):
    return {each.name: each.read_bytes() for each in sorted(path.iterdir())} if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("name", ["ftm", "stix", "graphml", "gexf"])
def test_a_format_is_as_the_golden_file_has_it(ledger, written, golden, name):
    golden(f"harbour.{name}.txt", written(ledger, name))


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_is_the_same_twice(ledger, written, name):
    assert written(ledger, name) == written(ledger, name)


@pytest.mark.parametrize("name", PLACES)
def test_a_file_or_folder_is_the_same_twice(ledger, tmp_path, name):
    first, second = (exported(ledger, name, tmp_path / each) for each in ("one", "two"))
    assert contents(first) == contents(second)


@pytest.mark.parametrize("name", [*PLACES, "stix"])
def test_an_earlier_export_is_replaced(ledger, tmp_path, name):
    path = exported(ledger, name, tmp_path / "out")
    before = contents(path)
    assert contents(exported(ledger, name, path)) == before


def test_a_folder_of_other_things_is_never_written_over(ledger, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(ExchangeError, match="other things"):
        exported(ledger, "csv", tmp_path / "mine")
    with pytest.raises(ExchangeError, match="other things"):
        exported(ledger, "xlsx", tmp_path / "mine")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"


def half_a_file(path):
    path.write_text("half")
    raise OSError("disk full")


def half_a_folder(path):
    path.mkdir()
    half_a_file(path / "part")


@pytest.mark.parametrize("making", [half_a_file, half_a_folder])
def test_half_of_something_is_never_left(tmp_path, making):
    with pytest.raises(OSError, match="disk full"), placed(tmp_path / "out") as beside:
        making(beside)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.graphml", "graphml"), ("A.XLSX", "xlsx"), ("b.stix.json", "stix"), ("c.ftm.json", "ftm"), ("d.json", None)],
)
def test_the_ending_tells_the_format(path, name):
    found = format_of(path)
    assert (found.name if found else None) == name


def test_an_empty_ledger_can_be_exported(tmp_path):
    from kashf.ledger import Writer

    with Writer(tmp_path / "empty.db"):
        pass
    for name in formats():
        exported(tmp_path / "empty.db", name, tmp_path / f"empty-{name}")


@pytest.mark.parametrize("text", ["<b>&\"'", "\x00\x1b[31m\ufffe\uffff\u202e", "=HYPERLINK(1)", "]]>"])
def test_hostile_text_breaks_no_format(invented_with, holding, tmp_path, text):
    ledger = holding(invented_with(text))
    made = {name: exported(ledger, name, tmp_path / f"hostile-{name}") for name in formats()}
    for name in ("ftm", "ftm-statements"):
        assert all(json.loads(line) for line in made[name].read_text(encoding="utf-8").splitlines())
    assert json.loads(made["stix"].read_text(encoding="utf-8"))["type"] == "bundle"
    for name in ("graphml", "gexf"):
        assert len(list(etree.parse(made[name]).iter())) > 100

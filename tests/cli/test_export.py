"""`kashf export`: every format to a file or the screen, whole files or none, and packs that are signed."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kashf.exchange.formats import formats
from kashf.records import finding_from_json, record_from_json


@pytest.fixture
def kashf(kashf):
    kashf("read", "reports")
    return kashf


@pytest.mark.parametrize(
    ("kind", "read", "lines"), [("records", record_from_json, 2), ("findings", finding_from_json, 2)]
)
def test_each_line_can_be_read_back(kashf, kind, read, lines):
    told = kashf("export", "--format", kind)
    assert len([read(line) for line in told.out.splitlines()]) == lines


def test_a_file_holds_what_stdout_would(kashf):
    assert kashf("export", "-o", "records.jsonl").err == "Written: records.jsonl\n"
    assert Path("records.jsonl").read_text(encoding="utf-8") == kashf("export").out


def test_a_file_is_written_whole_or_not_at_all(kashf, here, monkeypatch):
    def fail(_, record):
        raise OSError(28, "No space left on device")

    Path("records.jsonl").write_text("what was there")
    monkeypatch.setattr("kashf.exchange.lines.RecordWriter.write", fail)
    assert (told := kashf("export", "-o", "records.jsonl")).code == 1
    assert "No space left on device" in told.err
    assert Path("records.jsonl").read_text() == "what was there"
    assert [each.name for each in here.iterdir() if each.name.endswith(".part")] == []


def test_a_pipe_is_written_to_and_not_replaced(kashf):
    os.mkfifo("pipe")
    with ThreadPoolExecutor() as other:
        reading = other.submit(Path("pipe").read_text, encoding="utf-8")
        assert kashf("export", "-o", "pipe").code == 0
    assert Path("pipe").is_fifo()
    assert reading.result() == kashf("export").out


def test_a_link_is_followed(kashf):
    Path("target.jsonl").touch()
    Path("link.jsonl").symlink_to("target.jsonl")
    kashf("export", "-o", "link.jsonl")
    assert Path("link.jsonl").is_symlink()
    assert Path("target.jsonl").read_text(encoding="utf-8") == kashf("export").out


def test_a_folder_that_is_not_there_is_said(kashf):
    assert (told := kashf("export", "-o", "no/such/folder.jsonl")).code == 1
    assert "no/such/folder.jsonl" in told.err


@pytest.mark.parametrize("name", formats())
def test_every_format_goes_to_a_file(harbour, name):
    assert harbour("export", "--format", name, "-o", "out").err == "Written: out\n"
    assert Path("out").exists()


@pytest.mark.parametrize("name", [name for name, each in formats().items() if each.shape == "stream"])
def test_a_stream_goes_to_the_screen_too(harbour, name):
    harbour("export", "--format", name, "-o", "out")
    assert harbour("export", "--format", name).out == Path("out").read_text(encoding="utf-8")


def test_the_name_of_the_file_tells_the_format(harbour):
    harbour("export", "-o", "net.gexf")
    harbour("export", "--format", "gexf", "-o", "other")
    assert Path("net.gexf").read_bytes() == Path("other").read_bytes()


@pytest.mark.parametrize("to", [("-o", "claims.csv"), ()])
def test_one_table(harbour, to):
    told = harbour("export", "--format", "csv", "--table", "claims", *to)
    text = Path("claims.csv").read_text(encoding="utf-8") if to else told.out
    assert text.startswith("id,report,outlet,")
    assert text.count("\n") == 14


def test_an_earlier_export_is_replaced(kashf):
    Path("records.jsonl").write_text("what was there")
    assert kashf("export", "-o", "records.jsonl").code == 0
    assert Path("records.jsonl").read_text(encoding="utf-8") == kashf("export").out


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--format", "xml"), "'ftm'"),
        (("--format", "xlsx"), "Say where it goes"),
        (("--format", "pack"), "which finding or claim"),
        (("--format", "pack", "--finding", "c-a1"), "Say where it goes"),
        (("--finding", "c-a1"), "--format pack"),
        (("--table", "claims"), "--format csv"),
    ],
)
def test_options_that_do_not_go_together_are_said(harbour, options, why):
    assert (told := harbour("export", *options)).code == 2
    assert why in told.err


def test_a_format_without_its_package_is_said(harbour, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert (told := harbour("export", "--format", "parquet", "-o", "out")).code == 1
    assert "pip install 'kashf[parquet]'" in told.err
    assert not Path("out").exists()


def test_a_pack_is_signed_and_verified(harbour):
    made = harbour("export", "--format", "pack", "--finding", "f-gold", "-o", "gold.zip")
    assert (made.code, "A signing key was made" in made.err) == (0, True)
    key = made.err.split()[-1]
    again = harbour("export", "--format", "pack", "--finding", "f-gold", "-o", "again.zip")
    assert ("A signing key was made" in again.err, again.err.split()[-1]) == (False, key)
    assert Path("gold.zip").read_bytes() == Path("again.zip").read_bytes()
    assert (told := harbour("verify", "gold.zip", "again.zip", "--key", key)).code == 0
    assert told.out.count("holds") == 2


def test_a_pack_that_does_not_hold_is_told(harbour):
    harbour("export", "--format", "pack", "--finding", "f-gold", "-o", "gold.zip")
    Path("bad.zip").write_bytes(Path("gold.zip").read_bytes() + b"x")
    told = harbour("verify", "bad.zip", "kashf.db", "nothing.zip", "gold.zip")
    assert told.code == 1
    assert "bad.zip: the archive was changed" in told.out + told.err or "bad.zip is no evidence pack" in told.err
    assert "kashf.db is no evidence pack" in told.err
    assert "nothing.zip" in told.err
    assert "gold.zip: holds" in told.out


def test_another_key_than_was_named_is_told(harbour):
    harbour("export", "--format", "pack", "--finding", "f-gold", "-o", "gold.zip")
    assert (told := harbour("verify", "gold.zip", "--key", "00" * 32)).code == 1
    assert "signed with another key" in told.out


def test_what_was_exported_is_imported(harbour):
    harbour("export", "--format", "extracted", "-o", "reports.jsonl")
    told = harbour("--ledger", "other.db", "import", "reports.jsonl")
    assert (told.code, "records: 5 (known already: 0)" in told.err) == (0, True)
    wanted = [record_from_json(line).report.id for line in harbour("export").out.splitlines()]
    found = [record_from_json(line).report.id for line in harbour("--ledger", "other.db", "export").out.splitlines()]
    assert found == wanted


def test_a_line_that_is_left_out_is_told_at_its_place(harbour):
    Path("bad.jsonl").write_text('{"schema": "Person", "properties": {}}\n')
    assert (told := harbour("--ledger", "other.db", "import", "bad.jsonl")).code == 1
    assert "bad.jsonl#1: It is a FollowTheMoney entity" in told.err

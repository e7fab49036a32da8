"""`kashf export`: the record and finding formats, whole files or none."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

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
    assert kashf("export", "-o", "records.jsonl").err == "Written: 2 lines to records.jsonl\n"
    assert Path("records.jsonl").read_text(encoding="utf-8") == kashf("export").out


def test_a_file_is_written_whole_or_not_at_all(kashf, here, monkeypatch):
    def fail(_):
        yield "first line"
        raise OSError(28, "No space left on device")

    Path("records.jsonl").write_text("what was there")
    monkeypatch.setattr("kashf.cli.export.FORMATS", {"records": fail})
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

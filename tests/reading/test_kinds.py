"""Kinds: what a file is, by its first bytes, its name and its look."""

import gzip

import pytest

from kashf.reading.files import File
from kashf.reading.kinds import Unread, is_hidden, kind_of

TEXT = b"The customs chief said that the shipment was moved in hidden bags.\n"
PAGE = b"<!DOCTYPE html><html><body><p>Gold</p></body></html>"
KINDS = [
    ("a.txt", TEXT, "plain"),
    ("a", TEXT, "plain"),
    ("a.unheard-of", TEXT, "plain"),
    ("a.md", TEXT, "plain"),
    ("a.json", b'{"text": "x"}', "articles"),
    ("a", b'{"text": "x"}', "articles"),
    ("a.txt", b'[{"text": "x"}]', "articles"),
    ("a.txt", b"[gold] was found", "plain"),
    ("a.html", PAGE, "page"),
    ("a.txt", PAGE, "page"),
    ("download", PAGE, "page"),
    ("download", PAGE.decode().encode("utf-16"), "page"),
    ("article.php", PAGE, "page"),
    ("a.txt", b"%PDF-1.7\n", "document"),
    ("download", b"junk\n%PDF-1.7\n", "document"),
    ("a.eml", TEXT, "mail"),
    ("a", b"From: a@example.org\nSubject: Gold\n\nText", "mail"),
    ("a.txt", b"From: the editor\n\nText", "plain"),
    ("a.mht", b"From: <Saved>\nSubject: x\n\n", "mail"),
    ("a.zip", b"PK\x05\x06" + bytes(18), "zip"),
    ("a.gz", gzip.compress(TEXT, mtime=0), "packed"),
    ("a.txt", gzip.compress(TEXT, mtime=0), "packed"),
    ("a.txt", b"BZh is how bzip2 files begin", "plain"),
    ("https://example.org/2017/gold.html?x=1", TEXT, "page"),
    ("https://example.so", TEXT, "plain"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_what_a_file_is(name: str, data: bytes, kind: str) -> None:
    assert kind_of(File(name, data)) == kind


UNREAD = ["a.docx", "a.xlsx", "a.png", "a.csv", "a.yaml", "a.rtf", "a.mp4", "a.db", "a.py", "a.7z", "a.pptx"]


@pytest.mark.parametrize("name", UNREAD)
def test_formats_without_a_reader_say_what_to_do(name: str) -> None:
    found = kind_of(File(name, TEXT))

    assert isinstance(found, Unread)
    assert found.what
    assert found.remedy.endswith(".")


@pytest.mark.parametrize(
    ("path", "hidden"),
    [("a.txt", False), (".git/a.txt", True), ("__MACOSX/a.txt", True), ("a/.b.txt", True), ("./a.txt", False)],
)
def test_hidden_files(path: str, hidden: bool) -> None:
    assert is_hidden(path.split("/")) is hidden

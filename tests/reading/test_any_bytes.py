"""Whatever the bytes, reading ends, raises nothing, and gives reports that hold."""

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.reading import Limits, Read, ReadingOptions, parse

TEXT = "قال مدير الجمارك إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول.\n"
PAGE = f'<html lang="ar"><head><title>ذهب</title></head><body><article><p>{TEXT * 3}</p></article></body></html>'
MAIL = (
    f"From: a@example.org\nSubject: =?utf-8?b?2LDZh9io?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n--x\n"
    f"Content-Disposition: attachment; filename=a.txt\n\n{TEXT}\n--x--\n"
)
OPTIONS = ReadingOptions(limits=Limits(file_bytes=1_000_000, members=50))


def _zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.html", PAGE)
    return target.getvalue()


def _tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    return target.getvalue()


FILES = {
    "a.txt": TEXT.encode(),
    "old.txt": TEXT.encode("cp1256"),
    "wide.txt": TEXT.encode("utf-16"),
    "a.json": json.dumps({"title": "ذهب", "text": TEXT, "date": "2017-09-12"}, ensure_ascii=False).encode(),
    "a.jsonl": f'{{"text": "{TEXT.strip()}"}}\n'.encode() * 3,
    "a.html": PAGE.encode(),
    "a.eml": MAIL.encode(),
    "a.zip": _zip(),
    "a.tar.gz": _tar(),
    "a.txt.gz": gzip.compress(TEXT.encode()),
    "a.pdf": (Path(__file__).parent / "data" / "gold_fr.pdf").read_bytes(),
}


def check(data: bytes, name: str) -> None:
    for found in parse(data, name, OPTIONS):
        assert found.location.startswith(name)
        if isinstance(found, Read):
            found.report.text.encode("utf-8")
            assert found.report.text.strip() == found.report.text
            assert all(found.report.text[region.start : region.end].strip() for region in found.report.regions)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([*FILES, "a", "a.docx", "a.tar", "a.xz"]))
def test_any_bytes_under_any_name(data: bytes, name: str) -> None:
    check(data, name)


CHANGES = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHANGES)
def test_files_with_some_bytes_changed(name: str, changes: list[tuple[float, bytes]]) -> None:
    data = bytearray(FILES[name])
    for place, piece in changes:
        at = int(place * (len(data) - len(piece)))
        data[at : at + len(piece)] = piece
    check(bytes(data), name)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=15, deadline=None)
@given(st.floats(0, 1))
def test_files_that_break_off(name: str, share: float) -> None:
    check(FILES[name][: int(share * len(FILES[name]))], name)

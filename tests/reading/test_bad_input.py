"""Bad input costs nothing but itself: each kind has a clear message and remedy, and the rest of the folder is read."""

import bz2
import gzip
import io
import json
import lzma
import os
import stat
import struct
import tarfile
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from kashf.reading import Limits, Problem, Read, ReadingOptions, parse, read_source

GOOD = "قال مدير الجمارك إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول.\n"
ENGLISH = "The customs chief said that the shipment was moved across the border in hidden bags.\n"
ARTICLE = json.dumps({"title": "Gold seized", "text": ENGLISH})
LIMITS = Limits(file_bytes=6_000_000, members=20, depth=3, expansion=50, fetch_seconds=2)
SECONDS = 5
"""No input here may take longer; what hangs would take for ever."""


def zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def tarred(*members: tarfile.TarInfo | tuple[str, bytes], mode: str = "w") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for member in members:
            info, data = (
                (member, b"") if isinstance(member, tarfile.TarInfo) else (tarfile.TarInfo(member[0]), member[1])
            )
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def zipped_link() -> bytes:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return target.getvalue()


def locked_zip() -> bytes:
    """A zip whose one member says that it is encrypted: bit 0 of the flags, in both of its headers."""
    data = bytearray(zipped({"a.txt": GOOD.encode()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def nested_zip(depth: int) -> bytes:
    data = GOOD.encode()
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    return data


def changed_zip() -> bytes:
    data = bytearray(zipped({"a.txt": GOOD.encode() * 50}))
    data[45:60] = b"\xff" * 15
    return bytes(data)


def pdf(pages: str = "", count: int = 0, trailer: str = "", more: str = "") -> bytes:
    """A PDF of three objects and whatever more; pdfium rebuilds the table of where they are."""
    objects = (
        f"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{pages}]/Count {count}>>endobj\n{more}"
    )
    return f"%PDF-1.4\n{objects}\ntrailer<</Root 1 0 R{trailer}>>\n%%EOF".encode()


EMPTY_PAGE = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj"
LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<00><00>]"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(17)
DEEP = "[" * 100_000 + "]" * 100_000
PERSIAN = "رئیس گمرک گفت که محموله در چمدان‌ها از مرز گذشته است و به خارج منتقل شد.\n" * 3
BODYLESS_PAGE = '<html><head><title>Menu of the site</title></head><body><nav><a href="/">Home</a></nav></body></html>'
FORWARD = '<html><head><meta http-equiv="refresh" content="0; url=https://example.org/new"></head><body></body></html>'
BOMB_PAGE = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;</p></body></html>'

REFUSED = [
    # name of the file, its bytes, the kind of problem, words of the message
    ("empty.txt", b"", "empty", "is empty"),
    ("blank.txt", b" \n\t\r\n  ", "empty", "is empty"),
    ("short.txt", b"Gold!", "empty", "no text"),
    ("random.txt", bytes(range(256)) * 40, "unsupported", "not text"),
    ("picture.txt", PNG, "unsupported", "picture"),
    ("program.txt", b"\x7fELF" + bytes(100), "unsupported", "program"),
    (
        "letter.docx",
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
        "unsupported",
        "PDF or text",
    ),
    ("word.zip", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "unsupported", "word"),
    ("sheet.xlsx", zipped({"xl/workbook.xml": b"<x/>"}), "unsupported", "PDF or text"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "unsupported", "old Office"),
    ("table.csv", b"a,b\n1,2\n", "unsupported", "JSON Lines"),
    ("other.rar", b"Rar!\x1a\x07\x00" + bytes(50), "unsupported", ".zip"),
    ("cut.gz", gzip.compress(GOOD.encode() * 9, mtime=0)[:60], "damaged", "Copy or download it again"),
    ("cut.xz", lzma.compress(GOOD.encode() * 9)[:80], "damaged", "Copy or download it again"),
    ("cut.bz2", bz2.compress(GOOD.encode() * 9)[:60], "damaged", "Copy or download it again"),
    (
        "cut.tar.gz",
        tarred(("a.txt", os.urandom(9000)), ("b.txt", GOOD.encode()), mode="w:gz")[:6000],
        "damaged",
        "breaks off",
    ),
    ("false.gz", GOOD.encode("utf-16"), "damaged", "not packed"),
    ("corrupt.zip", b"PK\x03\x04" + bytes(200), "damaged", "not a whole zip"),
    ("half.zip", zipped({"a.txt": os.urandom(5000)})[:2500], "damaged", "Copy or download it again"),
    ("changed.zip", changed_zip(), "damaged", "changed.zip!a.txt"),
    ("locked.zip", locked_zip(), "encrypted", "password"),
    ("bomb.zip", zipped({"a.txt": b"a " * 20_000_000}), "refused", "many times its size"),
    ("bomb.gz", gzip.compress(b"a " * 20_000_000, mtime=0), "too_large", "larger than"),
    ("bomb.tar.gz", tarred(("a/.hidden", b"a " * 20_000_000), mode="w:gz"), "refused", "many times its size"),
    ("deep.zip", nested_zip(6), "refused", "one within another"),
    ("escape.zip", zipped({"../../evil.txt": GOOD.encode()}), "refused", "leads out of the archive"),
    ("drive.zip", zipped({"C:\\evil.txt": GOOD.encode()}), "refused", "leads out of the archive"),
    ("link.zip", zipped_link(), "refused", "link or a device"),
    ("crowd.zip", zipped({f"{n}.txt": GOOD.encode() for n in range(30)}), "too_large", "more than 20 files"),
    ("link.tar", tarred(special("l.txt", tarfile.SYMTYPE, "/etc/passwd")), "refused", "link or a device"),
    ("hard.tar", tarred(special("l.txt", tarfile.LNKTYPE, "../x")), "refused", "link or a device"),
    ("device.tar", tarred(special("d", tarfile.CHRTYPE)), "refused", "link or a device"),
    ("absolute.tar", tarred(("/etc/evil.txt", GOOD.encode())), "refused", "leads out of the archive"),
    ("escape.tar.gz", tarred(("../evil.txt", GOOD.encode()), mode="w:gz"), "refused", "leads out of the archive"),
    ("half.tar", tarred(("a.txt", os.urandom(9000)))[:5000], "damaged", "after"),
    ("broken.json", b'{"title": "Gold", "text": ', "damaged", "line 1"),
    ("textless.json", b'{"title": "Gold seized", "url": "https://example.org"}', "empty", "has no text"),
    ("number.json", b'{"title": "Gold seized", "text": 42}', "damaged", "a number for a text"),
    ("scalar.json", b'"only a string"', "damaged", "a string where an article"),
    ("null.json", b"null", "damaged", "null where an article"),
    ("deep.json", DEEP.encode(), "damaged", "too deep"),
    ("deepobject.json", ('{"text":' * 50_000).encode(), "damaged", "too deep"),
    (
        "record.json",
        json.dumps({"report": {"source": "a", "published": "never"}, "text": GOOD}).encode(),
        "damaged",
        "record",
    ),
    ("menu.html", BODYLESS_PAGE.encode(), "empty", "without an article"),
    ("nothing.html", b"<html></html>", "empty", "Save the article"),
    ("forward.html", FORWARD.encode(), "empty", "https://example.org/new"),
    ("entities.html", BOMB_PAGE.encode(), "empty", "Save the article"),
    ("feed.xml", b'<?xml version="1.0"?><rss><channel></channel></rss>', "unsupported", "data file"),
    ("feed", b'<?xml version="1.0"?><rss><channel></channel></rss>', "unsupported", "data file"),
    ("broken.pdf", b"%PDF-1.4\nnothing of the kind", "damaged", "not a whole PDF"),
    ("text.pdf", b"This is no document but a line of text with a false name.", "damaged", "not a whole PDF"),
    ("locked.pdf", pdf("3 0 R", 1, LOCK, EMPTY_PAGE), "encrypted", "password"),
    ("scan.pdf", pdf("3 0 R", 1, "", EMPTY_PAGE), "empty", "OCR"),
    ("pageless.pdf", pdf(), "damaged", "not a whole PDF"),
    ("empty.eml", b"From: a@example.org\nSubject: Gold\n\n", "empty", "without a text"),
    ("broken.eml", b"Content-Type: multipart/mixed; boundary=x\n\n--y\nnothing\n", "empty", "without a text"),
    ("persian.txt", PERSIAN.encode(), "set_aside", "Persian (fa)"),
    (
        "links.txt",
        "اقرأ أيضا: ضبط شحنة جديدة\nتابعونا على فيسبوك وتويتر\nجميع الحقوق محفوظة".encode(),
        "empty",
        "of its own",
    ),
    ("long.txt", (ENGLISH * 30_000).encode(), "too_large", "Split it"),
    ("line.txt", b"gold and " * 555_000, "too_large", "Split it"),
    ("large.txt", b"a" * 6_500_000, "too_large", "Split it"),
]


@pytest.mark.parametrize(("name", "data", "kind", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_said_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, kind: str, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-good.txt").write_text(GOOD, encoding="utf-8")
    started = time.monotonic()

    found = list(read_source(tmp_path, ReadingOptions(limits=LIMITS)))

    problems = [item for item in found if isinstance(item, Problem)]
    reports = [item for item in found if isinstance(item, Read) and item.location.endswith("zz-good.txt")]
    assert [problem.kind for problem in problems] == [kind], problems
    assert name in problems[0].location
    assert words in str(problems[0])
    assert problems[0].remedy.endswith(".")
    assert len(reports) == 1
    assert time.monotonic() - started < SECONDS


MENDED = [
    # name of the file, its bytes, words of the text, words of the repair
    ("mojibake1252.txt", GOOD.encode().decode("latin-1").encode(), "مدير الجمارك", "had been read as"),
    ("mojibake1256.txt", GOOD.encode().decode("cp1256").encode(), "مدير الجمارك", "Windows-1256"),
    (
        "twice.txt",
        GOOD.encode().decode("cp1256").encode().decode("latin-1").encode(),
        "مدير الجمارك",
        "had been read as",
    ),
    ("mixed.txt", GOOD.encode() + GOOD.encode("cp1256"), GOOD + GOOD.strip(), "1 of 3 lines"),
    ("wide.txt", (GOOD * 3).encode("utf-16-le"), "مدير الجمارك", "UTF-16"),
    ("wide32.txt", (GOOD * 3).encode("utf-32-be"), "مدير الجمارك", "UTF-32"),
    ("nul.txt", ENGLISH.replace("shipment", "ship\0ment").encode() + b"\0\0", "the shipment was", "control characters"),
    ("cut.txt", GOOD.encode()[:-2] + "ل".encode()[:1], "مدير الجمارك", "breaks off"),
    ("bidi.txt", ENGLISH.replace("shipment", "\u202etnempihs\u202c").encode(), "the tnempihs was", "direction of text"),
    ("isolate.txt", GOOD.replace("الشحنة", "\u2067الشحنة\u2069").encode(), "إن الشحنة نقلت", "direction of text"),
    ("tags.txt", ENGLISH.replace("said", "said\U000e0061\U000e0062").encode(), "said that", "invisible"),
    ("surrogate.json", b'{"text": "' + ENGLISH.strip().encode() + b' \\ud83d"}', "bags. \ufffd", "surrogates"),
    ("huge.json", b'{"id": ' + b"9" * 9000 + b', "text": "' + ENGLISH.strip().encode() + b'"}', "hidden bags", None),
    ("future.json", json.dumps({"text": ENGLISH, "date": "2999-01-01"}).encode(), "hidden bags", "2999-01-01"),
    ("never.json", json.dumps({"text": ENGLISH, "date": "2017-02-31"}).encode(), "hidden bags", "2017-02-31"),
    (
        "hidden.html",
        f"<html><body><p>{ENGLISH * 5}</p><p hidden>Bought by X</p></body></html>".encode(),
        "bags",
        "hides",
    ),
    ("script.html", f"<html><body><script>'evil'</script><p>{ENGLISH * 5}</p></body></html>".encode(), "bags", None),
]


@pytest.mark.parametrize(("name", "data", "words", "repair"), MENDED, ids=[case[0] for case in MENDED])
def test_what_can_be_mended_is_mended_and_said(name: str, data: bytes, words: str, repair: str | None) -> None:
    [found] = parse(data, name, ReadingOptions(today=date(2020, 1, 1)))

    assert isinstance(found, Read), found
    assert words in found.report.text
    assert repair is None or repair in " ".join(found.report.repairs)
    assert "evil" not in found.report.text
    assert found.report.published is None


def test_one_bad_line_of_json_lines_costs_that_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{ARTICLE}\n{{"text": \n\n{ARTICLE}\n', encoding="utf-8")

    found = list(read_source(tmp_path))

    assert [type(item) for item in found] == [Read, Problem, Read]
    assert [item.location.rpartition("#")[2] for item in found] == ["1", "2", "4"]


def test_a_tar_that_breaks_off_gives_what_was_whole_in_it() -> None:
    data = tarred(("a.txt", GOOD.encode()), ("b.txt", GOOD.encode() * 30))[:3000]

    first, second = parse(data, "a.tar")

    assert isinstance(first, Read)
    assert isinstance(second, Problem)


# what lies in folders


def kinds(found: list[Read | Problem]) -> list[str]:
    return [item.kind if isinstance(item, Problem) else "read" for item in found]


def test_a_missing_path(tmp_path: Path) -> None:
    [found] = read_source(tmp_path / "none.txt")

    assert isinstance(found, Problem)
    assert found.kind == "missing"
    assert "none.txt" in found.location


@pytest.mark.parametrize("source", ["bad\0name.txt", "x" * 5000])
def test_an_impossible_path(source: str) -> None:
    assert kinds(list(read_source(source))) == ["missing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")

    assert kinds(list(read_source(tmp_path))) == ["denied", "read"]


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")

    assert kinds(list(read_source(tmp_path))) == ["missing", "read"]
    assert kinds(list(read_source(tmp_path / "a.txt"))) == ["missing"]


def test_links_that_go_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "up").symlink_to(tmp_path)
    (tmp_path / "c" / "good.txt").write_text(GOOD, encoding="utf-8")

    assert kinds(list(read_source(tmp_path))) == ["missing", "missing", "read"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(GOOD, encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)

    assert kinds(list(read_source(folder))) == ["refused", "refused"]


def test_a_link_within_the_folder_is_not_read_twice(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")

    assert kinds(list(read_source(tmp_path))) == ["read"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")

    assert kinds(list(read_source(tmp_path))) == ["refused", "read"]
    assert kinds(list(read_source(tmp_path / "a.txt"))) == ["refused"]


def test_a_device_is_not_opened() -> None:
    assert kinds(list(read_source("/dev/zero"))) == ["refused"]


def test_a_file_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(path, "wb") as stream:  # noqa: PTH123 - a path in bytes
        stream.write(GOOD.encode())

    [found] = read_source(tmp_path)

    assert found.location.endswith("bad\ufffd.txt")


@pytest.mark.parametrize(("name", "data"), [("a.zip", zipped({})), ("a.tar", tarred())])
def test_an_empty_archive_has_nothing_in_it(name: str, data: bytes) -> None:
    assert all(isinstance(item, Problem) for item in parse(data, name))

"""Web addresses: what is one, and whose it is."""

import pytest

from kashf.reading.addresses import host_of, is_address

HOSTS = [
    ("https://www.example.org/a", "example.org"),
    ("http://EXAMPLE.org:80/", "example.org"),
    ("https://news.example.org", "news.example.org"),
    ("https://www.", None),
    ("/a/b", None),
    ("http://[broken", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("address", "host"), HOSTS)
def test_the_host_of_an_address(address: str | None, host: str | None) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("source", "expected"),
    [("HTTPS://example.org", True), ("http.txt", False), ("ftp://example.org", False), ("a.txt", False)],
)
def test_what_is_an_address(source: str, expected: bool) -> None:
    assert is_address(source) is expected

"""Lists for programs as JSON Lines: everything that follows, from the first line on while the rest is looked up."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from kashf.errors import LedgerError
from kashf.workbench.lines import MEDIA_TYPE, in_lines
from kashf.workbench.refusing import RefusedError

LISTS = [
    "/reports",
    "/reports?language=ar",
    "/findings",
    "/findings?kind=conflict&order=latest",
    "/entities",
    "/entities?kind=person",
    "/entities/{entity}/claims",
    "/sources",
    "/origins",
    "/judgements",
    "/pictures/statements",
    "/pictures/statements?group=move",
]


def _whole(client, path):
    """Page by page."""
    items, cursor = [], None
    while True:
        told = client.get(
            f"/api/v1{path}", params=None if cursor is None else {**_query(path), "cursor": cursor}
        ).json()
        items += told["items"]
        cursor = told["next"]
        if cursor is None:
            return items


def _query(path):
    return dict(pair.split("=") for pair in path.partition("?")[2].split("&") if pair)


def _told(items):
    """What is the same however it is paged: which sentences of a statement are told rests on what is beside it."""
    return [one.get("claim") or one.get("id") or one for one in items]


def _lines(told):
    assert told.status_code == 200, told.text[:300]
    assert told.headers["content-type"] == MEDIA_TYPE
    return [json.loads(line) for line in told.text.splitlines()]


@pytest.mark.parametrize("path", LISTS)
def test_lines_are_what_all_pages_have(client, ids, path):
    path = path.format(**ids)
    whole = _whole(client, path)
    assert _told(_lines(client.get(f"/api/v1{path}{'&' if '?' in path else '?'}format=ndjson&limit=2"))) == _told(whole)
    assert _told(_lines(client.get(f"/api/v1{path}", headers={"accept": MEDIA_TYPE}))) == _told(whole)
    asked_so = client.get(f"/api/v1{path}{'&' if '?' in path else '?'}format=json", headers={"accept": MEDIA_TYPE})
    assert asked_so.headers["content-type"] == "application/json"


def test_lines_go_on_from_a_cursor(client):
    first = client.get("/api/v1/reports?limit=3").json()
    rest = _lines(client.get("/api/v1/reports", params={"format": "ndjson", "cursor": first["next"]}))
    assert first["items"] + rest == _whole(client, "/reports")


@pytest.mark.parametrize("query", [{"q": "داعش"}, {"entity": "ISIL", "role": "actor"}, {"type": "sell"}])
def test_hits_of_a_search_come_as_lines(client, query):
    told, skip = [], 0
    while skip is not None:
        page = client.get("/api/v1/search", params={**query, "skip": skip, "limit": 7}).json()
        told, skip = told + page["hits"], page["next"]
    lines = _lines(client.get("/api/v1/search", params={**query, "format": "ndjson"}))
    assert [one["report"] for one in lines] == [one["report"] for one in told]
    assert len(lines) > 1


def test_figures_come_as_lines(client):
    whole = client.get("/api/v1/pictures/figures?limit=500").json()["items"]
    assert _lines(client.get("/api/v1/pictures/figures?format=ndjson&limit=1")) == whole


@pytest.mark.parametrize("asked", ["cursor=WzEsMiwzXQ", "cursor=x", "limit=0", "format=xml"])
def test_what_is_refused_is_refused_in_the_one_shape(client, asked):
    told = client.get(f"/api/v1/entities?format=ndjson&{asked}")
    assert told.status_code in (400, 422)
    assert told.headers["content-type"] == "application/problem+json"
    assert {"title", "status", "detail", "errors"} <= told.json().keys()


def _sent(told):
    async def sent():
        return [piece async for piece in told.body_iterator]

    with ThreadPoolExecutor() as apart:  # a browser's loop may run in this thread
        return apart.submit(asyncio.run, sent()).result()


def test_the_first_line_is_sent_before_the_others_are_known():
    made = []

    def items():
        for number in range(1000):
            made.append(number)
            yield {"number": number}

    told = in_lines(items())
    assert made == [0]
    first, *rest = _sent(told)
    assert json.loads(first) == {"number": 0}
    numbers = [json.loads(line)["number"] for line in b"".join(rest).splitlines()]
    assert [0, *numbers] == made == list(range(1000))


@pytest.mark.parametrize(
    ("error", "status"),
    [(LedgerError("The ledger is being written."), 503), (RefusedError(404, "no_list", name="a"), 404)],
)
def test_what_goes_wrong_on_the_way_is_the_last_line(error, status):
    def items():
        yield {"number": 1}
        raise error

    *_, last = map(json.loads, b"".join(_sent(in_lines(items()))).splitlines())
    assert last["problem"]["status"] == status
    assert last["problem"]["detail"]


def test_the_description_tells_of_lines(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    described = {
        path
        for path, told in paths.items()
        if MEDIA_TYPE in told.get("get", {}).get("responses", {}).get("200", {}).get("content", {})
    }
    for path in LISTS:
        assert f"/api/v1{path.partition('?')[0]}" in described
    assert {"/api/v1/search", "/api/v1/pictures/figures"} <= described
    assert "application/json" in paths["/api/v1/reports"]["get"]["responses"]["200"]["content"]

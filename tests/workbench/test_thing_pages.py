"""Stories, findings, claims, names and two texts side by side: what their pages and their interface tell."""

from __future__ import annotations

import pytest

from kashf.ledger import View

UNKNOWN = "0" * 16


@pytest.mark.parametrize(
    "path",
    [
        f"/stories/f-{UNKNOWN}",
        f"/stories/f-{UNKNOWN}/statements",
        f"/findings/f-{UNKNOWN}",
        f"/entities/e-{UNKNOWN}",
        f"/entities/e-{UNKNOWN}/claims",
        f"/claims/c-{UNKNOWN}",
        f"/compare?one=r-{UNKNOWN}&other=r-{UNKNOWN}",
        f"/api/v1/claims/c-{UNKNOWN}",
        f"/api/v1/comparison?one=r-{UNKNOWN}&other=r-{UNKNOWN}",
    ],
)
def test_what_there_is_not_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/stories/x",
        "/findings/../x",
        "/entities/e-1",
        "/compare?one=1&other=2",
        "/compare",
        "/stories?cursor=x",
        "/entities?kind=x",
    ],
)
def test_what_can_not_be_is_refused(client, path):
    assert client.get(path).status_code in (404, 422)


@pytest.mark.parametrize("path", ["/reports?outlet=&since=", "/entities?name=&kind="])
def test_a_form_left_empty_asks_for_everything(client, path):
    assert client.get(path).status_code == 200


def test_a_finding_that_is_a_story_leads_to_its_page(client, ids):
    assert client.get(f"/findings/{ids['story']}").url.path == f"/stories/{ids['story']}"
    assert client.get(f"/stories/{ids['finding']}").status_code == 404


def test_the_reports_of_a_story_stand_in_order_with_the_way_to_compare(client, ids, example_ledger):
    with View(example_ledger) as view:
        [story] = view.findings_with((ids["story"],))
    told = client.get(f"/stories/{ids['story']}").text
    places = [told.index(f'href="/reports/{report}"', told.index("grew-title")) for report in story.reports]
    assert places == sorted(places)
    assert told.count("/compare?one=") == len(story.reports) - 1


def test_a_story_is_titled_in_the_readers_language(client, ids):
    arabic = client.get(f"/stories/{ids['story']}", headers={"Accept-Language": "ar"}).text
    english = client.get(f"/stories/{ids['story']}", headers={"Accept-Language": "en"}).text
    assert "داعش" in arabic.partition("</title>")[0]
    assert "ISIL" in english.partition("</title>")[0]


def test_what_is_beside_a_story_is_what_its_reports_take_part_in(client, ids, example_ledger):
    with View(example_ledger) as view:
        [story] = view.findings_with((ids["story"],))
        wanted = {one.id for one in view.findings("assertion") if set(one.reports) & set(story.reports)}
    found, cursor = set(), None
    while cursor is not None or not found:
        asked = {"beside": ids["story"], "limit": 7, **({"cursor": cursor} if cursor else {})}
        told = client.get("/api/v1/findings", params=asked).json()
        found |= {item["id"] for item in told["items"]}
        cursor = told["next"]
    assert found == wanted


def test_the_claims_of_a_name_come_a_page_at_a_time_and_whole(client, example_ledger):
    with View(example_ledger) as view:
        entity = view.entities()[0].id
        records = list(view.records())
    wanted = {
        claim.id
        for record in records
        for claim in record.claims
        if entity in {one.entity for one in (*claim.roles, *claim.attribution.chain)}
    }
    found, cursor = [], None
    while cursor is not None or not found:
        asked = {"limit": 9, **({"cursor": cursor} if cursor else {})}
        told = client.get(f"/api/v1/entities/{entity}/claims", params=asked).json()
        found += [item["claim"] for item in told["items"]]
        cursor = told["next"]
    assert set(found) == wanted
    assert len(found) == len(wanted)


def test_who_was_accused_and_denies_it_is_told_so_before_all_else(client, example_ledger):
    told = []
    with View(example_ledger) as view:
        people = [one.id for one in view.entities() if one.kind == "person"]
    for entity in people[:8]:
        page = client.get(f"/entities/{entity}").text
        head, _, rest = page.partition("claims-title")
        told.append(("tag good" in head, "tag caution" in head))
        assert head.index("standing-title") < len(page) - len(rest)
    assert any(good and caution for good, caution in told)


def test_neighbours_are_in_claims_together(client, example_ledger):
    with View(example_ledger) as view:
        entity = view.entities()[0].id
    told = client.get(f"/api/v1/entities/{entity}/neighbours").json()["items"]
    assert told
    assert [one["claims"] for one in told] == sorted((one["claims"] for one in told), reverse=True)
    assert all(one["claims"] > 0 and one["entity"]["id"] != entity for one in told)


def test_two_texts_are_compared_whole(client, ids, example_ledger):
    told = client.get("/api/v1/comparison", params={"one": ids["report"], "other": ids["other"]}).json()
    with View(example_ledger) as view:
        for side, id_ in (("one", ids["report"]), ("other", ids["other"])):
            assert "".join(part["text"] for row in told["rows"] for part in row[side]) == view.report(id_).text


def test_a_report_leads_to_its_story(client, ids):
    assert f"/stories/{ids['story']}" in client.get(f"/reports/{ids['report']}").text

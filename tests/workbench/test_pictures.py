"""The pictures on their pages: what they show leads to its sentences, can be narrowed, dragged and taken away."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = ["/money.svg", "/money.svg?picture=network", "/map.svg", "/timeline.svg", "/figures.svg?unit=USD"]
LISTED = ["/money.csv", "/map.csv", "/timeline.csv", "/figures.csv"]
ALSO = ["", "group=raise&group=use", "about=داعش", "since=2030-01-01", "put=denied"]


@pytest.mark.parametrize("also", ALSO)
@pytest.mark.parametrize("path", DRAWN)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_picture_stands_by_itself(client, path, also, language):
    told = (
        client.get(path, params=None, headers={"accept-language": language})
        if not also
        else client.get(f"{path}{'&' if '?' in path else '?'}{also}", headers={"accept-language": language})
    )
    assert (told.status_code, told.headers["content-type"]) == (200, "image/svg+xml")
    root = ElementTree.fromstring(told.content)  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    assert not [
        one for one in root.iter() if one.tag in (f"{SVG}script", f"{SVG}a", f"{SVG}style", f"{SVG}foreignObject")
    ]
    assert not [name for one in root.iter() for name in one.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("also", ALSO)
@pytest.mark.parametrize("path", LISTED)
def test_a_table_can_be_taken_away(client, path, also):
    told = client.get(f"{path}?{also}")
    assert told.status_code == 200
    assert "attachment" in told.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(told.text.removeprefix("\ufeff"))))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_the_picture_the_table_and_the_interface_count_alike(client):
    told = client.get("/api/v1/pictures/flow", params={"room": 100}).json()
    rows = list(csv.DictReader(io.StringIO(client.get("/money.csv?room=40").text.removeprefix("\ufeff"))))
    assert sum(int(row["statements"]) for row in rows) == told["statements"]
    assert sum(strand["lines"] for strand in told["strands"]) == told["lines"]
    assert told["unseen"] == 0


@pytest.mark.parametrize("also", [{}, {"group": "move"}, {"origins": 2}, {"put": "hedged"}])
def test_a_line_leads_to_the_statements_it_counts(client, also):
    flow = client.get("/api/v1/pictures/flow", params={"room": 100, **also}).json()
    knots = {knot["id"]: knot for knot in flow["knots"]}
    assert flow["strands"]
    for strand in flow["strands"]:
        ends = {"source": knots[strand["source"]]["name"], "target": knots[strand["target"]]["name"]}
        found = client.get("/api/v1/pictures/statements", params={**ends, **also, "group": strand["group"]}).json()
        assert len(found["items"]) == strand["statements"]
        assert max(item["weight"]["origins"] for item in found["items"]) == strand["origins"]
        assert all(item["evidence"] for item in found["items"])


def test_statements_come_a_page_at_a_time_and_each_once(client):
    seen, cursor = [], None
    while True:
        asked = {"limit": 7, **({"cursor": cursor} if cursor else {})}
        told = client.get("/api/v1/pictures/statements", params=asked).json()
        seen += [item["id"] for item in told["items"]]
        cursor = told["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) > 50


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/money?group=raise&type=&about=&place=&speaker=&since=&until=&origins=1&put=", 200),
        ("/money?group=rumour", 422),
        ("/money?type=rumour", 422),
        ("/money?room=0", 422),
        ("/money?since=yesterday", 422),
        ("/money?about=%00", 200),
        ("/money?about=%25%5F", 200),
        ("/money?origins=1000", 200),
        ("/statements?source=9223372036854775807", 200),
        ("/statements?source=9223372036854775808", 422),
        ("/statements?cursor=x", 422),
        ("/statements?cursor=WyJhIiwiYiJd", 422),
        ("/figures?unit=%00", 200),
        ("/figures?order=size", 422),
        ("/figures?skipped=2001", 422),
        ("/map?view=moon", 422),
    ],
)
def test_what_is_asked_for_is_shown_or_refused(client, path, status):
    told = client.get(path)
    assert told.status_code == status
    assert told.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/money", "/map", "/figures", "/statements", "/money.svg", "/figures.csv"])
def test_a_stranger_sees_no_picture(with_accounts, path):
    told = with_accounts.get(path, follow_redirects=False)
    assert (told.status_code, told.headers["location"].partition("?")[0]) == (303, "/sign-in")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_line_of_the_picture_opens_its_sentences_by_keyboard(tab, language):
    page = tab("/money", language)
    line = page.locator("svg.flow a[href^='/statements']").first
    assert line.get_attribute("aria-label")
    line.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?*")
    assert page.locator(".statement").count() > 0
    assert page.locator(".statement mark").count() > 0
    page.locator(".lead a").click()
    page.wait_for_url("**/money*")


@pytest.mark.slow
def test_names_that_found_no_room_can_be_opened(tab):
    page = tab("/money?room=2")
    before = page.locator("svg.flow .knot").count()
    page.locator("svg.flow a:has(.others)").first.click()
    page.wait_for_url("**room=4*")
    assert page.locator("svg.flow .knot").count() > before


@pytest.mark.slow
def test_a_picture_is_narrowed_by_what_stands_in_its_address(tab):
    page = tab("/money")
    page.locator("input[name=group][value=move]").check()
    page.locator("select[name=put]").select_option("hedged")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**/money?group=move&put=hedged")
    kinds = page.locator("svg.flow .strand").evaluate_all("all => all.map((one) => one.getAttribute('class'))")
    assert kinds
    assert all("group-move" in kind and "hedged" in kind for kind in kinds)


PLACE = "document.querySelector('.vertex').getAttribute('transform')"
FRAMES = """async () => {
  const vertex = document.querySelector(".vertex");
  const box = vertex.querySelector("circle").getBoundingClientRect();
  const at = [box.x + box.width / 2, box.y + box.height / 2];
  const told = (kind, x, y) => vertex.dispatchEvent(
    new PointerEvent(kind, { pointerId: 1, button: 0, clientX: x, clientY: y, bubbles: true }));
  vertex.setPointerCapture = () => {};
  told("pointerdown", ...at);
  let frames = 0;
  const places = new Set();
  const began = performance.now();
  while (performance.now() - began < 1000) {
    told("pointermove", at[0] + 3 * frames, at[1] + frames);
    await new Promise(requestAnimationFrame);
    frames += 1;
    places.add(vertex.getAttribute("transform"));
  }
  told("pointerup", ...at);
  return [frames, places.size];
}"""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_name_of_the_network_can_be_dragged_with_its_lines(tab, language):
    page = tab("/money?picture=network", language)
    before = page.evaluate(PLACE)
    ends = "[...document.querySelectorAll('.ties line')].map((one) => one.getAttribute('x1')).join()"
    lines = page.evaluate(ends)
    mark = page.locator(".vertex circle").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 40, steps=5)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert page.evaluate(PLACE) != before
    assert page.evaluate(ends) != lines
    assert "/money" in page.url
    page.locator(".vertex").first.focus()
    moved = page.evaluate(PLACE)
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate(PLACE) != moved


@pytest.mark.slow
def test_dragging_moves_on_every_frame(tab):
    page = tab("/money?picture=network")
    frames, places = page.evaluate(FRAMES)
    assert places >= frames * 0.8


SHOWN = "document.querySelector('.canvas svg').style.transform"


def _until(page, holds):
    """Waits until the picture is shown so, at the next frame or the one after it."""
    for _ in range(100):
        if holds(page.evaluate(SHOWN)):
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not move")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/money", "/map"])
def test_a_picture_is_looked_at_closer_and_moved_and_nothing_else_happens(tab, path):
    page = tab(path, "ar")
    canvas = page.locator(".canvas").first
    canvas.focus()
    page.keyboard.press("+")
    _until(page, lambda shown: shown != "")
    closer = page.evaluate(SHOWN)
    page.keyboard.press("ArrowRight")
    _until(page, lambda shown: shown != closer)
    page.locator(".zoom button").first.click()
    canvas.evaluate("one => one.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(200)  # the last step is shown at the next frame
    box, before = canvas.bounding_box(), page.evaluate(SHOWN)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 50, y - 30, steps=4)
    page.mouse.move(x + 40, y + 25, steps=4)
    page.mouse.up()
    _until(page, lambda shown: shown != before)
    assert page.url.endswith(path)
    page.keyboard.press("0")
    _until(page, lambda shown: shown == "")


@pytest.mark.slow
def test_a_picture_is_saved_as_png(tab):
    page = tab("/money")
    with page.expect_download() as waiting:
        page.locator("button.png").click()
    with waiting.value.path().open("rb") as saved:
        assert saved.read(8) == b"\x89PNG\r\n\x1a\n"
    assert waiting.value.suggested_filename == "kashf-money.png"


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/map", "/figures?unit=USD"])
def test_marks_lead_to_sentences(tab, path):
    page = tab(path)
    mark = page.locator(".canvas a").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?*" if path == "/map" else "**/reports/*")
    assert page.locator("main mark, main .in-claim").count() > 0


@pytest.mark.slow
def test_a_bar_of_the_timeline_narrows_to_its_time(tab):
    page = tab("/map")
    page.locator("svg.times a").first.click()
    page.wait_for_url("**since=*")
    assert page.locator("input[name=since]").input_value()

"""How soon pages can be used, and how smoothly pictures move: `python bench/browser_speed.py kashf.db`.

Serves a ledger (bench/large_ledger.py makes a large one) and opens it in Chromium. Of every page of
tests/workbench/pages.yaml prints the milliseconds until its first byte and until it is loaded with all that belongs to
it (the median of three). Each picture is looked at more closely and dragged at its ground for two seconds, in the
network a name is dragged too, by a pointer that moves faster than frames come. Prints the frames in a second, the
longest time between two, and the milliseconds that a frame takes of script, style and layout; what is left of a frame
is drawing, which without a graphics card the processor does.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Page, sync_playwright
from workbench_load import Things, served

SECONDS = 2.0
PICTURES = (("/money", "svg.flow"), ("/money?picture=network", "svg.network"), ("/map", "svg.world"))
SPENT = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
LOADED = """() => {
  const { responseStart, domInteractive, loadEventStart } = performance.getEntriesByType("navigation")[0];
  return [responseStart, Math.max(domInteractive, loadEventStart)];
}"""
COUNT = """() => {
  window.frames_at = [];
  const note = (now) => { window.frames_at.push(now); if (window.counting) requestAnimationFrame(note); };
  window.counting = true;
  requestAnimationFrame(note);
}"""


def usable(page: Page, address: str) -> str:
    """The milliseconds to the first byte of a page, and until all of it is there."""
    told = []
    for _ in range(3):
        page.goto(address, wait_until="load")
        told.append(page.evaluate(LOADED))
    first, loaded = (median(one[place] for one in told) for place in (0, 1))
    return f"{first:6.0f} ms first byte, {loaded:6.0f} ms usable"


def dragged(page: Page, told: CDPSession, start: tuple[float, float]) -> str:
    """What it is like to drag from a place for some seconds."""
    page.mouse.move(*start)
    page.mouse.down()
    page.evaluate(COUNT)
    before, until, step = spent(told), time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        step += 1
        page.mouse.move(start[0] - 80 + abs(step % 160 - 80), start[1] - 60 + abs(step % 120 - 60))
    after = spent(told)
    times = page.evaluate("() => { window.counting = false; return window.frames_at; }")
    page.mouse.up()
    gaps = [later - earlier for earlier, later in pairwise(times)]
    each = 1000 * (after - before) / max(len(times), 1)
    rate = 1000 * len(gaps) / (times[-1] - times[0])
    return f"{rate:5.1f} frames a second, longest {max(gaps):4.0f} ms, {each:4.1f} ms of script and layout a frame"


def spent(told: CDPSession) -> float:
    """Seconds of script, style and layout so far."""
    metrics = {one["name"]: one["value"] for one in told.send("Performance.getMetrics")["metrics"]}
    return sum(metrics[name] for name in SPENT)


def middle(page: Page, selector: str) -> tuple[float, float]:
    """The middle of what is found first."""
    found = page.locator(selector).first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box is not None  # noqa: S101
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def main() -> None:
    """Measure each page and each picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(shutil.copy(sys.argv[1], folder))
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with served(ledger) as (address, _):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            told = page.context.new_cdp_session(page)
            told.send("Performance.enable")
            for path in Things.of(ledger).pages():
                sys.stdout.write(f"{usable(page, address + path)}  {path[:70]}\n")
                sys.stdout.flush()
            for path, picture in PICTURES:
                page.goto(address + path)
                if not page.locator(".zoom").count():
                    continue  # nothing in the ledger has a place on the map
                parts = page.locator(f"{picture} :is(path, rect, circle, line, text)").count()
                if "network" in path:
                    sys.stdout.write(f"{path}, a name: {dragged(page, told, middle(page, '.vertex circle'))}\n")
                page.locator(".zoom button").first.click()
                page.locator(".zoom button").first.click()
                x, y = middle(page, ".canvas")
                sys.stdout.write(f"{path}, {parts} parts: {dragged(page, told, (x, y))}\n")
                sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()

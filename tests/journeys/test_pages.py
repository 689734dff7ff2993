"""The pages in a real Chromium, as a phone and a desk show them: clean for axe, no sideways scroll, quick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AXE = Path(__file__).parents[2] / "front/node_modules/axe-core/axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def page(browser: Browser, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": request.param, "height": 844}, bypass_csp=True
    )
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_door_is_clean_and_light(page: Page, language: str) -> None:
    said: list[str] = []
    weights: list[int] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("requestfinished", lambda one: weights.append(one.sizes()["responseBodySize"]))
    page.goto("/sign-in/")
    if language == "en":
        page.get_by_role("button", name="EN").click()
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text())
    broken = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in broken] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.lang") == language
    assert said == []
    assert sum(weights) <= 100_000

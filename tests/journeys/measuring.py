"""What can be seen to be wrong with a page, in sentences: axe's findings, sizes, names, words left in Thai."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, Response

ROOT = Path(__file__).parents[2]
AXE = ROOT / "front/node_modules/axe-core/axe.min.js"
MEASURES = Path(__file__).with_name("measures.js")
PO = ROOT / "src/sanam/locale/en/LC_MESSAGES/django.po"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMED = {"button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox", "spinbutton", "img"}
# two letters: one alone is somebody's initial
THAI = re.compile(r"[\u0e01-\u0e5b]{2}")


class Witness:
    """Listens to what a page complains of: console errors (a broken content policy is one), failed requests."""

    def __init__(self, page: Page) -> None:
        self.page, self.heard = page, list[str]()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"script error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def told(self) -> list[str]:
        """What was heard since it was last asked."""
        heard, self.heard[:] = list(self.heard), []
        return heard

    def _console(self, message: ConsoleMessage) -> None:
        # the page's own 403 or 404 is no complaint; a part's is told by its response
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.heard.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.heard.append(f"{response.status}: {response.url}")


def faults(page: Page) -> list[str]:
    """All that is wrong with a page as it is shown now, whatever its width, language and theme."""
    return [*axe(page), *nameless(page), *measured(page, "notices")]


def bring_instruments(page: Page) -> None:
    """Load axe and the measures with every document, rather than when they are asked; no content policy stops that."""
    page.add_init_script(path=AXE)
    page.add_init_script(path=MEASURES)


def measured(page: Page, what: str) -> Any:
    """One of measures.js."""
    if not page.evaluate("'measures' in window"):
        page.evaluate(MEASURES.read_text())
    return page.evaluate(f"measures.{what}()")


def axe(page: Page, **options: Any) -> list[str]:
    """axe's findings: A, AA and best practice unless the options ask for other rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    asked = {"runOnly": {"type": "tag", "values": RULES}, "rules": {"target-size": {"enabled": True}}} | options
    found = page.evaluate("asked => axe.run(document, {resultTypes: ['violations'], ...asked})", asked)
    return [f"axe {one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def contrast(page: Page) -> list[str]:
    """Only what colours change: for the other theme of a page already looked at."""
    return axe(page, runOnly={"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, rules={})


def nameless(page: Page) -> list[str]:
    """Controls whose name the browser cannot tell to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    named = ((one["role"]["value"], one.get("name", {}).get("value", "")) for one in nodes if not one.get("ignored"))
    return [f"a {role} has no name" for role, name in named if role in NAMED and not name.strip()]


def left_in_thai(page: Page, own_words: list[str]) -> list[str]:
    """Thai on an English page that is neither the district's own word nor marked as Thai.

    A phrase of the interface is told by the catalogue, whatever the district wrote; for the rest, what remains
    after the district's own words are taken away.
    """
    own = sorted({" ".join(word.split()) for word in own_words}, key=len, reverse=True)
    return [
        f"in Thai, {one['where']}: {one['text'][:80]}"
        for one in measured(page, "words")
        if THAI.search(one["text"]) and one["text"] not in own
        if one["text"] in phrases() or THAI.search(_without(one["text"], own))
    ]


def _without(text: str, own: list[str]) -> str:
    if any(text in word for word in own):
        return ""
    for word in own:
        text = text.replace(word, "")
    return text


@cache
def phrases() -> frozenset[str]:
    """Every sentence of the interface, as templates and code write it."""
    text = re.sub(r'"\n"', "", PO.read_text())
    return frozenset(re.findall(r'^msgid "(.+)"$', text, re.MULTILINE))

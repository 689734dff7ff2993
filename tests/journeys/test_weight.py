"""What comes over a phone's connection: a first page within 100 kB, and after it only pages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import District, Doors

pytestmark = pytest.mark.browser
LIMIT = 100_000
FIRST = [
    ("nobody", "/sign-in/"),
    ("nobody", "/room/{voting}/"),
    ("nurse", "/"),
    ("nurse", "/people/"),
    ("nurse", "/people/{เอียด}/"),
    ("nurse", "/people/{เอียด}/correct/"),
    ("nurse", "/gatherings/{gathering}/"),
    ("nurse", "/imports/{batch}/"),
    ("secretary", "/people/"),
    ("secretary", "/people/add/"),
]


class Scale:
    """Weighs what a page brings over the network, in bytes as transferred, headers included."""

    def __init__(self, page: Page) -> None:
        self.page, self.brought, self._at = page, dict[str, int](), dict[str, str]()
        session = page.context.new_cdp_session(page)
        session.on("Network.responseReceived", self._noted)
        session.on("Network.loadingFinished", self._weighed)
        session.send("Network.enable")

    def open(self, path: str) -> dict[str, int]:
        """Open a page; gives {address: bytes} of all that had to be brought for it."""
        self.brought.clear()
        self.page.goto(path, wait_until="networkidle")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return dict(self.brought)

    def _noted(self, event: dict[str, Any]) -> None:
        self._at[event["requestId"]] = event["response"]["url"]

    def _weighed(self, event: dict[str, Any]) -> None:
        if bytes_moved := int(event["encodedDataLength"]):
            address = self._at.get(event["requestId"], event["requestId"])
            self.brought[address] = self.brought.get(address, 0) + bytes_moved


@pytest.mark.parametrize(("who", "path"), FIRST, ids=[f"{who}{path}" for who, path in FIRST])
def test_a_first_page_is_light(enter: Doors, district: District, who: str, path: str) -> None:
    address = district.at(path)
    brought = Scale(enter(who, width=390)).open(address)
    assert any(one.endswith(".css") for one in brought), "nothing was weighed"
    assert sum(brought.values()) <= LIMIT, brought


def test_after_the_first_page_come_only_pages(enter: Doors, district: District) -> None:
    scale = Scale(enter("nurse", width=390))
    scale.open("/people/")
    for path in ("/", f"/people/{district.people['เอียด']}/", "/gatherings/", "/people/"):
        brought = scale.open(path)
        assert list(brought) == [district.url + path]


def test_built_files_are_kept_for_good_and_pages_not_at_all(enter: Doors, district: District) -> None:
    page, kept = enter("nurse"), dict[str, str]()
    page.on("response", lambda one: kept.update({one.url: one.headers.get("cache-control", "")}))
    page.goto("/people/", wait_until="networkidle")
    assert kept[f"{district.url}/people/"] == "no-store"
    built = {address: said for address, said in kept.items() if "/built/" in address}
    assert len(built) >= 4
    assert {said for said in built.values() if "immutable" not in said} == set()

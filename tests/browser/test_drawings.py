"""Drawings of the subject in a browser: every screen, light and dark, keyboard, paper."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.archive import write_site
from tests.browser.axe import Axe
from tests.browser.conftest import PageOn
from tests.sites import run

EVENT = "events/ankara-exchange-2024/"
EXCHANGES = "exchanges/"
NAMES = ["Anna Berg", "Vladislav Konoshchenok-Bartholomew", "Carl Ek", "Dora Falk", "Emil Grau"]
STARTS = ["2017", "2021-08-03", "2022~", "2024-02", "2025-06-01"]
COUNTRIES = ["RU", "CF", "AE", "BA", "US"]


@pytest.fixture(scope="module")
def held_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of people still held, in countries with long names."""
    source = "-- docs/sources/herald.md --\n---\ntitle: A report\npublisher: The Herald\n---\n"
    people = [
        f"-- docs/people/p{index}.md --\n---\ntitle: {name}\nsummary: S.\n"
        + ("reviewed: 2026-02\n" if index % 2 else "")
        + f"detentions:\n  - {{held_by: {country}, from: {start}, sources: [herald]}}\n---\n"
        for index, (name, start, country) in enumerate(zip(NAMES, STARTS, COUNTRIES, strict=True))
    ]
    head = "-- mkdocs.yml --\nsite_name: Held\nplugins: [search, explainer]\n"
    head += "-- docs/index.md --\n---\ntitle: Held\n---\n"
    folder = write_site(head + source + "".join(people), tmp_path_factory.mktemp("held")).parent
    done = run("build", cwd=folder)
    assert done.status == 0, done.err
    return folder / "site"


@pytest.mark.parametrize(
    "look",
    [{}, {"scheme": "dark"}, {"width": 360, "touch": True}, {"scheme": "dark", "width": 360}],
)
def test_axe_finds_nothing(
    held_site: Path, page_on: PageOn, axe: Axe, look: dict[str, Any]
) -> None:
    """No rule of axe-core is broken where many are held; the first site has nobody to draw."""
    assert axe(page_on(held_site, "held/", **look)) == []


OUTSIDE = """() => [...document.querySelectorAll(".x-flow text, .x-flow a, .x-bar, .x-bar-rows a")]
    .filter((found) => {
        const box = found.getBoundingClientRect();
        return box.left < 0 || box.right > document.scrollingElement.clientWidth;
    }).map((found) => found.textContent)"""
SMALL = """() => [...document.querySelectorAll(".x-flow text, .x-flow a, .x-axis text")]
    .filter((found) => parseFloat(getComputedStyle(found).fontSize) < 12).length"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_every_name_is_on_the_screen(
    first_site: Path, held_site: Path, page_on: PageOn, width: int
) -> None:
    """No name or label is cut off or smaller than 12 pixels, and nothing scrolls sideways."""
    for site, path in ((first_site, EXCHANGES), (first_site, EVENT), (held_site, "held/")):
        page = page_on(site, path, width=width)
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(SMALL) == 0
        scrolls = "() => document.scrollingElement.scrollWidth - innerWidth"
        assert page.evaluate(scrolls) <= 0


# How far the middle of each person's row lies from the middle of the bands beside it, in rows.
APART = """() => [...document.querySelectorAll(".x-flow-people")].flatMap((list) => {
    const bands = list.parentElement.querySelector(".x-flow-bands").getBoundingClientRect();
    const names = [...list.children];
    return names.map((name, index) => {
        const box = name.getBoundingClientRect();
        const row = bands.height / names.length;
        return Math.abs((box.top + box.bottom) / 2 - bands.top - (index + 0.5) * row) / row;
    });
})"""


@pytest.mark.parametrize("width", [320, 1280])
def test_bands_meet_the_names(first_site: Path, page_on: PageOn, width: int) -> None:
    """However names are broken into lines, each row is as tall as the next."""
    apart = page_on(first_site, EXCHANGES, width=width).evaluate(APART)
    assert len(apart) >= 24
    assert max(apart) < 0.05


def test_the_keyboard_goes_through_the_names(first_site: Path, page_on: PageOn) -> None:
    """Names in a drawing are links like others; the closed list below adds no more stops."""
    page = page_on(first_site, EXCHANGES)
    names = page.locator(".x-exchange .x-flow-people a")
    names.first.focus()
    expect(names.first).to_be_focused()
    summary = page.locator(".x-exchange summary").first
    summary.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('details') === null")


def test_a_printed_page_has_the_drawing_and_the_closed_list(
    first_site: Path, page_on: PageOn
) -> None:
    """On paper nothing is behind a click, and bands keep their colour."""
    page = page_on(first_site, EXCHANGES)
    listed = page.locator(".x-status-list .x-people").first
    expect(listed).to_be_hidden()
    page.emulate_media(media="print")
    expect(listed).to_be_visible()
    expect(page.locator(".x-flow-bands").first).to_be_visible()


def test_drawings_are_the_same_without_scripts(first_site: Path, page_on: PageOn) -> None:
    """They are made with the site, not by the browser."""
    drawn = [
        page_on(first_site, EXCHANGES, scripts=scripts).locator(".x-flow").first.inner_html()
        for scripts in (True, False)
    ]
    assert drawn[0] == drawn[1]

"""Sites in other languages in the browser: what scripts say, and pages from right to left."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.archive import write_site
from tests.browser.axe import Axe
from tests.browser.conftest import PageOn
from tests.sites import run, write

SITE = """
-- mkdocs.yml --
site_name: Сайт
theme: {name: material, language: ru}
plugins: [search, explainer]
-- docs/index.md --
---
title: Главная
---
[[Ада]] встретила [[Боба|bob]].[@statja, с. 3]
-- docs/people/ada.md --
---
title: Ада
summary: Математик.
born: 1815
---
-- docs/people/bob.md --
---
title: Боб
summary: Инженер.
---
-- docs/events/odin.md --
---
title: Первое
summary: Слово.
date: 1833-06
category: talks
participants: [{who: ada}]
---
-- docs/events/dva.md --
---
title: Второе
summary: Слово.
date: 1843-08-02
category: statement
participants: [{who: ada}, {who: bob}]
---
-- docs/sources/statja.md --
---
title: A report (in English).
publisher: Журнал
date: 1843
---
"""
HEBREW = """
msgid "Born"
msgstr "נולד"

msgid "Timeline"
msgstr "ציר זמן"
"""


def built(folder: Path) -> Path:
    """Build the site of a folder."""
    done = run("build", "-d", "out", cwd=folder)
    assert done.status == 0, done.err
    return folder / "out"


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site in Russian."""
    folder = tmp_path_factory.mktemp("russian")
    write_site(SITE.replace("[[Боба|bob]]", "[[bob|Боба]]"), folder)
    return built(folder)


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site from right to left, with texts of its own."""
    folder = tmp_path_factory.mktemp("hebrew")
    text = SITE.replace("[[Боба|bob]]", "[[bob|Боба]]").replace("language: ru", "language: he")
    write_site(text, folder)
    write(folder, "locale/he.po", HEBREW)
    return built(folder)


def test_the_timeline_counts_in_the_language_of_the_page(russian: Path, page_on: PageOn) -> None:
    """The form of a noun after a number is that of the whole, which the page knows."""
    page = page_on(russian, "timeline/")
    page.get_by_label("Категория").select_option(label="переговоры")
    expect(page.get_by_role("status").first).to_have_text("1 из 2 записей: переговоры")
    page.get_by_label("С", exact=True).fill("1900")
    expect(page.get_by_role("status").first).to_have_text(
        "На хронологии нет ничего, что отвечало бы всем условиям: переговоры, С 1900"
    )


def test_the_walk_says_the_date_in_words(russian: Path, page_on: PageOn) -> None:
    """Without the category, which stands behind the date."""
    page = page_on(russian, "timeline/")
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_role("slider")).to_have_text("июнь 1833 года: Первое")


def test_a_preview_speaks_the_language_of_the_page(russian: Path, page_on: PageOn) -> None:
    """What a citation says before its source, and where in it."""
    page = page_on(russian)
    page.locator(".cite a").first.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("Источник")
    expect(card).to_contain_text("Где именно: с. 3")


def test_a_tap_shows_the_card_first_and_says_so(russian: Path, page_on: PageOn) -> None:
    """In the language of the page."""
    page = page_on(russian, touch=True)
    page.locator("a.ref-person").first.tap()
    expect(page.get_by_role("tooltip")).to_contain_text("Нажмите ещё раз, чтобы открыть.")


def sides(page: Page, selector: str) -> tuple[float, float]:
    """Return where an element begins and ends."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"], box["x"] + box["width"]


def test_a_page_from_right_to_left_is_mirrored(hebrew: Path, page_on: PageOn) -> None:
    """The facts stand at the left of the text, and its heading begins at the right."""
    page = page_on(hebrew, "people/ada/")
    assert sides(page, ".x-aside")[1] < sides(page, ".x-body")[0] + 1
    heading = page.evaluate("getComputedStyle(document.querySelector('h2')).textAlign")
    assert heading in ("start", "right")
    assert page.evaluate("getComputedStyle(document.querySelector('.x-body')).direction") == "rtl"


def test_drawings_run_from_left_to_right_everywhere(hebrew: Path, page_on: PageOn) -> None:
    """What came first is at the left, and labels stand where they were laid out."""
    page = page_on(hebrew, "timeline/")
    marks = page.locator(".x-band-wide .x-marks circle")
    first, second = marks.nth(0).bounding_box(), marks.nth(1).bounding_box()
    assert first
    assert second
    assert first["x"] < second["x"]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["people/ada/", "timeline/", ""])
def test_a_page_from_right_to_left_can_be_read(
    hebrew: Path, page_on: PageOn, axe: Axe, path: str, width: int
) -> None:
    """Nothing is cut off at the side, and axe finds nothing."""
    page = page_on(hebrew, path, width=width)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert axe(page) == []
